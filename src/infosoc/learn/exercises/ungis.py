"""Exercises of the lesson on UNGIS."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise


def _chairs() -> pd.DataFrame:
    rows = load("ungis_chairs")
    return rows[rows["role"] == "chair"]


def periods() -> pd.Series:
    """Return the number of periods in the chair of each organization."""
    return _chairs()["organization_id"].value_counts()


def gap() -> int:
    """Return the days of the longest time without a source, from last to next first day."""
    chairs = _chairs().sort_values("start")
    return int((chairs["start"] - chairs["end"].shift()).dt.days.max())


EXERCISES = {
    "ungis-periods": Exercise(
        periods,
        ("Each row of chairs is one period.", "Count the values of organization_id."),
    ),
    "ungis-gap": Exercise(
        gap,
        (
            "Sort by start. The time before a period is its start minus the end of the one before.",
            "The end of the row before is chairs.end.shift(); take days with .dt.days and max().",
        ),
    ),
}
