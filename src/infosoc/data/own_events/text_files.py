"""Read CSV files as Excel, LibreOffice and editors write them."""

from __future__ import annotations

import csv
import io
import re

from infosoc.data.own_events.cells import Cells, tidy
from infosoc.data.own_events.columns import known_name
from infosoc.data.own_files import MARKS, decode, refuse

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
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
    is_marked = any(raw.startswith(mark) for mark, *_ in MARKS)
    if encoding is None and not is_marked and (b"\x00" in raw or raw.startswith(NO_TABLES)):
        mend = "Save it as CSV (UTF-8) or as XLSX."
        raise refuse(file, "This is not a text file.", mend)
    return decode(file, raw, encoding, "Save the file as CSV UTF-8.")


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
