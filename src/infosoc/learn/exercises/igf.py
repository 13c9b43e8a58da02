"""Exercises of the lesson on the IGF."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise


def regions() -> pd.Series:
    """Return the number of meetings on each continent."""
    place = load("countries").set_index("iso3")["un_region"]
    return load("igf_meetings")["country_iso3"].map(place).value_counts()


def growth() -> float:
    """Return how many times as many initiatives are known for 2025 as for 2016."""
    rows = load("igf_initiatives").query("kind == 'all'").drop_duplicates("year")
    count = rows.set_index("year")["count"]
    return float(count[2025] / count[2016])


EXERCISES = {
    "igf-regions": Exercise(
        regions,
        (
            "The table countries has the column un_region for each code iso3.",
            "Map the codes of meetings.country_iso3 to it and count the values.",
        ),
    ),
    "igf-growth": Exercise(
        growth,
        (
            "Take the figures of the years 2016 and 2025 from known.",
            "Divide the later by the earlier.",
        ),
    ),
}
