"""Read CSV files as Excel, LibreOffice and editors write them."""

from __future__ import annotations

import codecs
import csv
import io
import re

from infosoc.data.own_events.cells import Cells, refuse, tidy
from infosoc.data.own_events.columns import known_name

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a mark at the start"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: Old programs on Windows write this; it has a letter for almost every byte, so it comes last.
WINDOWS = "cp1252"
LONGEST_CELL = 1_000_000
#: A first line with which Excel is told the delimiter.
NAMED = re.compile(r'"?sep=([,;\t])"?[ \t]*(?:\r\n|\r|\n)', re.IGNORECASE)
#: Files that can hold no byte zero and still are no text: PDF, RTF, gzip.
NO_TABLES = (b"%PDF", b"{\\rtf", b"\x1f\x8b")


def read(file: str, raw: bytes, encoding: str | None) -> Cells:
    """Read the cells of a text file.

    Raises
    ------
    DataFileError
        If it is binary, in an unknown encoding, or a quotation mark is not closed.
    """
    text, how = _decoded(file, raw, encoding)
    named = NAMED.match(text)
    if named:
        text = text[named.end() :]
    delimiter = named.group(1) if named else _delimiter(text)
    reading = [f"The file is read as {how}.", f"Its cells are divided by {DELIMITERS[delimiter]}."]
    return tidy(file, _rows(file, text, delimiter, skipped=1 if named else 0), reading)


def _decoded(file: str, raw: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding is not None:
        # Who names UTF-8 need not know that Excel puts a mark in front of it.
        return _by_name(file, raw, encoding).removeprefix("\ufeff"), encoding
    for mark, name, words in MARKS:
        if raw.startswith(mark):
            return _by_name(file, raw, name), words
    if b"\x00" in raw or raw.startswith(NO_TABLES):
        mend = "Save it as CSV (UTF-8) or as XLSX."
        raise refuse(file, "This is not a text file.", mend)
    try:
        return raw.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _by_name(file, raw, WINDOWS), "Windows-1252, because it is not UTF-8"


def _by_name(file: str, raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except LookupError as error:
        raise refuse(file, f"There is no encoding {encoding!r}.", "Try 'utf-8'.") from error
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        byte = f"0x{raw[error.start]:02x}"
        message = f"The byte {byte} does not fit the encoding {encoding}."
        raise refuse(file, message, "Save the file as CSV UTF-8.", line) from error


def _delimiter(text: str) -> str:
    """Choose the delimiter that makes the most known columns of the first line with text."""
    header = next((line for line in text.splitlines() if line.strip()), "")

    def known(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        return sum(known_name(cell) is not None for cell in cells), len(cells)

    return max(DELIMITERS, key=known)


def _rows(file: str, text: str, delimiter: str, skipped: int) -> list[tuple[int, list[str]]]:
    before = csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, begins = [], 1
    try:
        for row in reader:
            rows.append((begins + skipped, row))
            begins = reader.line_num + 1
    except csv.Error as error:
        mend = "Close the quotation mark, or write it twice inside a cell."
        message = f"The line is broken: {error}."
        raise refuse(file, message, mend, begins + skipped) from error
    finally:
        csv.field_size_limit(before)
    return rows
