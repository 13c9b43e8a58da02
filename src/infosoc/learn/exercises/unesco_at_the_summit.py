"""Exercises of the lesson on UNESCO at the Summit."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise


def _unesco() -> pd.DataFrame:
    events = load("events")
    return events[events.topic == "unesco-in-wsis"]


def years() -> pd.Series:
    """Return the number of UNESCO's events at the Summit in each year."""
    return _unesco()["start"].dt.year.value_counts()


def days() -> int:
    """Return the number of days on which the four thematic meetings met."""
    events = _unesco()
    themes = events[events.id.str.startswith("thematic-") & (events.kind == "preparatory-meeting")]
    return int(((themes.end - themes.start).dt.days + 1).sum())


EXERCISES = {
    "unesco-at-the-summit-years": Exercise(
        years,
        (
            "The year of an event is unesco.start.dt.year.",
            "Count the values of that Series with value_counts().",
        ),
    ),
    "unesco-at-the-summit-days": Exercise(
        days,
        (
            "The days of one meeting are (end - start).dt.days + 1.",
            "Add up the days of the four rows with sum().",
        ),
    ),
}
