"""Exercises of the lesson on timelines of one's own."""

from __future__ import annotations

from infosoc.data.loader import load
from infosoc.data.own_events.own_dates import to_iso
from infosoc.learn.exercises.form import Exercise

#: The year in which the council of the invented town adopts its plan.
YEAR = 2016


def dates() -> list[str]:
    """Return three dates as the course writes them."""
    return [to_iso(text, None) for text in ("10 December 2003", "November 2005", "16.12.2015")]


def same_year() -> int:
    """Return how many events of the course begin in the year of the plan."""
    return int((load("events")["start"].dt.year == YEAR).sum())


def precision() -> float:
    """Return the share of events whose day is known, in per cent, with one decimal."""
    return round(float((load("events")["precision"] == "day").mean() * 100), 1)


EXERCISES = {
    "own-timeline-dates": Exercise(
        dates,
        (
            "Year, month and day, in this order, with hyphens: 2003-12-10.",
            "Leave out what the text does not say: a month stays a month, 2005-11.",
        ),
        ordered=True,
    ),
    "own-timeline-year": Exercise(
        same_year,
        ("The year of an event is events.start.dt.year.", "Compare it with 2016 and add up."),
    ),
    "own-timeline-precision": Exercise(
        precision,
        (
            "A comparison with 'day' gives True or False for each event; its mean is a share.",
            "Multiply the share by 100 and round it to one decimal.",
        ),
    ),
}
