"""The tables of the course: load them, list them, read about them, find their sources."""

from infosoc.data.catalogue import describe, tables
from infosoc.data.citation import cite
from infosoc.data.counted_words import (
    companions,
    how_often,
    key_words,
    together,
    where_words_stand,
)
from infosoc.data.dates import in_words
from infosoc.data.loader import check, load
from infosoc.data.own_documents import Document, read_document
from infosoc.data.own_events import (
    add_events,
    check_events,
    read_events,
    write_events,
    write_events_template,
)
from infosoc.data.provenance import sources
from infosoc.data.table_page import table

__all__ = [
    "Document",
    "add_events",
    "check",
    "check_events",
    "cite",
    "companions",
    "describe",
    "how_often",
    "in_words",
    "key_words",
    "load",
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
