"""Exercises of the lesson in which a text is negotiated."""

from __future__ import annotations

from infosoc.learn.exercises.form import Exercise
from infosoc.negotiate import game, packages

#: Roles that make a majority of eight, and the points with which a role says yes.
MAJORITY, ENOUGH = 5, 4


def without() -> int:
    """Return how many packages could pass without civil society."""
    return int(packages("civil-society")["passes"].sum())


def majority() -> int:
    """Return how many packages bring enough to at least five roles."""
    points = packages()[list(game().roles)]
    return int(((points >= ENOUGH).sum(axis=1) >= MAJORITY).sum())


EXERCISES = {
    "negotiate-a-text-without": Exercise(
        without,
        (
            "A column of yes and no can be added up: yes counts as one.",
            "Take the sum of every.passes.",
        ),
    ),
    "negotiate-a-text-majority": Exercise(
        majority,
        (
            "The table of infosoc.negotiate.packages() has a column of points for each role.",
            "Compare these columns with 4, and count in each row how many are large enough.",
        ),
    ),
}
