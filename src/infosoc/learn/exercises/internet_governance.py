"""Exercises of the lesson on Internet governance."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise


def days() -> int:
    """Return the days from the announcement of the United States to the end of its role."""
    start = load("events").set_index("id")["start"]
    return int((start["iana-transition-2016"] - start["ntia-announcement-2014"]).days)


def fields() -> pd.Series:
    """Return the number of organizations in each field."""
    return load("governance_roles")["field"].value_counts()


EXERCISES = {
    "internet-governance-days": Exercise(
        days,
        (
            "Take the column start of the two rows.",
            "The difference of two dates has the property days.",
        ),
    ),
    "internet-governance-fields": Exercise(
        fields,
        ("Each row of roles is one organization in one field.", "Count the values of field."),
    ),
}
