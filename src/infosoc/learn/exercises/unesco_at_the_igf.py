"""Exercises of the lesson on UNESCO at the IGF."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise

#: The number that UNESCO's page gives without a date.
CLAIMED = 17


def themes() -> pd.Series:
    """Return the number of sessions of each theme."""
    return load("unesco_igf_sessions")["themes"].explode().value_counts()


def table() -> pd.DataFrame:
    """Return the number of sessions of each theme at each meeting where it occurs."""
    pairs = load("unesco_igf_sessions").explode("themes")
    return pairs.groupby(["themes", "year"]).size().reset_index(name="sessions")


def seventeen() -> int:
    """Return the year in which the sessions that UNESCO organized reach the claimed number."""
    sessions = load("unesco_igf_sessions")
    organized = sessions[sessions["role"] != "participant"]
    sums = organized.groupby("year").size().cumsum()
    return int(sums[sums >= CLAIMED].index[0])


EXERCISES = {
    "unesco-at-the-igf-themes": Exercise(
        themes,
        (
            "explode() gives each theme of a list a row of its own.",
            "Then count the values with value_counts().",
        ),
    ),
    "unesco-at-the-igf-table": Exercise(
        table,
        (
            "explode('themes') gives each pair of session and theme a row.",
            "Group by themes and year and count with size().",
            "reset_index(name='sessions') turns the counts into a column.",
        ),
    ),
    "unesco-at-the-igf-seventeen": Exercise(
        seventeen,
        (
            "Keep the sessions whose role is not 'participant'.",
            "Count them by year, and add up with cumsum().",
        ),
    ),
}
