"""What a cell of a reader's own event may hold."""

from __future__ import annotations

import difflib

import pandas as pd

from infosoc.data.loader import load
from infosoc.data.registry import find
from infosoc.data.validate import CONTROL
from infosoc.errors import Problem

#: Longer texts do not fit beside a mark or into a table.
LONGEST = {"title": 200, "description": 2000}
LONGEST_OTHER = 2000


def cell_problems(file: str, frame: pd.DataFrame, lines: list[int]) -> list[Problem]:
    """List every cell that cannot be used; dates are checked where they are read."""
    found = []
    for name in frame.columns:
        for line, text in zip(lines, frame[name], strict=True):
            fault = _fault(name, text)
            if fault:
                found.append(Problem(file, line, name, *fault))
    found += _double_ids(file, frame["id"].tolist(), lines)
    for name, known in (("topic", _topics()), ("kind", _kinds())):
        if name in frame:
            found += _unknown(file, name, frame[name].tolist(), lines, known)
    if "country_iso3" in frame:
        found += _countries(file, frame, lines)
    return found


def _fault(name: str, text: str) -> tuple[str, str] | None:
    if not text and name in ("title", "date_start", "id"):
        return "The cell is empty.", "Fill it."
    longest = LONGEST.get(name, LONGEST_OTHER)
    if len(text) > longest:
        return f"The text has {len(text)} characters.", f"Keep it to {longest}."
    if CONTROL.search(text):
        return f"{text[:40]!r} holds a control character.", "Take it out."
    return None


def _double_ids(file: str, ids: list[str], lines: list[int]) -> list[Problem]:
    first: dict[str, int] = {}
    found = []
    for line, name in zip(lines, ids, strict=True):
        if name and name in first:
            message = f"{name!r} stands already in line {first[name]}."
            found.append(Problem(file, line, "id", message, "Give each event an id of its own."))
        first.setdefault(name, line)
    return found


def _unknown(
    file: str, name: str, texts: list[str], lines: list[int], known: list[str]
) -> list[Problem]:
    found = []
    for line, text in zip(lines, texts, strict=True):
        if text and text not in known:
            near = difflib.get_close_matches(text.lower(), known, n=1, cutoff=0.5)
            hint = f"Did you mean {near[0]!r}? " if near else ""
            mend = f"{hint}Choose one of: {', '.join(known)}; or name the column otherwise."
            found.append(Problem(file, line, name, f"{text!r} is not known.", mend))
    return found


def _topics() -> list[str]:
    return load("topics")["id"].tolist()


def _kinds() -> list[str]:
    kinds = next(column.enum for column in find("events").columns if column.name == "kind")
    return list(kinds or ())


def _countries(file: str, frame: pd.DataFrame, lines: list[int]) -> list[Problem]:
    """Accept codes and full names, and write codes."""
    countries = load("countries")
    codes = dict(zip(countries["name"].str.casefold(), countries["iso3"], strict=True))
    codes |= {code.casefold(): code for code in countries["iso3"]}
    given = frame["country_iso3"]
    frame["country_iso3"] = [codes.get(text.casefold(), text) for text in given]
    valid = set(countries["iso3"])
    found = []
    for line, text in zip(lines, frame["country_iso3"], strict=True):
        if text and text not in valid:
            near = difflib.get_close_matches(text.casefold(), codes, n=1, cutoff=0.6)
            hint = f" Did you mean {codes[near[0]]} ({near[0].title()})?" if near else ""
            mend = f"Write the code of three letters, such as KEN.{hint}"
            found.append(Problem(file, line, "country_iso3", f"{text!r} is no country.", mend))
    return found
