"""Read a table line by line and name every fault with file, line and column.

This is the slow and careful reader. The quick one (:mod:`infosoc.data.loader`) calls it when a
file does not look right; the tests call it on every table.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from infosoc.data.dates import first_day, last_day, precision
from infosoc.data.registry import Column, Table
from infosoc.errors import Problem

HTML_TAG = re.compile(r"<\s*/?\s*[a-zA-Z!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
#: Units of rows whose figures are shares of a whole begin with these words.
SHARE = "percent of "
#: The whole, in such units.
WHOLE = 100
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

Row = tuple[int, dict[str, str]]


def problems(table: Table, keys: dict[str, set[str]] | None = None) -> list[Problem]:
    """List every fault of a table's file.

    Parameters
    ----------
    table
        The table's description.
    keys
        The ids of the tables it refers to, by table name. A reference to a table that is not
        in here is not checked.

    Returns
    -------
    list of Problem
        Empty when the file is good; sorted by line.
    """
    try:
        text = table.file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        mend = "Bring the file back, or take the table out of datapackage.json."
        return [Problem(table.path, 0, "", "The file is missing.", mend)]
    except UnicodeDecodeError as error:
        return [_encoding_problem(table, error)]
    found = _shape_problems(table, text)
    if found:
        return found
    rows = list(_rows(text))
    for column in table.columns:
        found += _column_problems(table, column, rows, keys or {})
    found += _key_problems(table, rows)
    found += _span_problems(table, rows)
    found += _share_problems(table, rows)
    return sorted(found)


def source_problems(table: Table, known: set[str], descriptor: Path) -> list[Problem]:
    """List the sources of a table as a whole that do not exist.

    Parameters
    ----------
    table
        The table's description.
    known
        The ids of the sources.
    descriptor
        The ``datapackage.json`` in which they stand.
    """
    text = descriptor.read_text("utf-8")
    start = text.find(f'"path": "{table.path}"')
    found = []
    for source in table.source_ids:
        if source not in known:
            line = text.count("\n", 0, text.find(f'"{source}"', start)) + 1
            message = f"{source!r} is not in the table sources."
            mend = "Correct the id, or add its row there first."
            found.append(Problem(descriptor.name, line, "sourceIds", message, mend))
    return found


def ids(table: Table) -> set[str]:
    """Return the keys of a table, to check references to it.

    Only tables with a one-column key can be referred to; others give an empty set.
    """
    if len(table.primary_key) != 1:
        return set()
    with table.file.open(encoding="utf-8", newline="") as stream:
        return {row.get(table.primary_key[0]) or "" for row in csv.DictReader(stream)}


def _encoding_problem(table: Table, error: UnicodeDecodeError) -> Problem:
    before = error.object[: error.start]
    line = before.count(b"\n") + 1
    column = _column_at(table, before.decode("utf-8").rsplit("\n", 1)[-1])
    byte = f"0x{error.object[error.start]:02x}"
    return Problem(
        table.path, line, column, f"The byte {byte} is not UTF-8.", "Save the file as UTF-8."
    )


def _column_at(table: Table, begun: str) -> str:
    """Name the column in which a line ends that is not whole."""
    try:
        cells = next(csv.reader([begun.replace("\r", " ")]), [""])
    except csv.Error:  # The cell is too long for a reader of tables.
        cells = [""]
    return table.column_names[min(max(len(cells), 1), len(table.column_names)) - 1]


def _shape_problems(table: Table, text: str) -> list[Problem]:
    name = table.path
    if not text.strip():
        return [Problem(name, 0, "", "The file is empty.", "Bring the rows back.")]
    reader = csv.reader(io.StringIO(text), strict=True)
    expected = table.column_names
    try:
        header = next(reader)
        if header != expected:
            return [_header_problem(name, header, expected)]
        found = []
        for cells in reader:
            if len(cells) != len(expected):
                column = expected[min(len(cells), len(expected) - 1)]
                message = f"The line has {len(cells)} cells, the header has {len(expected)}."
                mend = "Add the missing cell, or put a text with commas between quotes."
                found.append(Problem(name, reader.line_num, column, message, mend))
    except csv.Error as error:
        mend = "Close the quotation mark that is open."
        column = _column_at(table, text.split("\n")[reader.line_num - 1])
        return [Problem(name, reader.line_num, column, f"The line is broken: {error}.", mend)]
    if reader.line_num == 1:
        return [Problem(name, 1, "", "There are no rows below the header.", "Bring them back.")]
    if not text.endswith("\n"):
        column = expected[-1]
        message = "The last line has no line end, so it may be cut off."
        line = text.count("\n") + 1
        found.append(Problem(name, line, column, message, "Check the line and end it."))
    return found


def _header_problem(name: str, header: list[str], expected: list[str]) -> Problem:
    missing = [column for column in expected if column not in header]
    extra = [column for column in header if column not in expected]
    if missing:
        return Problem(name, 1, missing[0], "The column is missing.", "Put it back.")
    if extra:
        mend = "Take it out, or describe it in datapackage.json."
        return Problem(name, 1, extra[0], "The column is not in datapackage.json.", mend)
    column = next((a for a, b in zip(header, expected, strict=False) if a != b), header[-1])
    mend = f"The order is {', '.join(expected)}."
    return Problem(name, 1, column, "The columns are not in their order.", mend)


def _rows(text: str) -> Iterator[Row]:
    reader = csv.DictReader(io.StringIO(text))
    for row in reader:
        yield reader.line_num, row


def _column_problems(
    table: Table, column: Column, rows: Sequence[Row], keys: dict[str, set[str]]
) -> list[Problem]:
    name = table.path
    check = _value_checker(column, keys)
    found = []
    for line, row in rows:
        value = row[column.name]
        if value == "":
            if column.required:
                mend = f"Fill it: {column.description}"
                found.append(Problem(name, line, column.name, "The cell is empty.", mend))
            continue
        fault = check(value)
        if fault:
            found.append(Problem(name, line, column.name, *fault))
    return found


Fault = tuple[str, str] | None


def _value_checker(column: Column, keys: dict[str, set[str]]) -> Callable[[str], Fault]:
    checks: list[Callable[[str], Fault]] = [_text_fault]
    if column.enum:
        checks.append(lambda value: _enum_fault(value, column))
    if column.partial_date:
        checks.append(_date_fault)
    if column.type in ("integer", "number"):
        checks.append(lambda value: _number_fault(value, column))
    if column.constraints.get("pattern") and not column.partial_date:
        pattern = re.compile(column.constraints["pattern"])
        checks.append(lambda value: _pattern_fault(value, pattern))
    if "maxLength" in column.constraints:
        checks.append(lambda value: _length_fault(value, column.constraints["maxLength"]))
    if column.name == "address":
        checks.append(_address_fault)
    if column.references and column.references in keys:
        known = keys[column.references]
        checks.append(lambda value: _reference_fault(value, column, known))

    def check(value: str) -> Fault:
        return next((fault for test in checks if (fault := test(value))), None)

    return check


def _text_fault(value: str) -> Fault:
    if value != value.strip():
        return f"{value!r} begins or ends with a space.", "Take the space out."
    if HTML_TAG.search(value):
        return f"{value!r} holds HTML.", "Write plain text."
    if CONTROL.search(value):
        return f"{value!r} holds a control character.", "Take it out."
    return None


def _enum_fault(value: str, column: Column) -> Fault:
    if value in (column.enum or ()):
        return None
    return f"{value!r} is not a valid choice.", f"Choose one of: {', '.join(column.enum or ())}."


def _date_fault(value: str) -> Fault:
    try:
        first_day(value)
    except ValueError as error:
        return f"{value!r}: {error}", "Write YYYY, YYYY-MM or YYYY-MM-DD."
    return None


def _number_fault(value: str, column: Column) -> Fault:
    try:
        number = int(value) if column.type == "integer" else float(value)
    except ValueError:
        return f"{value!r} is not a number.", f"Write a plain {column.type}, without spaces."
    low, high = column.constraints.get("minimum"), column.constraints.get("maximum")
    if math.isnan(number) or (low is not None and number < low):
        return f"{value} is below {low}.", "Check the figure at its source."
    if high is not None and number > high:
        return f"{value} is above {high}.", "Check the figure at its source."
    return None


def _pattern_fault(value: str, pattern: re.Pattern[str]) -> Fault:
    if pattern.fullmatch(value):
        return None
    return f"{value!r} has the wrong form.", f"It has to match {pattern.pattern}."


def _length_fault(value: str, most: int) -> Fault:
    if len(value) <= most:
        return None
    return f"The text has {len(value)} characters.", f"Keep it to {most}."


def _address_fault(value: str) -> Fault:
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        host = None
    if host and parts.scheme in ("http", "https") and not re.search(r"\s", value):
        return None
    return f"{value!r} is not a web address.", "Write one address that begins with https://."


def _reference_fault(value: str, column: Column, known: set[str]) -> Fault:
    given = value.split(column.delimiter) if column.type == "list" else [value]
    unknown = [key for key in given if key not in known]
    if unknown:
        return (
            f"{unknown[0]!r} is not in the table {column.references}.",
            "Correct the id, or add its row there first.",
        )
    if len(set(given)) < len(given):
        return f"{value!r} names an id twice.", "Name it once."
    return None


def _key_problems(table: Table, rows: Sequence[Row]) -> list[Problem]:
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for line, row in rows:
        key = tuple(row[column] for column in table.primary_key)
        if key and key in seen:
            shown = ", ".join(key)
            message = f"{shown!r} stands already in line {seen[key]}."
            mend = "Keep one of the two rows, or give this one another key."
            found.append(Problem(table.path, line, table.primary_key[0], message, mend))
        seen.setdefault(key, line)
    return found


def _share_problems(table: Table, rows: Sequence[Row]) -> list[Problem]:
    """Find shares above 100 per cent in columns whose unit stands in the row."""
    found = []
    for column in table.columns:
        for line, row in rows if column.unit_column else ():
            share = row[column.unit_column or ""].startswith(SHARE)
            if share and _is_above(row[column.name], WHOLE):
                message = f"{row[column.name]} is above {WHOLE}, and its unit is a share."
                mend = "Check the figure at its source."
                found.append(Problem(table.path, line, column.name, message, mend))
    return found


def _is_above(value: str, most: float) -> bool:
    try:
        return float(value) > most
    except ValueError:
        return False  # reported as no number already


def _span_problems(table: Table, rows: Sequence[Row]) -> list[Problem]:
    if not {"date_start", "date_end"} <= set(table.column_names):
        return []
    found = []
    for line, row in rows:
        fault = _span_fault(row["date_start"], row["date_end"])
        if fault:
            found.append(Problem(table.path, line, "date_end", *fault))
    return found


def _span_fault(start: str, end: str) -> Fault:
    if not end or _date_fault(start) or _date_fault(end):
        return None
    if precision(start) != precision(end):
        return f"{end!r} is not as precise as {start!r}.", "Give both ends the same form."
    if last_day(end) <= last_day(start):
        return f"{end!r} is not after {start!r}.", "Leave it empty for an event of one day."
    return None
