"""Rooms that are furnished when somebody enters: a name is imported when it is first asked for.

The first picture of a lesson need not wait for the code of the twenty other pictures.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any


def furnish_later(room: str, homes: Mapping[str, str]) -> list[str]:
    """Let a package find its public names in their modules, each when it is first used.

    Parameters
    ----------
    room
        Name of the package, its ``__name__``.
    homes
        Module in which each public name lives, by name.

    Returns
    -------
    list of str
        The public names, sorted, for ``__all__``.
    """

    class Room(ModuleType):
        def __getattr__(self, name: str) -> Any:
            if name not in homes:
                raise AttributeError(f"module {room!r} has no attribute {name!r}", name=name)
            found = getattr(importlib.import_module(homes[name]), name)
            setattr(self, name, found)
            return found

        def __setattr__(self, name: str, value: Any) -> None:
            # Importing a module makes it a name of its package. Where a function is named like
            # its module, the function is meant.
            if name in homes and isinstance(value, ModuleType):
                value = getattr(value, name)
            super().__setattr__(name, value)

        def __dir__(self) -> list[str]:
            return sorted(homes)

    sys.modules[room].__class__ = Room
    return sorted(homes)
