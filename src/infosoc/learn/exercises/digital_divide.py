"""Exercises of the lesson on the digital divide."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise


def ratio() -> pd.Series:
    """Return how many times as many are online in high-income as in low-income countries."""
    groups = load("internet_users_groups")
    wide = groups.pivot(index="year", columns="group_code", values="value")
    return (wide["HIC"] / wide["LIC"]).round(1)


def weighted() -> float:
    """Return the share of people online in Africa in 2024, each person counted once."""
    places = load("countries").set_index("iso3")["un_region"]
    rows = (
        load("population")
        .query("year == 2024")
        .merge(
            load("internet_users").query("year == 2024"),
            on="country_iso3",
            suffixes=("_people", "_share"),
        )
    )
    part = rows[rows["country_iso3"].map(places) == "Africa"]
    online = (part["value_share"] * part["value_people"]).sum()
    return round(float(online / part["value_people"].sum()), 1)


EXERCISES = {
    "digital-divide-ratio": Exercise(
        ratio,
        (
            "Turn the table so that each group is a column: pivot with index year, columns "
            "group_code and values value.",
            "Divide the column HIC by the column LIC, then use round(1).",
        ),
    ),
    "digital-divide-weighted": Exercise(
        weighted,
        (
            "A plain mean counts each country once. Multiply each share by its people first.",
            "Divide the sum of share times people by the sum of the people.",
        ),
    ),
}
