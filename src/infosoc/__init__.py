"""Data, timelines and checked exercises for a course on the information society.

Importing this package reads no file and loads neither plotly nor ipywidgets: each part is
loaded when it is first used.

>>> import infosoc
>>> infosoc.load("topics").loc[0, "id"]
'wsis'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from infosoc import explore, learn, negotiate, plot
    from infosoc.data import (
        add_events,
        check,
        check_events,
        cite,
        companions,
        describe,
        how_often,
        key_words,
        load,
        read_document,
        read_events,
        sources,
        table,
        tables,
        together,
        where_words_stand,
        write_events,
        write_events_template,
    )
    from infosoc.errors import DataFileError, InfosocError, UnknownNameError
    from infosoc.exhibit import Exhibit

__version__ = "0.1.0"

#: Where each public name lives.
_HOMES = {
    "add_events": "infosoc.data",
    "check": "infosoc.data",
    "check_events": "infosoc.data",
    "cite": "infosoc.data",
    "companions": "infosoc.data",
    "describe": "infosoc.data",
    "how_often": "infosoc.data",
    "key_words": "infosoc.data",
    "load": "infosoc.data",
    "read_document": "infosoc.data",
    "read_events": "infosoc.data",
    "sources": "infosoc.data",
    "table": "infosoc.data",
    "tables": "infosoc.data",
    "together": "infosoc.data",
    "where_words_stand": "infosoc.data",
    "write_events": "infosoc.data",
    "write_events_template": "infosoc.data",
    "DataFileError": "infosoc.errors",
    "InfosocError": "infosoc.errors",
    "UnknownNameError": "infosoc.errors",
    "Exhibit": "infosoc.exhibit",
}
_ROOMS = ("explore", "learn", "negotiate", "plot")

__all__ = [
    "DataFileError",
    "Exhibit",
    "InfosocError",
    "UnknownNameError",
    "add_events",
    "check",
    "check_events",
    "cite",
    "companions",
    "describe",
    "explore",
    "how_often",
    "key_words",
    "learn",
    "load",
    "negotiate",
    "plot",
    "read_document",
    "read_events",
    "sources",
    "table",
    "tables",
    "together",
    "where_words_stand",
    "write_events",
    "write_events_template",
]


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return importlib.import_module(f"infosoc.{name}")
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'infosoc' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
