"""Read a reader's own events, list every problem at once, guess nothing."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from infosoc.data.dates import first_day, last_day, spans
from infosoc.data.own_events import spreadsheets, text_files
from infosoc.data.own_events.cells import Cells
from infosoc.data.own_events.checks import LISTS, cell_problems, parts
from infosoc.data.own_events.columns import name_columns
from infosoc.data.own_events.own_dates import ORDERS, Evidence, Fault, Order, evidence, to_iso
from infosoc.data.own_files import raw_bytes
from infosoc.errors import DataFileError, Problem, UnknownNameError

#: Where the table tells how it was read (``DataFrame.attrs``).
READING = "infosoc_reading"
#: The topic of events that name none: the card for timelines of one's own.
OWN_TOPIC = "own-timeline"
DATES = ("date_start", "date_end")
LARGEST_FILE = 50_000_000


def read_events(
    path: str | os.PathLike[str],
    *,
    dates: Order | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
) -> pd.DataFrame:
    r"""Read a file with events of your own, ready for a timeline.

    Understood are CSV files with commas, semicolons or tabs as Excel, LibreOffice and editors
    write them, and spreadsheets (XLSX, ODS). Needed are the columns ``title`` and ``date_start``.
    Dates may be written as 2003, 2003-12, 2003-12-10, 10.12.2003, 10/12/2003 or 10 December
    2003. Where 10/12/2003 could mean two days, and nothing in the file settles it, you are asked.
    Formulas and HTML stay text: nothing in a file is executed.

    Parameters
    ----------
    path
        The file.
    dates
        ``"day-first"`` or ``"month-first"``, for dates such as 10/12/2003.
    encoding
        Encoding of a text file, if it is none of UTF-8, UTF-16 or Windows-1252.
    sheet
        Name of the sheet to read, where several hold text.

    Returns
    -------
    pandas.DataFrame
        One row for each event, in the order of the file, with the columns of the table
        ``events`` that it has, ``start``, ``end`` and ``precision``, and the file's other columns
        as text. ``.attrs["infosoc_reading"]`` says in plain sentences how the file was read.

    Raises
    ------
    DataFileError
        With every problem of the file: line, column, value and what to do.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "own.csv"
    >>> _ = path.write_text("Title;Date\nGeneva Summit;10.12.2003\n", "utf-8")
    >>> read_events(path).loc[0, ["title", "date_start"]].tolist()
    ['Geneva Summit', '2003-12-10']
    """
    if dates is not None and dates not in ORDERS:
        raise UnknownNameError("order of day and month", dates, ORDERS)
    cells = _cells(Path(path), encoding, sheet)
    line, header = cells.rows[0]
    names, found = name_columns(cells.file, line, header, cells.reading)
    if found:
        raise DataFileError(found)
    found += _width_problems(cells, len(names))
    frame = pd.DataFrame(
        [(row + [""] * len(names))[: len(names)] for _, row in cells.rows[1:]],
        columns=names,
        dtype="str",
    )
    lines = [number for number, _ in cells.rows[1:]]
    if "id" not in frame:
        frame.insert(0, "id", [f"own-{number}" for number in range(1, len(frame) + 1)])
    found += cell_problems(cells.file, frame, lines)
    found += _read_dates(cells, frame, lines, dates)
    if found:
        raise DataFileError(sorted(found))
    return _finished(frame, cells.reading)


def _cells(path: Path, encoding: str | None, sheet: str | None) -> Cells:
    name = path.name
    raw = raw_bytes(path, LARGEST_FILE, "Write a header and one line for each event.")
    if spreadsheets.is_spreadsheet(raw):
        return spreadsheets.read(name, raw, sheet)
    cells = text_files.read(name, raw, encoding)
    if sheet is not None:
        cells.reading.append(f"A text file has no sheets: the name {sheet!r} is not needed.")
    return cells


def _width_problems(cells: Cells, width: int) -> list[Problem]:
    found = []
    for line, row in cells.rows[1:]:
        extra = [cell for cell in row[width:] if cell]
        if extra:
            message = f"The line has more cells than the header; the first is {extra[0]!r}."
            mend = "Put a text that holds the delimiter between quotation marks."
            found.append(Problem(cells.file, line, "", message, mend))
    return found


def _read_dates(
    cells: Cells, frame: pd.DataFrame, lines: list[int], dates: Order | None
) -> list[Problem]:
    """Turn both columns of dates into ISO 8601 and list what cannot be."""
    columns = [name for name in DATES if name in frame]
    tells = {name: evidence(lines, frame[name].tolist()) for name in columns}
    mixed = [] if dates else _mixed(cells.file, tells)
    found = list(mixed)
    points: Order = dates or "day-first"
    for name in columns:
        # In a file that mixes the orders, only what fits neither of them is a problem of its own.
        orders = ORDERS if mixed else (dates or next(iter(tells[name].proof), None),)
        written = []
        for line, text in zip(lines, frame[name].tolist(), strict=True):
            iso, fault = _iso(text, orders, points)
            written.append(iso)
            if fault:
                found.append(Problem(cells.file, line, name, fault.message, fault.mend))
        frame[name] = pd.Series(written, dtype="str")
    cells.reading.extend(_order_words(tells, dates))
    if "date_end" in columns:
        found += _end_problems(cells.file, frame, lines)
    return found


def _iso(text: str, orders: Sequence[Order | None], points: Order) -> tuple[str, Fault | None]:
    """Read a date in the first order that it fits; an empty cell is no fault here."""
    fault = None
    for order in orders if text else ():
        try:
            return to_iso(text, order, points), None
        except Fault as error:
            fault = error
    return "", fault


def _mixed(file: str, tells: dict[str, Evidence]) -> list[Problem]:
    """Report that a file holds both orders of day and month, with a line of each."""
    proofs = [
        (line, name, text, order)
        for name, told in tells.items()
        for order, (line, text) in told.proof.items()
    ]
    if len({order for *_, order in proofs}) < len(ORDERS):
        return []
    line, name, text, order = max(proofs)
    before, _, other, order_before = min(one for one in proofs if one[3] != order)
    message = (
        f"The file mixes the orders of day and month: {other!r} in line {before} is "
        f"{order_before}, {text!r} in line {line} is {order}."
    )
    return [Problem(file, line, name, message, "Write all dates as 2003-12-10.")]


def _order_words(tells: dict[str, Evidence], dates: Order | None) -> list[str]:
    """Say how dates were read that could be read in two ways."""
    if dates:
        return [f"Dates such as 10/12/2003 and 10.12.2003 are read {dates}, as you said."]
    words = []
    for name, told in tells.items():
        for order, (line, text) in told.proof.items():
            if told.open_question:
                words.append(f"Dates in {name} are read {order}, because of {text!r}, line {line}.")
        if told.points:
            words.append(f"Dates with points in {name}, such as {told.points}, are read day-first.")
    return words


def _end_problems(file: str, frame: pd.DataFrame, lines: list[int]) -> list[Problem]:
    found = []
    for line, start, end in zip(lines, frame["date_start"], frame["date_end"], strict=True):
        if start and end and last_day(end) < first_day(start):
            message = f"{end!r} is before the start, {start!r}."
            found.append(Problem(file, line, "date_end", message, "Correct one of the two."))
    return found


def _finished(frame: pd.DataFrame, reading: list[str]) -> pd.DataFrame:
    if "date_end" not in frame:
        frame["date_end"] = ""
    if "topic" not in frame:
        frame["topic"] = ""
    without = frame["topic"] == ""
    if without.any():
        reading.append(f"Events without a topic: {without.sum()}. They get {OWN_TOPIC!r}.")
    frame["topic"] = frame["topic"].mask(without, OWN_TOPIC)
    frame["date_end"] = frame["date_end"].where(frame["date_end"] != frame["date_start"], "")
    frame = frame.replace("", pd.NA).astype("str")
    if "source_ids" not in frame:
        # Mostly no id of the table of sources stands behind a reader's own event.
        frame["source_ids"] = ""
    for name in LISTS:
        if name in frame:
            cells = [parts(text) for text in frame[name].fillna("")]
            frame[name] = pd.Series(cells, index=frame.index, dtype="object")
    frame = pd.concat([frame, spans(frame["date_start"], frame["date_end"])], axis=1)
    frame.attrs[READING] = list(reading)
    return frame
