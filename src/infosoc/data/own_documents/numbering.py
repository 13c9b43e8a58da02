"""Numbers in front of paragraphs: 12., (a), iv), PP3; a list is only one if it goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST_ROMAN = 39
LETTERS = 26
#: Words that drafts put behind a number for a paragraph that came in between.
BETWEEN = "bis|ter|quater|quinquies|alt"
#: A number, a letter or a Roman number, in one of the forms in which people write them.
MARK = re.compile(
    rf"""(?:
      (?P<kind>pp|op|para(?:graph)?|art(?:icle)?|§)\.?\s*(?P<named>\d{{1,3}})
    | \((?P<inside>\d{{1,3}}|[a-z]{{1,2}}|[ivx]{{1,6}})\)
    | (?P<before>\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}|[a-z]|[ivx]{{1,6}})
      (?P<end>\.?\)|\.(?=\s|$)|(?=\s+(?:{BETWEEN})\b))
    | (?P<spaced>\d{{1,3}}(?:\.\d{{1,3}}){{0,3}})(?=\t|[ ]{{2,}})
    | (?P<dotted>\d{{1,3}}(?:\.\d{{1,3}}){{1,3}})(?=\s+(?-i:[^\W\d_a-z]))
    )\s?(?P<between>(?:{BETWEEN})\b\.?)?[.):]?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
#: A gap in the numbers that is larger than this means: this is no number of a paragraph.
WIDEST_GAP = 10


def roman(number: int) -> str:
    """Write a small number with Roman figures.

    Examples
    --------
    >>> [roman(number) for number in (1, 4, 14, 39)]
    ['i', 'iv', 'xiv', 'xxxix']
    """
    text = ""
    for value, figure in ROMANS:
        count, number = divmod(number, value)
        text += figure * count
    return text


def letters(number: int) -> str:
    """Write a number as lists with letters do: a to z, then aa, bb.

    Examples
    --------
    >>> letters(2), letters(28)
    ('b', 'bb')
    """
    return chr(ord("a") + (number - 1) % LETTERS) * ((number - 1) // LETTERS + 1)


ROMAN_VALUES = {roman(number): number for number in range(1, MOST_ROMAN + 1)}


@dataclass(frozen=True)
class Mark:
    """A number as it stands in front of a paragraph.

    Attributes
    ----------
    readings
        What it can mean: pairs of a kind (figure, letter, roman, pp) and a value.
    label
        How it is shown.
    rest
        The text behind it.
    is_upper
        Whether it is a capital letter or a Roman number in capitals.
    is_enclosed
        Whether it has a bracket, which no sentence begins with.
    """

    readings: tuple[tuple[str, int], ...]
    label: str
    rest: str
    is_upper: bool
    is_enclosed: bool


def mark_of(text: str) -> Mark | None:
    """Find the number in front of a paragraph, if it has one.

    Examples
    --------
    >>> mark_of("(i) To help").readings
    (('roman', 1), ('letter', 9))
    >>> mark_of("PP3 bis. Recalling").label, mark_of("2003 was a year")
    ('pp3 bis', None)
    """
    match = MARK.match(text)
    if match is None or (not text[match.end() :].strip() and not match.group("before")):
        return None
    between = (match.group("between") or "").rstrip(".").casefold()
    rest = text[match.end() :].strip()
    shown = next(filter(None, match.group("named", "inside", "before", "spaced", "dotted")))
    kind = (match.group("kind") or "").casefold()
    readings = tuple(_readings(shown.casefold(), kind))
    if not readings:
        return None
    label = f"pp{shown}" if kind == "pp" else shown if shown[0].isdigit() else f"({shown})"
    label = f"{label} {between}".rstrip()
    is_enclosed = bool(match.group("inside")) or ")" in (match.group("end") or "")
    return Mark(readings, label, rest, shown.isalpha() and shown.isupper(), is_enclosed)


def _readings(shown: str, kind: str) -> Iterator[tuple[str, int]]:
    if shown[0].isdigit():
        yield "pp" if kind == "pp" else "figure", int(shown.split(".", maxsplit=1)[0])
        return
    if shown in ROMAN_VALUES:
        yield "roman", ROMAN_VALUES[shown]
    if len(set(shown)) == 1:
        yield "letter", ord(shown[0]) - ord("a") + 1 + LETTERS * (len(shown) - 1)


@dataclass
class Series:
    """Open lists, the outermost first, each with the last number that it had.

    A mark belongs to the innermost list that it carries on. Otherwise it begins a list of its
    own if it is the first of its kind: 1, (a) or (i). So "(i)" behind "(h)" is a letter, and
    behind "(a)" it begins a list of Roman numbers.
    """

    lists: list[tuple[str, int, str]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def place(self, mark: Mark) -> str | None:
        """Return the whole label of a paragraph, or nothing if its mark is no number of one."""
        found = self._carried_on(mark) or self._begun(mark)
        if found is None:
            return None
        depth, kind, value = found
        self.lists[depth:] = [(kind, value, mark.label)]
        return " ".join(label for *_, label in self.lists)

    def end_inner(self) -> None:
        """End the lists of letters and Roman numbers, as a heading does."""
        self.lists = [one for one in self.lists if one[0] in ("figure", "pp")]

    def _carried_on(self, mark: Mark) -> tuple[int, str, int] | None:
        for depth in range(len(self.lists) - 1, -1, -1):
            kind, last, label = self.lists[depth]
            for reading, value in mark.readings:
                if reading != kind or not (value == last + 1 or _may_follow(kind, last, value)):
                    continue
                if mark.label == label:
                    self.doubts.append(f"{label} comes twice")
                elif value > last + 1:
                    self.doubts.append(f"{mark.label} comes after {label}")
                return depth, kind, value
        return None

    def _begun(self, mark: Mark) -> tuple[int, str, int] | None:
        for kind, value in mark.readings:
            if kind in ("figure", "pp"):
                # An extract may begin with any number; later, only a new list begins with 1.
                if not self.lists or value == 1 or self.lists[0][0] != "figure":
                    return 0, kind, value
            elif value == 1:
                return len(self.lists), kind, value
        # An extract may begin in the middle of a list.
        letter = next((value for kind, value in mark.readings if kind == "letter"), 0)
        return (len(self.lists), "letter", letter) if letter and mark.is_enclosed else None


def _may_follow(kind: str, last: int, value: int) -> bool:
    """Tell whether a figure may come after another one: the same again, or after a small gap."""
    return kind in ("figure", "pp") and last <= value <= last + WIDEST_GAP
