"""The kinds of question: what each asks for, and how it judges an answer.

A kind knows nothing of the screen. :meth:`Question.form` tells the screen what to draw without
telling which answer is right; :meth:`Question.judge` is the only place that knows.
"""

from __future__ import annotations

import hashlib
import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from infosoc.errors import InfosocError
from infosoc.html import cell_text
from infosoc.messages import say

#: A number as readers write it: a point or a comma before the decimals.
DECIMAL = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)", re.ASCII)
#: A number with a mark for thousands, as the course itself writes it: 11,000.
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?", re.ASCII)
#: The true minus sign, as word processors write it.
MINUS = "\N{MINUS SIGN}"
#: Numbers that are equal on paper may differ in the last binary digit.
HAIR = 1e-9
#: The unit of a number that is a year.
YEAR = "year"


class AnswerError(InfosocError, ValueError):
    """Something that cannot be an answer to the question, whatever its kind."""


@dataclass(frozen=True)
class Verdict:
    """What is said about an answer.

    Attributes
    ----------
    right
        ``None`` if it is not an answer yet, for example a word where a number is asked for;
        that does not count as a try.
    lines
        Sentences that explain.
    """

    right: bool | None
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Option:
    """One answer to choose, with the feedback that it gets."""

    text: str
    right: bool
    feedback: str


@dataclass(frozen=True)
class Item:
    """One event to put in its place, with its date as precise as its source."""

    text: str
    date: str


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """What all kinds have.

    Attributes
    ----------
    hints
        From gentle to plain.
    section
        Heading of the lesson to read again.
    """

    id: str
    ask: str
    hints: tuple[str, ...]
    section: str
    source_ids: tuple[str, ...]

    kind: ClassVar[str]

    @property
    @abstractmethod
    def how(self) -> str:
        """What the reader has to do."""

    @abstractmethod
    def judge(self, answer: Any) -> Verdict:
        """Tell whether an answer is right, and why.

        Raises
        ------
        AnswerError
            If it cannot be an answer to this kind of question.
        """

    @abstractmethod
    def form(self) -> dict[str, Any]:
        """Return what the screen draws; it does not hold which answer is right."""

    @abstractmethod
    def choices(self) -> tuple[str, ...]:
        """Return what stands there to choose from, for a reader who cannot press buttons."""

    @abstractmethod
    def solution(self) -> tuple[str, ...]:
        """Return the right answer and the feedback as sentences."""

    def _refusal(self, answer: Any, valid: str) -> AnswerError:
        return AnswerError(
            say("quiz.no_answer", answer=repr(answer), question=self.id, valid=valid)
        )


@dataclass(frozen=True, kw_only=True)
class Single(Question):
    """Choose one answer."""

    options: tuple[Option, ...]
    kind: ClassVar[str] = "single"

    @property
    def how(self) -> str:
        """What the reader has to do."""
        return say("quiz.single.how")

    def judge(self, answer: Any) -> Verdict:
        """Judge the place of an option, counted from 0."""
        if not _is_place(answer, len(self.options)):
            raise self._refusal(answer, say("quiz.single.valid", last=len(self.options) - 1))
        option = self.options[answer]
        return Verdict(option.right, (option.feedback,))

    def form(self) -> dict[str, Any]:
        """Return a button for each option."""
        buttons = [
            {"value": place, "text": option.text} for place, option in enumerate(self.options)
        ]
        return {"buttons": buttons}

    def choices(self) -> tuple[str, ...]:
        """Return the options."""
        return tuple(option.text for option in self.options)

    def solution(self) -> tuple[str, ...]:
        """Return each option with its feedback, the right one first."""
        return _explained(self.options)


