"""The tables of the course: load them, list them, read about them, find their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infosoc.rooms import furnish_later

if TYPE_CHECKING:
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

__all__ = furnish_later(
    __name__,
    {
        "Document": "infosoc.data.own_documents",
        "add_events": "infosoc.data.own_events",
        "check": "infosoc.data.loader",
        "check_events": "infosoc.data.own_events",
        "cite": "infosoc.data.citation",
        "companions": "infosoc.data.counted_words",
        "describe": "infosoc.data.catalogue",
        "how_often": "infosoc.data.counted_words",
        "in_words": "infosoc.data.dates",
        "key_words": "infosoc.data.counted_words",
        "load": "infosoc.data.loader",
        "read_document": "infosoc.data.own_documents",
        "read_events": "infosoc.data.own_events",
        "sources": "infosoc.data.provenance",
        "table": "infosoc.data.table_page",
        "tables": "infosoc.data.catalogue",
        "together": "infosoc.data.counted_words",
        "where_words_stand": "infosoc.data.counted_words",
        "write_events": "infosoc.data.own_events",
        "write_events_template": "infosoc.data.own_events",
    },
)
