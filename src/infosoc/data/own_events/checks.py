"""What a cell of a reader's own event may hold."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

import pandas as pd

from infosoc.data.loader import load
from infosoc.data.registry import find
from infosoc.data.validate import CONTROL
from infosoc.errors import Problem

#: Longer texts do not fit beside a mark or into a table.
LONGEST = {"title": 200, "description": 2000}
LONGEST_OTHER = 2000
#: Columns with lists of ids, and the tables that know them.
LISTS = {"organization_ids": "organizations", "source_ids": "sources"}
#: A message lists fewer problems than this; near names for thousands would only take time.
MOST_HINTS = 100


def cell_problems(file: str, frame: pd.DataFrame, lines: list[int]) -> list[Problem]:
    """List every cell that cannot be used; dates are checked where they are read."""
    found = []
    for name in frame.columns:
        for line, text in zip(lines, frame[name].tolist(), strict=True):
            fault = _fault(name, text)
            if fault:
                found.append(Problem(file, line, name, *fault))
    found += _double_ids(file, frame["id"].tolist(), lines)
    for name, known in _choices().items():
        if name in frame:
            found += _unknown(file, name, frame[name].tolist(), lines, known)
    for name, table in LISTS.items():
        if name in frame:
            found += _unknown_ids(file, name, frame[name].tolist(), lines, table)
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


def _choices() -> dict[str, list[str]]:
    """Return what may stand in the columns that offer a choice."""
    choices = {one.name: list(one.enum) for one in find("events").columns if one.enum}
    return {"topic": load("topics")["id"].tolist(), **choices}


def _hints(texts: Iterable[str], known: Sequence[str]) -> dict[str, str]:
    """Return the nearest known name of each unknown one."""
    distinct = list(dict.fromkeys(texts))[:MOST_HINTS]
    near = {
        text: difflib.get_close_matches(text.casefold(), known, n=1, cutoff=0.5)
        for text in distinct
    }
    return {text: names[0] for text, names in near.items() if names}


def _unknown(
    file: str, name: str, texts: list[str], lines: list[int], known: list[str]
) -> list[Problem]:
    valid = set(known)
    wrong = [(line, t) for line, t in zip(lines, texts, strict=True) if t and t not in valid]
    hints = _hints((text for _, text in wrong), known)
    rest = f"Choose one of: {', '.join(known)}; or name the column otherwise."
    found = []
    for line, text in wrong:
        hint = f"Did you mean {hints[text]!r}? " if text in hints else ""
        found.append(Problem(file, line, name, f"{text!r} is not known.", hint + rest))
    return found


def parts(text: str) -> tuple[str, ...]:
    """Divide a list in a cell.

    Examples
    --------
    >>> parts("itu; unesco;")
    ('itu', 'unesco')
    """
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _unknown_ids(
    file: str, name: str, texts: list[str], lines: list[int], table: str
) -> list[Problem]:
    known = load(table)["id"].tolist()
    valid = set(known)
    wrong = [
        (line, part)
        for line, text in zip(lines, texts, strict=True)
        for part in parts(text)
        if part not in valid
    ]
    hints = _hints((part for _, part in wrong), known)
    rest = f"infosoc.load({table!r}) has the ids; or name the column otherwise."
    found = []
    for line, part in wrong:
        hint = f"Did you mean {hints[part]!r}? " if part in hints else ""
        found.append(Problem(file, line, name, f"{part!r} is not known.", hint + rest))
    return found


def _countries(file: str, frame: pd.DataFrame, lines: list[int]) -> list[Problem]:
    """Accept codes and full names, and write codes."""
    countries = load("countries")
    codes = dict(zip(countries["name"].str.casefold(), countries["iso3"], strict=True))
    codes |= {code.casefold(): code for code in countries["iso3"]}
    given = frame["country_iso3"]
    frame["country_iso3"] = [codes.get(text.casefold(), text) for text in given]
    wrong = [
        (line, text)
        for line, text in zip(lines, given, strict=True)
        if text and text.casefold() not in codes
    ]
    hints = _hints((text for _, text in wrong), list(codes))
    found = []
    for line, text in wrong:
        near = hints.get(text)
        hint = f" Did you mean {codes[near]} ({near.title()})?" if near else ""
        mend = f"Write the code of three letters, such as KEN.{hint}"
        found.append(Problem(file, line, "country_iso3", f"{text!r} is no country.", mend))
    return found
