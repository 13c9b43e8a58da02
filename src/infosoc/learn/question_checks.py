"""Refuse a file of questions that would mislead a learner: each fault with its place."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Collection
from typing import Any

from infosoc.data.dates import first_day, last_day
from infosoc.data.validate import HTML_TAG
from infosoc.errors import Problem, nearest
from infosoc.messages import say

FEWEST_OPTIONS, FEWEST_ITEMS = 2, 3
#: Fields of every question, and of each kind, with the type that each has to have.
COMMON = {
    "id": "text",
    "kind": "text",
    "ask": "text",
    "hint": "hints",
    "section": "text",
    "sources": "texts",
}
OWN = {
    "single": {"option": "parts"},
    "several": {"option": "parts"},
    "true-false": {"right": "flag", "feedback_true": "text", "feedback_false": "text"},
    "order": {"item": "parts", "feedback": "text"},
    "number": {
        "right": "number",
        "tolerance": "number",
        "lowest": "number",
        "highest": "number",
        "unit": "text",
        "feedback": "text",
    },
}
#: Fields of a part, by the field of the question that it stands under.
PARTS = {
    "option": {"text": "text", "feedback": "text", "right": "flag"},
    "item": {"text": "text", "date": "text"},
}
OPTIONAL = {"option": {"right"}}

Entry = dict[str, Any]


def faults(
    file: str, content: Entry, sources: Collection[str], headings: Collection[str] | None
) -> list[Problem]:
    """List every fault of a file of questions.

    Parameters
    ----------
    file
        Name of the file.
    content
        What it holds.
    sources
        Ids of the sources that exist.
    headings
        Headings of the lesson, or ``None`` if the lesson is not at hand; then the sections to
        read again are not checked.

    Returns
    -------
    list of Problem
        Empty when the file is good; in the order of the questions.
    """
    found = [
        Problem(file, 0, "", say("quiz_file.top", name=name), say("quiz_file.top.mend"))
        for name in content
        if name != "question"
    ]
    entries = content.get("question")
    if not _is_type(entries, "parts"):
        problem = say("quiz_file.empty"), say("quiz_file.empty.mend")
        return [*found, Problem(file, 0, "", *problem)]
    for number, entry in enumerate(entries or (), start=1):
        checks = _Checks(file, entry, number)
        checks.run(sources, headings)
        found += checks.found
    ids = [str(entry.get("id")) for entry in entries or ()]
    for name in sorted({one for one in ids if ids.count(one) > 1}):
        place = say("quiz_file.place.field", file=file, name=name, field="id")
        mend = say("quiz_file.twice.mend")
        found.append(Problem(place, 0, "", say("quiz_file.twice", name=name), mend))
    return found


class _Checks:
    """The checks of one question."""

    def __init__(self, file: str, entry: Entry, number: int):
        self.file = file
        self.entry = entry
        self.name = entry.get("id", say("quiz_file.nameless", number=number))
        self.found: list[Problem] = []

    def fault(self, field: str, message: str, mend: str) -> None:
        place = say("quiz_file.place.field", file=self.file, name=self.name, field=field)
        self.found.append(Problem(place, 0, "", message, mend))

    def run(self, sources: Collection[str], headings: Collection[str] | None) -> None:
        kind = self.entry.get("kind")
        if not isinstance(kind, str) or kind not in OWN:
            valid = ", ".join(OWN)
            self.fault(
                "kind",
                say("quiz_file.kind", given=kind),
                say("quiz_file.kind.mend", valid=valid),
            )
            return
        self._check_fields(self.entry, COMMON | OWN[kind], kind)
        for part in PARTS:
            if part in OWN[kind] and _is_type(self.entry.get(part), "parts"):
                self._check_parts(part, kind)
        self._check_section(headings)
        self._check_sources(sources)
        # What the fields mean together can be judged only when each of them is sound.
        if not self.found:
            MEANINGS[kind](self)

    def _check_fields(
        self, entry: Entry, fields: dict[str, str], kind: str, part: str = ""
    ) -> None:
        """Check that an entry has the fields it needs, of the right type, and no other."""

        def named(field: str) -> str:
            return f"{part} {field}" if part else field

        optional = OPTIONAL.get(part.partition(" ")[0], set())
        for field, wanted in fields.items():
            if field in entry:
                self._check_value(named(field), entry[field], wanted)
            elif field not in optional:
                self.fault(named(field), say("quiz_file.missing"), say("quiz_file.missing.mend"))
        for field in entry:
            if field not in fields:
                self._unknown(named(field), field, fields, kind)

    def _unknown(self, place: str, field: str, fields: Collection[str], kind: str) -> None:
        near = nearest(field, fields)
        mend = (
            say("quiz_file.unknown.nearest", nearest=near)
            if near
            else say("quiz_file.unknown.mend", valid=", ".join(fields))
        )
        self.fault(place, say("quiz_file.unknown", kind=kind), mend)

    def _check_value(self, field: str, value: Any, wanted: str) -> None:
        if not _is_type(value, wanted):
            needed = _type_in_words(wanted, field)
            message = say(
                "quiz_file.type", given=value, found=_found_in_words(value), wanted=needed
            )
            self.fault(field, message, say("quiz_file.type.mend", wanted=needed))
            return
        if wanted in TEXTS:
            for text in [value] if isinstance(value, str) else value:
                self._check_text(field, text)

    def _check_text(self, field: str, text: str) -> None:
        if not text.strip():
            self.fault(field, say("quiz_file.no_text"), say("quiz_file.missing.mend"))
        elif HTML_TAG.search(text):
            self.fault(field, say("quiz_file.html", given=text), say("quiz_file.html.mend"))

    def _check_parts(self, part: str, kind: str) -> None:
        entries = self.entry[part]
        for number, entry in enumerate(entries, start=1):
            self._check_fields(entry, PARTS[part], kind, f"{part} {number}")
        texts = [" ".join(str(entry.get("text", "")).casefold().split()) for entry in entries]
        for place, text in enumerate(texts):
            if text and text in texts[:place]:
                given = entries[place]["text"]
                self.fault(part, say("quiz_file.same", given=given), say("quiz_file.same.mend"))
        least = FEWEST_ITEMS if part == "item" else FEWEST_OPTIONS
        if len(entries) < least:
            self.fault(part, say("quiz_file.few", least=least), say("quiz_file.few.mend"))

    def _check_section(self, headings: Collection[str] | None) -> None:
        section = self.entry.get("section")
        if headings is None or not isinstance(section, str) or section in headings:
            return
        near = nearest(section, headings)
        mend = (
            say("quiz_file.unknown.nearest", nearest=near)
            if near
            else say("quiz_file.section.mend")
        )
        self.fault("section", say("quiz_file.section", given=section), mend)

    def _check_sources(self, known: Collection[str]) -> None:
        named = self.entry.get("sources")
        if not _is_type(named, "texts"):
            return
        if not named:
            self.fault("sources", say("quiz_file.no_source"), say("quiz_file.no_source.mend"))
        for source in named or ():
            if source not in known:
                message = say("quiz_file.source", given=source)
                self.fault("sources", message, say("quiz_file.source.mend"))

    def _rights(self) -> int:
        return sum(option.get("right", False) for option in self.entry["option"])

    def single(self) -> None:
        if self._rights() != 1:
            self.fault("option", say("quiz_file.one_right"), say("quiz_file.one_right.mend"))

    def several(self) -> None:
        if self._rights() == 0:
            self.fault("option", say("quiz_file.no_right"), say("quiz_file.no_right.mend"))
        if self._rights() == len(self.entry["option"]):
            self.fault("option", say("quiz_file.all_right"), say("quiz_file.all_right.mend"))

    def true_false(self) -> None:
        """Nothing more: the field types say it all."""

    def order(self) -> None:
        items = self.entry["item"]
        for number, item in enumerate(items, start=1):
            try:
                last_day(item["date"])
            except ValueError as error:
                message = say("quiz_file.date", error=error)
                self.fault(f"item {number} date", message, say("quiz_file.date.mend"))
        if self.found:
            return
        for number, (before, item) in enumerate(itertools.pairwise(items), start=2):
            if first_day(item["date"]) <= last_day(before["date"]):
                message = say("quiz_file.order", given=item["date"], before=before["date"])
                self.fault(f"item {number} date", message, say("quiz_file.order.mend"))

    def number(self) -> None:
        entry = self.entry
        for field in ("right", "tolerance", "lowest", "highest"):
            if not math.isfinite(entry[field]):
                message = say("quiz_file.not_finite", given=entry[field])
                wanted = say("quiz_file.type.number")
                self.fault(field, message, say("quiz_file.type.mend", wanted=wanted))
        if entry["tolerance"] < 0:
            message = say("quiz_file.negative", given=entry["tolerance"])
            self.fault("tolerance", message, say("quiz_file.negative.mend"))
        if not entry["lowest"] <= entry["right"] <= entry["highest"]:
            bounds = {name: entry[name] for name in ("right", "lowest", "highest")}
            self.fault("right", say("quiz_file.bounds", **bounds), say("quiz_file.bounds.mend"))


#: What each kind has to fulfil as a whole.
MEANINGS: dict[str, Callable[[_Checks], None]] = {
    "single": _Checks.single,
    "several": _Checks.several,
    "true-false": _Checks.true_false,
    "order": _Checks.order,
    "number": _Checks.number,
}
#: Types that hold words.
TEXTS = ("text", "texts", "hints")


def _is_type(value: Any, wanted: str) -> bool:
    match wanted:
        case "text":
            return isinstance(value, str)
        case "flag":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "texts":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        case "hints":
            return isinstance(value, str) or (bool(value) and _is_type(value, "texts"))
        case _:
            is_list = isinstance(value, list) and bool(value)
            return is_list and all(isinstance(one, dict) for one in value)


def _type_in_words(wanted: str, field: str) -> str:
    match wanted:
        case "text":
            return say("quiz_file.type.text")
        case "flag":
            return say("quiz_file.type.flag")
        case "number":
            return say("quiz_file.type.number")
        case "texts":
            return say("quiz_file.type.texts")
        case "hints":
            return say("quiz_file.type.hints")
        case _:
            return say("quiz_file.type.parts", field=field)


def _found_in_words(value: Any) -> str:
    for wanted in ("text", "flag", "number", "texts"):
        if _is_type(value, wanted):
            return _type_in_words(wanted, "")
    return say("quiz_file.type.other", name=type(value).__name__)
