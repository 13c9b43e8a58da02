"""Exercises of the lesson on checking claims."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise

#: The page that is checked is UNESCO's; its other pages are not a second voice.
OWN = "UNESCO"


def verdicts() -> pd.Series:
    """Return the number of claims with each verdict."""
    return load("founding_claims")["status"].value_counts()


def one_voice() -> list[str]:
    """Return the ids of the confirmed claims whose sources are all UNESCO's own."""
    claims = load("founding_claims")
    confirmed = claims[claims["status"] == "confirmed"]
    pairs = confirmed.explode("source_ids")
    publishers = load("sources").set_index("id")["publisher"]
    own = pairs["source_ids"].map(publishers).str.contains(OWN)
    alone = own.groupby(pairs["id"]).all()
    return alone.index[alone].tolist()


def share() -> float:
    """Return the share of claims that are confirmed, in per cent, with one decimal."""
    return round(float((load("founding_claims")["status"] == "confirmed").mean() * 100), 1)


EXERCISES = {
    "check-the-claims-verdicts": Exercise(
        verdicts,
        ("Each row of claims is one claim.", "Count the values of the column status."),
    ),
    "check-the-claims-one-voice": Exercise(
        one_voice,
        (
            "Keep the claims whose status is 'confirmed'.",
            "alone says for each id whether all its sources are UNESCO's: map the ids with it.",
        ),
    ),
    "check-the-claims-share": Exercise(
        share,
        (
            "A comparison gives True or False for each claim; its mean is a share.",
            "Multiply the share by 100 and round it to one decimal.",
        ),
    ),
}
