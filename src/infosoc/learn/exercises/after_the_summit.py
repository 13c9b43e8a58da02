"""Exercises of the lesson on what came after the Summit."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise


def unesco() -> list[str]:
    """Return the codes of the action lines that UNESCO leads."""
    rows = load("action_line_facilitators")
    chosen = rows[(rows["role"] == "lead") & (rows["organization_id"] == "unesco")]
    return chosen["action_line"].unique().tolist()


#: A goal with fewer action lines than this is asked for.
FEW = 6


def _pairs() -> pd.DataFrame:
    pairs = load("action_line_sdgs")
    return pairs[pairs["agreement"] == "both"]


def reach() -> pd.Series:
    """Return the number of goals of each action line, in pairs that both lists name."""
    return _pairs()["action_line"].value_counts()


def few() -> list[int]:
    """Return the goals that fewer than six action lines reach."""
    per_goal = _pairs()["sdg"].value_counts()
    return per_goal[per_goal < FEW].index.tolist()


EXERCISES = {
    "after-the-summit-unesco": Exercise(
        unesco,
        (
            "Keep the rows of leads whose organization_id is 'unesco'.",
            "Turn the column action_line into a list with tolist().",
        ),
    ),
    "after-the-summit-reach": Exercise(
        reach,
        (
            "Each row of pairs is one action line with one goal.",
            "Count the values of the column action_line with value_counts().",
        ),
    ),
    "after-the-summit-few": Exercise(
        few,
        (
            "Count the values of the column sdg with value_counts().",
            "Keep the counts below 6, and take their index as a list.",
        ),
    ),
}
