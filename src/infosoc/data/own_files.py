"""A reader's own file: its bytes and its text, or an error that says how to mend it."""

from __future__ import annotations

import codecs
from pathlib import Path

from infosoc.errors import DataFileError, Problem, nearest

#: Marks at the start of a text file, the encoding they stand for, and how it is told.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a mark at the start"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: Old programs on Windows write this; it has a letter for almost every byte, so it comes last.
WINDOWS = "cp1252"
MILLION = 1_000_000


def refuse(file: str, message: str, mend: str = "", line: int = 0) -> DataFileError:
    """Return the error for a file that cannot be read at all."""
    return DataFileError([Problem(file, line, "", message, mend)])


def raw_bytes(path: Path, largest: int, if_empty: str) -> bytes:
    """Return what a file holds.

    Parameters
    ----------
    path
        The file.
    largest
        The most bytes that are read.
    if_empty
        What to do about a file without a byte.

    Raises
    ------
    DataFileError
        If there is no such file, it may not be opened, or is empty or too large.
    """
    name = path.name
    try:
        is_too_large = path.stat().st_size > largest
        raw = b"" if is_too_large else path.read_bytes()
    except FileNotFoundError as error:
        raise refuse(name, "There is no such file.", _beside(path)) from error
    except OSError as error:
        mend = "Name a file that you may read, not a folder."
        raise refuse(name, f"It cannot be opened ({error.strerror}).", mend) from error
    except ValueError as error:
        # A byte zero, or half of a character.
        mend = "Choose the name from those that the folder shows."
        raise refuse(name, "No file can have this name.", mend) from error
    if is_too_large:
        raise refuse(name, f"The file has more than {largest // MILLION} MB.", "Divide it.")
    if not raw:
        raise refuse(name, "The file is empty.", if_empty)
    return raw


def _beside(path: Path) -> str:
    """Say where the file was looked for, and which name there is nearest."""
    folder = path.parent
    told = f"Looked in {folder}."
    try:
        names = [one.name for one in folder.iterdir() if one.is_file()]
    except OSError:
        return f"{told} There is no such folder."
    near = nearest(path.name, names)
    return f"Did you mean {near!r}? {told}" if near else told


def decode(
    file: str, raw: bytes, encoding: str | None, mend: str, declared: str | None = None
) -> tuple[str, str]:
    """Return the text of a file, and in plain words which encoding it was read in.

    A mark at the start decides, then what the file says of itself, then whether it is good
    UTF-8; what is left is read as Windows-1252, and that is told.

    Parameters
    ----------
    file
        Name of the file, for messages.
    raw
        Its bytes.
    encoding
        The encoding that the reader names, or nothing.
    mend
        What to do about bytes that do not fit.
    declared
        The encoding that the file itself names, or nothing.

    Raises
    ------
    DataFileError
        If a byte does not fit the encoding, or there is no such encoding.
    """
    if encoding is not None:
        # Who names UTF-8 need not know that Excel puts a mark in front of it.
        return _by_name(file, raw, encoding, mend).removeprefix("\ufeff"), encoding
    for mark, name, words in MARKS:
        if raw.startswith(mark):
            return _by_name(file, raw, name, mend), words
    if declared is not None:
        try:
            return raw.decode(declared), f"{declared}, because the file says so"
        except (LookupError, UnicodeError):
            pass  # A page can be wrong about itself.
    try:
        return raw.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        how = "Windows-1252, because it is not UTF-8"
        return _by_name(file, raw, WINDOWS, mend), how


def _by_name(file: str, raw: bytes, encoding: str, mend: str) -> str:
    try:
        return raw.decode(encoding)
    except LookupError as error:
        raise refuse(file, f"There is no encoding {encoding!r}.", "Try 'utf-8'.") from error
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        byte = f"0x{raw[error.start]:02x}"
        message = f"The byte {byte} does not fit the encoding {encoding}."
        raise refuse(file, message, mend, line) from error
    except ValueError as error:
        # Encodings of names and numbers, such as idna, do not say which byte it is.
        raise refuse(file, f"The file does not fit the encoding {encoding!r}.", mend) from error
