"""The tables of the course: load them, list them, read about them, find their sources."""

from infosoc.data.catalogue import describe, tables
from infosoc.data.citation import cite
from infosoc.data.dates import in_words
from infosoc.data.loader import check, load
from infosoc.data.own_events import read_events, write_events_template
from infosoc.data.provenance import sources
from infosoc.data.table_page import table

__all__ = [
    "check",
    "cite",
    "describe",
    "in_words",
    "load",
    "read_events",
    "sources",
    "table",
    "tables",
    "write_events_template",
]
