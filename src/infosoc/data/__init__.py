"""The tables of the course: load them, list them, read about them, find their sources."""

from infosoc.data.catalogue import describe, table, tables
from infosoc.data.dates import in_words
from infosoc.data.loader import check, load
from infosoc.data.provenance import sources

__all__ = ["check", "describe", "in_words", "load", "sources", "table", "tables"]
