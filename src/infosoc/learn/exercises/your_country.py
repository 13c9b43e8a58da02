"""Exercises of the lesson on the reader's own country."""

from __future__ import annotations

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise


def _states() -> set[str]:
    countries = load("countries")
    return set(countries[countries["un_state"].fillna(False)]["iso3"])


def recent() -> int:
    """Return how many States have a figure of Internet use for 2024."""
    users = load("internet_users").query("year == 2024")
    return len(set(users["country_iso3"]) & _states())


def english() -> int:
    """Return in how many States English is an official language of the whole country."""
    spoken = load("country_languages").query("language == 'English' and status == 'official'")
    return len(set(spoken["country_iso3"]) & _states())


EXERCISES = {
    "your-country-recent": Exercise(
        recent,
        (
            "Keep the rows of users with the year 2024, then those whose code is in codes.",
            "users[(users.year == 2024) & users.country_iso3.isin(codes)] has one row a State.",
        ),
    ),
    "your-country-english": Exercise(
        english,
        (
            "Compare the columns language and status with == and join both with &.",
            "Count only codes that are in codes: territories are in the table too.",
        ),
    ),
}
