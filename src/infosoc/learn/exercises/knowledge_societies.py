"""Exercises of the lesson on Knowledge Societies."""

from __future__ import annotations

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise


def lines() -> list[str]:
    """Return the ids of the principles that name the action line C3, C8 or C9."""
    principles = load("knowledge_society_principles")
    wanted = {"C3", "C8", "C9"}
    named = principles["action_lines"].map(lambda codes: bool(wanted & set(codes)))
    return principles.loc[named, "id"].tolist()


def years() -> int:
    """Return the years between the Universal Declaration and the World Report."""
    when = load("events").set_index("id")["start"].dt.year
    return int(when["world-report-2005"] - when["udhr-1948"])


EXERCISES = {
    "knowledge-societies-lines": Exercise(
        lines,
        (
            "The column action_lines holds a tuple of codes in each row.",
            "Keep the rows whose tuple shares a code with {'C3', 'C8', 'C9'}.",
        ),
    ),
    "knowledge-societies-years": Exercise(
        years,
        (
            "The year of an event is start.dt.year.",
            "Subtract the earlier year from the later one.",
        ),
    ),
}
