"""Read spreadsheets: XLSX of Excel, ODS of LibreOffice."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from infosoc.data.own_events.cells import Cells, refuse, tidy

#: How spreadsheets begin: as ZIP archives; old and protected ones as OLE containers.
ZIP, OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")


def is_spreadsheet(raw: bytes) -> bool:
    """Tell whether a file begins like a spreadsheet."""
    return raw.startswith((ZIP, OLE))


def read(file: str, raw: bytes, sheet: str | None) -> Cells:
    """Read the cells of the only sheet with text, or of the one that is named.

    A formula is never computed: the cell's saved value is taken, as text.

    Raises
    ------
    DataFileError
        If the file is damaged, protected or of an old kind, or several sheets hold text.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    if raw.startswith(OLE):
        mend = "Take the password off, or save it as XLSX or as CSV (UTF-8)."
        raise refuse(file, "This file is protected or of an old kind.", mend)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except (CalamineError, OSError, ValueError) as error:
        mend = "Open it in a spreadsheet program and save it again as XLSX or CSV."
        raise refuse(file, f"The spreadsheet cannot be read: {error}.", mend) from error
    name = _chosen(file, sheets, sheet)
    rows = [(line, [_text(cell) for cell in row]) for line, row in enumerate(sheets[name], 1)]
    return tidy(file, rows, [f"The sheet {name!r} is read."])


def _chosen(file: str, sheets: dict[str, list[list[Any]]], sheet: str | None) -> str:
    if sheet is not None:
        if sheet not in sheets:
            names = ", ".join(map(repr, sheets))
            raise refuse(file, f"There is no sheet {sheet!r}.", f"There are: {names}.")
        return sheet
    filled = [name for name, rows in sheets.items() if any(_text(c) for row in rows for c in row)]
    if not filled:
        raise refuse(file, "The file is empty.", "Write a header and one line for each event.")
    if len(filled) > 1:
        names = ", ".join(map(repr, filled))
        message = f"Several sheets hold text: {names}."
        raise refuse(file, message, f"Name one: read_events(..., sheet={filled[0]!r}).")
    return filled[0]


def _text(cell: Any) -> str:
    """Write a cell as text; a date keeps its day, a whole number loses its point."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
