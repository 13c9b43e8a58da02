"""Exercises of the lesson on languages online."""

from __future__ import annotations

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise

#: What each site's home page says, one language for each site.
HOME_PAGES = "websites-w3techs"


def far_apart() -> int:
    """Return for how many languages one method finds more than twice as much as the other."""
    rows = load("languages_online")
    rows = rows[rows["measure"].isin([HOME_PAGES, "web-contents-obdilci-v3"])]
    wide = rows[rows["as_of"] == "2022-03"].pivot(
        index="language", columns="measure", values="value"
    )
    return int((wide.max(axis=1) / wide.min(axis=1) > 2).sum())  # noqa: PLR2004


def quoted() -> str:
    """Return the measure that counts home pages of visited sites."""
    return HOME_PAGES


EXERCISES = {
    "languages-online-far": Exercise(
        far_apart,
        (
            "Turn the table so that each method is a column: pivot with index language, columns "
            "measure and values value.",
            "Divide the larger by the smaller of each row, then count those above 2.",
        ),
    ),
    "languages-online-quote": Exercise(
        quoted,
        (
            "Which method looks at visited sites, and which one at all contents?",
            "Look at the column measure of march; there are only two values.",
        ),
    ),
}
