"""The log of a negotiation: every move, kept as rows, written as CSV and read again."""

from __future__ import annotations

import csv
import os
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import pandas as pd

from infosoc.errors import DataFileError, Problem, nearest
from infosoc.messages import say
from infosoc.negotiate.model import LETTERS, game

#: What can happen, in the words of the file.
ACTIONS = (
    "chooses",
    "opens",
    "words",
    "accepts-offer",
    "starts-silence",
    "pauses-silence",
    "goes-on",
    "breaks-silence",
    "agreed",
    "no-consensus",
    "breaks-off",
)
#: Actions with which a negotiation ends.
ENDS = ("agreed", "no-consensus", "breaks-off")
#: Who acts when it is not one role: the group around the table, and the clock.
ROOM, CLOCK = "room", "clock"
#: A spreadsheet would run a cell that begins so; an apostrophe before it makes it a text.
ACTIVE = ("=", "+", "-", "@", "\t", "\r")
#: A longer file is not one of ours.
MOST_BYTES = 2_000_000


@dataclass(frozen=True)
class Move:
    """One row of the log.

    Attributes
    ----------
    move
        Number, from 1.
    seconds
        Seconds since the beginning.
    who
        Role, ``room`` or ``clock``.
    action
        One of :data:`ACTIONS`.
    paragraph, choice
        Paragraph and letter that the move is about, or empty.
    words
        A wording of the group's own.
    """

    move: int
    seconds: int
    who: str
    action: str
    paragraph: str = ""
    choice: str = ""
    words: str = ""


COLUMNS = [field.name for field in fields(Move)]


def as_table(moves: list[Move]) -> pd.DataFrame:
    """Return the log as a table."""
    return pd.DataFrame([astuple(move) for move in moves], columns=COLUMNS)


def write_log(moves: list[Move], path: str | os.PathLike[str]) -> Path:
    """Write the log as a CSV file that spreadsheets open; a file that is there is replaced.

    Parameters
    ----------
    moves
        The moves.
    path
        Where to write it.

    Returns
    -------
    pathlib.Path
        The file, with its folder.
    """
    file = Path(path).resolve()
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(COLUMNS)
        rows.writerows([*astuple(move)[:-1], _quiet(move.words)] for move in moves)
    return file


def read_log(path: str | os.PathLike[str]) -> list[Move]:
    """Read a log that was saved.

    Parameters
    ----------
    path
        A CSV file that the button "Save the log" wrote.

    Returns
    -------
    list of Move
        The moves in their order.

    Raises
    ------
    DataFileError
        If the file cannot be read or a cell is not what a log holds; the message names the line,
        the column and the mend. Nothing of the file is executed.

    Examples
    --------
    >>> import tempfile
    >>> file = write_log([Move(1, 0, "room", "breaks-off")], Path(tempfile.mkdtemp()) / "log.csv")
    >>> read_log(file)[0].action
    'breaks-off'
    """
    file = Path(path)
    rows = list(csv.reader(_text(file).splitlines(keepends=True)))
    if not rows or rows[0] != COLUMNS:
        mend = say("log.columns.mend", columns=", ".join(COLUMNS))
        raise DataFileError([Problem(file.name, 1, "", say("log.columns"), mend)])
    problems: list[Problem] = []
    moves = [_move(file.name, line, cells, problems) for line, cells in enumerate(rows[1:], 2)]
    if problems:
        raise DataFileError(problems)
    return [move for move in moves if move]


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise DataFileError([Problem(file.name, 0, "", say("log.large"))])
        return file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        missing = Problem(file.name, 0, "", say("log.missing"), say("log.missing.mend"))
        raise DataFileError([missing]) from error
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(
            [Problem(file.name, 0, "", say("log.unreadable", error=error))]
        ) from error


def _move(file: str, line: int, cells: list[str], problems: list[Problem]) -> Move | None:
    if len(cells) != len(COLUMNS):
        message = say("log.cells", count=len(cells), wanted=len(COLUMNS))
        problems.append(Problem(file, line, "", message, say("log.cells.mend")))
        return None
    row = dict(zip(COLUMNS, cells, strict=True))
    rules = game()
    valid = {
        "who": (*rules.roles, ROOM, CLOCK),
        "action": ACTIONS,
        "paragraph": ("", *rules.clauses),
        "choice": ("", *LETTERS),
    }
    found = [
        Problem(file, line, name, say("log.value", given=row[name]), _mend(row[name], names))
        for name, names in valid.items()
        if row[name] not in names
    ]
    found += [
        Problem(file, line, name, say("log.number", given=row[name]), say("log.number.mend"))
        for name in ("move", "seconds")
        if not (row[name].isascii() and row[name].isdigit())
    ]
    problems += found
    if found:
        return None
    plain = {name: row[name] for name in valid}
    return Move(int(row["move"]), int(row["seconds"]), **plain, words=_loud(row["words"]))


def _mend(given: str, valid: tuple[str, ...]) -> str:
    near = nearest(given, valid)
    names = ", ".join(filter(None, valid))
    return say("log.near", near=near, valid=names) if near else say("log.valid", valid=names)


def _quiet(text: str) -> str:
    return f"'{text}" if text.startswith((*ACTIVE, "'")) else text


def _loud(text: str) -> str:
    return text.removeprefix("'")
