"""Shell completion of names. Quiet whatever happens: a completion that fails must not spill into a command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def formats(incomplete: str) -> list[str]:
    """The output formats."""
    return [name for name in ("text", "csv", "json", "markdown") if name.startswith(incomplete)]


def _of(kind: str) -> Callable[[str], list[str]]:
    def complete(incomplete: str) -> list[str]:
        return _matching(incomplete, lambda reader: _spellings(reader, kind))

    return complete


def _spellings(reader: object, kind: str) -> Iterable[str]:
    from oob import inventory

    for written, id_ in inventory.spellings(reader, kind):  # type: ignore[arg-type]
        yield id_
        yield written


def _matching(incomplete: str, read: Callable[[object], Iterable[str]]) -> list[str]:
    """The names that go on from what is typed, ids first. Reads the catalogue only where it is there already."""
    from oob import store

    try:
        database = store.locate(None)
        if store.state(database) != "current":
            return []
        with store.Reader(database) as reader:
            names = dict.fromkeys(read(reader))
    except Exception:
        return []
    typed = incomplete.casefold()
    found = [name for name in names if name.casefold().startswith(typed)]
    return sorted(found, key=lambda name: (name != name.casefold() or " " in name, name))


def _reports(reader: object) -> Iterable[str]:
    return (row[0] for row in reader.rows("SELECT id FROM report"))  # type: ignore[attr-defined]


systems, forces, places, sources = _of("system"), _of("force"), _of("place"), _of("source")


def reports(incomplete: str) -> list[str]:
    """Report ids."""
    return _matching(incomplete, _reports)


def anything(incomplete: str) -> list[str]:
    """Every name that `show` takes."""
    found = [*reports(incomplete)]
    for complete in (systems, forces, places, sources):
        found += complete(incomplete)
    return list(dict.fromkeys(found))
