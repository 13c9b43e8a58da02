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


def undp() -> bool:
    """Return whether a source names UNDP as chair."""
    return bool((_chairs()["organization_id"] == "undp").any())


EXERCISES = {
    "ungis-periods": Exercise(
        periods,
        ("Each row of chairs is one period.", "Count the values of organization_id."),
    ),
    "ungis-undp": Exercise(
        undp,
        (
            "Compare the column organization_id with 'undp'.",
            "any() tells whether at least one row fits; answer True or False.",
        ),
    ),
}
