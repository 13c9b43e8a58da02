"""Exercises of the lesson on the Summit."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise


def days() -> int:
    """Return the number of days on which the Summit met, both phases together."""
    events = load("events")
    summits = events[events.kind == "summit"]
    return int(((summits.end - summits.start).dt.days + 1).sum())


def places() -> pd.Series:
    """Return the number of preparatory meetings of the Summit in each city."""
    events = load("events")
    meetings = events[(events.topic == "wsis") & (events.kind == "preparatory-meeting")]
    return meetings["city"].value_counts()


EXERCISES = {
    "world-summit-days": Exercise(
        days,
        (
            "Keep the rows whose kind is 'summit'.",
            "The days of one meeting are (end - start).dt.days + 1. Add up both meetings.",
        ),
    ),
    "world-summit-places": Exercise(
        places,
        (
            "Keep the rows of the topic 'wsis' whose kind is 'preparatory-meeting'.",
            "Count the values of the column city with value_counts().",
        ),
    ),
}