@dataclass(frozen=True, kw_only=True)
class TrueFalse(Question):
    """Say whether a sentence is true."""

    right: bool
    feedback_true: str
    feedback_false: str
    kind: ClassVar[str] = "true-false"

    @property
    def how(self) -> str:
        """What the reader has to do."""
        return say("quiz.true_false.how")

    def judge(self, answer: Any) -> Verdict:
        """Judge ``True`` or ``False``."""
        if not isinstance(answer, bool):
            raise self._refusal(answer, say("quiz.true_false.valid"))
        feedback = self.feedback_true if answer else self.feedback_false
        return Verdict(answer is self.right, (feedback,))

    def form(self) -> dict[str, Any]:
        """Return two buttons."""
        values = zip((True, False), self.choices(), strict=True)
        return {"buttons": [{"value": value, "text": text} for value, text in values]}

    def choices(self) -> tuple[str, ...]:
        """Return the two words."""
        return say("quiz.true_false.true"), say("quiz.true_false.false")

    def solution(self) -> tuple[str, ...]:
        """Return the right word and the other one, each with its feedback."""
        feedback = (self.feedback_true, self.feedback_false)
        options = zip(self.choices(), (self.right, not self.right), feedback, strict=True)
        return _explained([Option(*option) for option in options])


@dataclass(frozen=True, kw_only=True)
class Several(Question):
    """Choose all answers that are right."""

    options: tuple[Option, ...]
    kind: ClassVar[str] = "several"

    @property
    def how(self) -> str:
        """What the reader has to do."""
        return say("quiz.several.how")

    def judge(self, answer: Any) -> Verdict:
        """Judge a list of places of options, counted from 0.

        Each chosen option is explained. Those that are missing are only counted, so that there
        is something left to find.
        """
        if not _are_places(answer, len(self.options)):
            raise self._refusal(answer, say("quiz.several.valid", last=len(self.options) - 1))
        chosen = set(answer)
        if not chosen:
            return Verdict(None, (say("quiz.several.none"),))
        wanted = {place for place, option in enumerate(self.options) if option.right}
        lines = [_marked(self.options[place]) for place in sorted(chosen)]
        missing = len(wanted - chosen)
        if missing == 1:
            lines.append(say("quiz.several.one_missing"))
        elif missing:
            lines.append(say("quiz.several.more_missing", count=missing))
        return Verdict(chosen == wanted, tuple(lines))

    def form(self) -> dict[str, Any]:
        """Return a box to tick for each option."""
        return {"boxes": list(self.choices()), "check": say("quiz.check")}

    def choices(self) -> tuple[str, ...]:
        """Return the options."""
        return tuple(option.text for option in self.options)

    def solution(self) -> tuple[str, ...]:
        """Return each option with its feedback, the right ones first."""
        return _explained(self.options)


@dataclass(frozen=True, kw_only=True)
class Order(Question):
    """Put events in order.

    Attributes
    ----------
    items
        The events, the earliest first.
    """

    items: tuple[Item, ...]
    feedback: str
    kind: ClassVar[str] = "order"

    @property
    def how(self) -> str:
        """What the reader has to do."""
        return say("quiz.order.how")

    @property
    def shown(self) -> tuple[Item, ...]:
        """The events as they stand on the screen at first: mixed, the same each time."""

        def mixed(item: Item) -> bytes:
            return hashlib.sha256(f"{self.id}\n{item.text}".encode()).digest()

        order = tuple(sorted(self.items, key=mixed))
        return order if order != self.items else (*order[1:], order[0])

    def judge(self, answer: Any) -> Verdict:
        """Judge a list of places in :attr:`shown`, counted from 0, the earliest event first."""
        count = len(self.items)
        if not _are_places(answer, count) or sorted(answer) != list(range(count)):
            raise self._refusal(answer, say("quiz.order.valid", last=count - 1))
        given = [self.shown[place] for place in answer]
        right = sum(one == other for one, other in zip(given, self.items, strict=True))
        if right == count:
            return Verdict(True, (*self._dated(), self.feedback))
        if right == 1:
            return Verdict(False, (say("quiz.order.one_in_place", count=count),))
        return Verdict(False, (say("quiz.order.in_place", right=right, count=count),))

    def form(self) -> dict[str, Any]:
        """Return each event with its two buttons and all that is said when it moves."""
        count = len(self.items)
        return {
            "check": say("quiz.check"),
            "earlier": say("quiz.order.earlier"),
            "later": say("quiz.order.later"),
            "items": [_movable(item.text, count) for item in self.shown],
        }

    def choices(self) -> tuple[str, ...]:
        """Return the events as they stand on the screen at first."""
        return tuple(item.text for item in self.shown)

    def solution(self) -> tuple[str, ...]:
        """Return the events with their dates, and the feedback."""
        return (*self._dated(), self.feedback)

    def _dated(self) -> list[str]:
        return [say("quiz.order.dated", date=item.date, text=item.text) for item in self.items]


