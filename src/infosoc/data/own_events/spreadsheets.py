"""Read spreadsheets: XLSX of Excel, ODS of LibreOffice."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from infosoc.data.own_events.cells import Cells, tidy
from infosoc.data.own_files import refuse
from infosoc.errors import DataFileError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Rows = list[tuple[int, list[Any]]]

#: How spreadsheets begin: as ZIP archives; old and protected ones as OLE containers.
ZIP, OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
#: An XLSX file with a password is a part of this name within an OLE container.
PROTECTED = "EncryptedPackage".encode("utf-16-le")
#: An ODS file says in this part which of its parts need a password.
MANIFEST, PROTECTED_PART = "META-INF/manifest.xml", b"encryption-data"
#: A small archive can unpack to more than a computer holds.
LARGEST_CONTENT = 300_000_000
#: What a damaged archive makes the standard library raise.
BROKEN = (
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    ValueError,
    RuntimeError,
)


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
    from python_calamine import (  # noqa: PLC0415
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
    )

    if raw.startswith(OLE):
        raise _container(file, raw)
    _check_parts(file, raw)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        sheets = {
            one.name: _numbered(book.get_sheet_by_name(one.name))
            for one in book.sheets_metadata
            if one.typ == SheetTypeEnum.WorkSheet
        }
    except PasswordError as error:
        raise _protected(file) from error
    except (CalamineError, OSError, ValueError) as error:
        raise _broken(file, error) from error
    name = _chosen(file, sheets, sheet)
    rows = [(line, [_text(cell) for cell in row]) for line, row in sheets[name]]
    return tidy(file, rows, [f"The sheet {name!r} is read.", *_first_days(sheets[name])])


def _container(file: str, raw: bytes) -> DataFileError:
    """Tell a file with a password from one of Excel or Word before 2007."""
    if PROTECTED in raw:
        return _protected(file)
    mend = "Open it and save it as XLSX or as CSV (UTF-8)."
    return refuse(file, "The file is of an old kind, such as .xls or .doc.", mend)


def _check_parts(file: str, raw: bytes) -> None:
    """Refuse what the spreadsheet reader cannot cope with: it may never end on broken XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > LARGEST_CONTENT:
                raise refuse(file, "The file unpacks to more than 300 MB.", "Divide it.")
            if any(p.filename == MANIFEST and PROTECTED_PART in archive.read(p) for p in parts):
                raise _protected(file)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and part.file_size:
                    expat.ParserCreate().Parse(archive.read(part), True)
    except DataFileError:
        raise
    except BROKEN as error:
        raise _broken(file, error) from error


def _broken(file: str, error: Exception) -> DataFileError:
    mend = "Open it in a spreadsheet program and save it again as XLSX or CSV."
    return refuse(file, f"The spreadsheet cannot be read: {error}.", mend)


def _protected(file: str) -> DataFileError:
    mend = "Open it, take the password off and save it again."
    return refuse(file, "The file is protected with a password.", mend)


def _numbered(sheet: CalamineSheet) -> Rows:
    """Return the rows with their numbers; the reader leaves out empty ones at the top."""
    first = sheet.start[0] + 1 if sheet.start else 1
    return list(enumerate(sheet.to_python(), first))


def _first_days(rows: Rows) -> list[str]:
    """Warn of days that nobody wrote: "December 2003" in a cell becomes 1 December 2003."""
    count = sum(isinstance(cell, dt.date) and cell.day == 1 for _, row in rows for cell in row)
    if not count:
        return []
    return [
        f"Dates in cells that fall on the first day of a month: {count}. Where only the month is "
        "known, format the cell as text and write 2003-12."
    ]


def _chosen(file: str, sheets: dict[str, Rows], sheet: str | None) -> str:
    if sheet is not None:
        if sheet not in sheets:
            names = ", ".join(map(repr, sheets))
            raise refuse(file, f"There is no sheet {sheet!r}.", f"There are: {names}.")
        return sheet
    filled = [
        name for name, rows in sheets.items() if any(_text(c) for _, row in rows for c in row)
    ]
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
