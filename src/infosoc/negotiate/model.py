"""The rules of the game as arrays: what an option is worth to a role, and what it never accepts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from infosoc.data.loader import load
from infosoc.errors import InfosocError, UnknownNameError

#: The letters of the options; the last one deletes the paragraph.
LETTERS = "ABCD"
#: How a paragraph without a choice is written, and its number among the choices.
OPEN, UNCHOSEN = "-", -1


class PackageError(InfosocError, ValueError):
    """A package that is not one letter for each paragraph."""


@dataclass(frozen=True)
class Verdict:
    """What a package means for the roles.

    Attributes
    ----------
    gains
        Points of each role.
    short
        Roles that gain less than they need.
    crossed
        Paragraphs in which a red line is crossed, by role.
    still_open
        Paragraphs without a choice.
    """

    gains: dict[str, int]
    short: list[str]
    crossed: dict[str, list[str]]
    still_open: list[str]

    @property
    def blocked(self) -> list[str]:
        """Return the roles that are below their red line, in the order of the table."""
        return [role for role in self.gains if role in self.short or role in self.crossed]

    @property
    def passes(self) -> bool:
        """Tell whether there is consensus: nothing is open and no role is below its red line."""
        return not self.still_open and not self.blocked


@dataclass(frozen=True, eq=False)
class Game:
    """Paragraphs, roles and points.

    Attributes
    ----------
    clauses, roles
        Ids in the order of the tables.
    worth
        Points by role, paragraph and option: value times weight.
    barred
        Whether a role never accepts the option, in the same shape.
    least
        Points with which each role accepts the text as a whole.
    """

    clauses: tuple[str, ...]
    roles: tuple[str, ...]
    worth: np.ndarray
    barred: np.ndarray
    least: np.ndarray

    @property
    def every(self) -> np.ndarray:
        """Return the choices of every package: a row each, a column for each paragraph."""
        shape = (len(LETTERS),) * len(self.clauses)
        return np.indices(shape, dtype=np.int8).reshape(len(self.clauses), -1).T

    def points(self, choices: np.ndarray) -> np.ndarray:
        """Return the gain of each role (columns) in each package (rows).

        Parameters
        ----------
        choices
            Numbers of options, a row for each package; -1 for a paragraph without a choice.
        """
        return _added(self.worth, choices)

    def red_lines(self, choices: np.ndarray) -> np.ndarray:
        """Return how many red lines of each role (columns) each package (rows) crosses."""
        return _added(self.barred.astype(np.int16), choices)

    def accepted(self, choices: np.ndarray, without: Collection[str] = ()) -> np.ndarray:
        """Return which packages could pass: consensus of all roles that are not left out.

        Consensus means that no role is below its red line: each gains what it needs at the
        least, and none of its red lines is crossed. Nobody counts votes.

        Raises
        ------
        UnknownNameError
            If there is no such role.
        """
        for role in without:
            if role not in self.roles:
                raise UnknownNameError("role", role, self.roles)
        there = np.array([role not in without for role in self.roles])
        fine = (self.points(choices) >= self.least) & (self.red_lines(choices) == 0)
        return fine[:, there].all(axis=1) & (choices != UNCHOSEN).all(axis=1)

    def read(self, package: str) -> np.ndarray:
        """Return the choices of a package written in letters.

        Raises
        ------
        PackageError
            If it is not one letter for each paragraph.
        """
        letters = str(package).strip().upper()
        wrong = [letter for letter in letters if letter not in LETTERS + OPEN]
        if len(letters) != len(self.clauses) or wrong:
            raise PackageError(
                f"{package!r} is not a package. Write one letter for each of the "
                f"{len(self.clauses)} paragraphs, for example 'ACBCBB': A, B or C for a wording, "
                f"D to delete, {OPEN} for a paragraph that is open."
            )
        return np.array([UNCHOSEN if one == OPEN else LETTERS.index(one) for one in letters])

    def write(self, choices: Sequence[int] | np.ndarray) -> str:
        """Write choices as letters, one for each paragraph."""
        return "".join(OPEN if one == UNCHOSEN else LETTERS[one] for one in choices)

    def verdict(self, choices: Sequence[int] | np.ndarray) -> Verdict:
        """Judge one package, which may have open paragraphs."""
        row = np.asarray(choices)
        points = self.points(row[None])[0]
        crossed = {
            role: [
                clause
                for place, clause in enumerate(self.clauses)
                if row[place] != UNCHOSEN and self.barred[number, place, row[place]]
            ]
            for number, role in enumerate(self.roles)
        }
        return Verdict(
            gains=dict(zip(self.roles, map(int, points), strict=True)),
            short=[
                role
                for role, has, needs in zip(self.roles, points, self.least, strict=True)
                if has < needs
            ],
            crossed={role: found for role, found in crossed.items() if found},
            still_open=[
                clause for place, clause in enumerate(self.clauses) if row[place] == UNCHOSEN
            ],
        )


def _added(table: np.ndarray, choices: np.ndarray) -> np.ndarray:
    """Add what each role has in each paragraph; an open paragraph adds nothing."""
    found = np.zeros((len(choices), len(table)), dtype=np.int16)
    for place in range(choices.shape[1]):
        column = choices[:, place]
        # The option -1 would be read as the last one, so it gets a row of zeros at the end.
        padded = np.vstack([table[:, place].T, np.zeros(len(table), dtype=table.dtype)])
        found += padded[column].astype(np.int16)
    return found


@cache
def game() -> Game:
    """Return the game of the tables ``negotiation_...``.

    Returns
    -------
    Game
        Shared by all; its arrays cannot be changed.

    Examples
    --------
    >>> game().verdict(game().read("ACBCBB")).passes
    True
    """
    roles = load("negotiation_roles").sort_values("order")
    clauses = load("negotiation_clauses").sort_values("order")["id"].tolist()
    options = load("negotiation_options").set_index("id")
    rows = load("negotiation_positions")
    rows = rows.join(options[["clause_id", "letter"]], on="option_id")
    rows["points"] = rows["value"] * rows["weight"]
    shape = (len(roles), len(clauses), len(LETTERS))
    order = [roles["id"].tolist(), clauses, list(LETTERS)]
    index = pd.MultiIndex.from_product(order)
    filled = rows.astype({"letter": "str"}).set_index(["role_id", "clause_id", "letter"])
    filled = filled.reindex(index)
    worth = filled["points"].to_numpy(dtype="int16").reshape(shape)
    barred = filled["red_line"].to_numpy(dtype="bool").reshape(shape)
    least = roles["least"].to_numpy(dtype="int16")
    for array in (worth, barred, least):
        array.setflags(write=False)
    return Game(tuple(clauses), tuple(roles["id"]), worth, barred, least)