@dataclass(frozen=True, kw_only=True)
class Number(Question):
    """Write a number.

    Attributes
    ----------
    right
        What the source says.
    tolerance
        How far an answer may be from it.
    lowest, highest
        Answers outside are refused as slips, without counting as a try.
    """

    right: float
    tolerance: float
    lowest: float
    highest: float
    #: "year" for a year, which is written without a comma.
    unit: str
    feedback: str
    kind: ClassVar[str] = "number"

    @property
    def how(self) -> str:
        """What the reader has to do."""
        return say("quiz.number.how", **self._bounds())

    def judge(self, answer: Any) -> Verdict:
        """Judge a number, or a text as a reader writes it: 15.6 and 15,6 are the same."""
        if isinstance(answer, bool) or not isinstance(answer, (str, int, float)):
            raise self._refusal(answer, say("quiz.number.valid"))
        text = str(answer).strip()
        if not text:
            return Verdict(None, (say("quiz.number.empty"),))
        number = parse(text)
        if number is None:
            return Verdict(None, (say("quiz.number.words", given=text),))
        given = self.written(number)
        if not self.lowest <= number <= self.highest:
            return Verdict(None, (say("quiz.number.outside", given=given, **self._bounds()),))
        if abs(number - self.right) <= self.tolerance + HAIR * max(1, abs(self.right)):
            return Verdict(True, self.solution())
        if number > self.right:
            return Verdict(False, (say("quiz.number.too_high", given=given),))
        return Verdict(False, (say("quiz.number.too_low", given=given),))

    def form(self) -> dict[str, Any]:
        """Return a field with its label."""
        return {"label": say("quiz.number.label", unit=self.unit), "check": say("quiz.check")}

    def choices(self) -> tuple[str, ...]:
        """Return nothing: there is nothing to choose from."""
        return ()

    def solution(self) -> tuple[str, ...]:
        """Return the source's number and the feedback."""
        unit = "" if self.unit == YEAR else f" {self.unit}"
        told = say("quiz.number.is", value=self.written(self.right), unit=unit)
        return told, self.feedback

    def _bounds(self) -> dict[str, str]:
        return {"lowest": self.written(self.lowest), "highest": self.written(self.highest)}

    def written(self, number: float) -> str:
        """Write a number as readers see it; a year has no comma."""
        return f"{number:g}" if self.unit == YEAR else cell_text(number)


def parse(text: str) -> float | None:
    """Read a number as readers write it, or return ``None``.

    A comma before exactly three digits is a mark for thousands, as everywhere in the course.

    Examples
    --------
    >>> [parse(text) for text in ("15.6", "15,6", "11,000", "11 000", "-3", "ten", "1e3", "inf")]
    [15.6, 15.6, 11000.0, 11000.0, -3.0, None, None, None]
    """
    text = re.sub(r"(?<=\d)\s(?=\d{3})", "", text.strip()).replace(MINUS, "-")
    if THOUSANDS.fullmatch(text):
        return float(text.replace(",", ""))
    return float(text.replace(",", ".")) if DECIMAL.fullmatch(text) else None


def _is_place(value: Any, count: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < count


def _are_places(values: Any, count: int) -> bool:
    is_list = isinstance(values, Sequence) and not isinstance(values, str)
    return is_list and all(_is_place(value, count) for value in values)


def _marked(option: Option) -> str:
    if option.right:
        return say("quiz.part.right", text=option.text, feedback=option.feedback)
    return say("quiz.part.wrong", text=option.text, feedback=option.feedback)


def _explained(options: Sequence[Option]) -> tuple[str, ...]:
    return tuple(_marked(option) for option in sorted(options, key=lambda one: not one.right))


def _movable(text: str, count: int) -> dict[str, Any]:
    return {
        "text": text,
        "earlier": say("quiz.order.move_earlier", text=text),
        "later": say("quiz.order.move_later", text=text),
        "first": say("quiz.order.first", text=text),
        "last": say("quiz.order.last", text=text),
        "places": [
            say("quiz.order.place", text=text, place=place, count=count)
            for place in range(1, count + 1)
        ],
    }
