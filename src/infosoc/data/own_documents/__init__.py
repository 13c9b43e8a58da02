"""A document of a reader's own: its paragraphs, their numbers, and its counted words."""

from infosoc.data.own_documents.reader import Document, read_document

__all__ = ["Document", "read_document"]
