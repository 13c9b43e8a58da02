"""Errors that teach: they name what was given, what is valid and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: How many problems an error message lists before it only counts the rest.
MOST_LISTED = 20
#: How many valid names a message lists.
MOST_NAMES = 60


class InfosocError(Exception):
    """Base class of all errors raised on purpose by this package."""


class UnknownNameError(InfosocError, LookupError):
    """A name that does not exist, with the valid names and the nearest one.

    Parameters
    ----------
    kind
        What the name stands for, for example ``"table"``.
    given
        The name that was given.
    valid
        The names that exist.

    Examples
    --------
    >>> print(UnknownNameError("table", "event", ["events", "sources"]))
    There is no table named 'event'. Did you mean 'events'? Valid names: events, sources.
    """

    def __init__(self, kind: str, given: object, valid: Iterable[str]):
        self.kind = kind
        self.given = given
        self.valid = list(valid)
        self.nearest = nearest(given, self.valid)
        hint = f" Did you mean {self.nearest!r}?" if self.nearest else ""
        names = ", ".join(self.valid[:MOST_NAMES]) or "none"
        if len(self.valid) > MOST_NAMES:
            names += f" and {len(self.valid) - MOST_NAMES} more"
        super().__init__(f"There is no {kind} named {given!r}.{hint} Valid names: {names}.")


def nearest(given: object, valid: Iterable[str]) -> str | None:
    """Return the valid name that looks most like the given one, if one does.

    Examples
    --------
    >>> nearest("feedbak", ["ask", "feedback"])
    'feedback'
    """
    small = {name.lower(): name for name in valid}
    near = difflib.get_close_matches(str(given).lower(), small, n=1, cutoff=0.5)
    return small[near[0]] if near else None


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in a data file, with its place and its mend.

    Parameters
    ----------
    file
        Name of the file.
    line
        Line in the file, counted from 1 with the header as line 1; 0 is the file as a whole.
    column
        Column name, or empty where the whole line or file is meant.
    message
        What is wrong, with the value.
    mend
        What to do about it.

    Examples
    --------
    >>> print(Problem("events.csv", 7, "date_start", "'2003-13' is not a date.", "Use YYYY-MM."))
    events.csv, line 7, column date_start: '2003-13' is not a date. Use YYYY-MM.
    """

    file: str
    line: int
    column: str
    message: str
    mend: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f", line {self.line}"
        if self.column:
            place += f", column {self.column}"
        return f"{place}: {self.message} {self.mend}".rstrip()


class DataFileError(InfosocError, ValueError):
    """A data file that cannot be trusted, with every problem that was found.

    Parameters
    ----------
    problems
        The faults, one :class:`Problem` each.

    Examples
    --------
    >>> print(DataFileError([Problem("events.csv", 2, "id", "The cell is empty.")]))
    1 problem found.
    - events.csv, line 2, column id: The cell is empty.
    """

    def __init__(self, problems: Sequence[Problem]):
        self.problems = list(problems)
        count = len(self.problems)
        lines = [f"- {problem}" for problem in self.problems[:MOST_LISTED]]
        if count > MOST_LISTED:
            lines.append(f"- and {count - MOST_LISTED} more.")
        head = "1 problem found." if count == 1 else f"{count} problems found."
        super().__init__("\n".join([head, *lines]))


class TableShapeError(InfosocError, ValueError):
    """A table handed to a function that lacks a column or holds the wrong kind of values."""
