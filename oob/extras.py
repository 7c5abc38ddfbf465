"""Packages that only some outputs need: imported when asked for, and named with their extra where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from oob.errors import Refusal


def need(module: str, *, extra: str, what: str) -> ModuleType:
    """A module of a package that comes with an extra of oob. `what` is what it is needed for: "XLSX files".

    Raises Refusal, with the command that installs it, where the package is not there.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name is None or error.name.partition(".")[0] != package:
            raise  # it is there, and broken: that is no matter of extras
        raise Refusal(f"{what} need the package '{package}'; install it with: pip install 'oob[{extra}]'") from error
