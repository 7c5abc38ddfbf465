"""Where the files that come with the program are, and where a user's own data goes. Imports nothing of oob."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """The path of a file or folder that is shipped: `catalog.yaml`, `seeds` or `migrations`.

    A wheel carries them inside the package; a checkout and an editable install have them beside it.
    """
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent / name


def shipped_catalogue() -> list[Path]:
    """The files that a new database is filled from: the catalogue first, then a file a report."""
    return [shipped("catalog.yaml"), *sorted(shipped("seeds").glob("*.yaml"))]


def data_folder() -> Path:
    """The user's data folder, by the custom of the platform. It need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("oob", appauthor=False)
