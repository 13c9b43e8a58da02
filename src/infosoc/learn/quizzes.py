"""Quizzes: five kinds of question, feedback that explains, a score at the end."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import Any

import traitlets

from infosoc.explore.course_widget import LINKS, CourseWidget, script
from infosoc.learn import progress_file
from infosoc.learn.questions import AnswerError, Question, Verdict
from infosoc.learn.quiz_file import read
from infosoc.learn.quiz_page import anchor, plain, source_links
from infosoc.live import Live
from infosoc.messages import say


def _shipped(name: str) -> str:
    return resources.files("infosoc.learn").joinpath(name).read_text(encoding="utf-8")


class QuizWidget(CourseWidget):
    """The quiz on the screen.

    One widget with HTML of its own, and not a box of ipywidgets: those can neither group the
    answers with their question for a screen reader (``fieldset`` and ``legend``) nor name a
    button otherwise than by its text, and a ``Box`` that gets its children in another order
    drops the focus. It only draws. Python judges each answer and sends what is to be said, so
    the page does not hold which answers are right.

    Attributes
    ----------
    page
        What is asked; it does not change.
    state
        What the reader has answered, and what was said.
    """

    _esm = script(_shipped("quiz.js"))
    _css = LINKS + _shipped("quiz.css")
    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)


@dataclass
class Turn:
    """How far the reader is with one question.

    Attributes
    ----------
    answer
        What was judged last.
    verdict
        What was said to it.
    first_try
        Whether the first answer was right; ``None`` before it.
    tries
        How many answers were judged.
    hints
        How many hints are shown.
    messages
        Counts every message, so that the screen sees that the same answer was given again.
    by
        The view in which the reader did it; it need not be told its own answer.
    """

    answer: Any = None
    verdict: Verdict | None = None
    first_try: bool | None = None
    tries: int = 0
    hints: int = 0
    messages: int = 0
    by: str = ""


class Quiz(Live):
    """The questions of one lesson.

    Attributes
    ----------
    name
        Name of the quiz.
    questions
        What is asked, in order.
    turns
        How far the reader is with each question.
    """

    widget: QuizWidget

    def __init__(self, name: str):
        self.name = name
        self.questions = read(name)
        self.turns = [Turn() for _ in self.questions]
        self._round = 0
        super().__init__(QuizWidget(page=_page(self.questions)), plain(name, self.questions))
        self.widget.on_msg(self._hear)
        self._tell()

    def answer(self, question: int, answer: Any, *, by: str = "") -> Verdict:
        """Answer a question as the controls on the screen do.

        Parameters
        ----------
        question
            Which one, counted from 0.
        answer
            The place of an option, counted from 0 (``single``), a list of places (``several``),
            ``True`` or ``False`` (``true-false``), the places of the events as they stand on
            the screen, the earliest first (``order``), or a number (``number``).
        by
            The view that the answer comes from.

        Returns
        -------
        Verdict
            Whether the answer is right, and why.

        Raises
        ------
        AnswerError
            If it cannot be an answer to this kind of question.
        """
        verdict = self.questions[question].judge(answer)
        turn = self.turns[question]
        turn.answer, turn.verdict, turn.by = answer, verdict, by
        turn.messages += 1
        if verdict.right is not None:
            turn.tries += 1
            if turn.first_try is None:
                turn.first_try = verdict.right
                self._record()
        self._tell()
        return verdict

    def hint(self, question: int, *, by: str = "") -> str:
        """Show the next hint of a question and return it; the last one is the section to read."""
        turn = self.turns[question]
        turn.hints = min(turn.hints + 1, len(self.questions[question].hints) + 1)
        turn.messages += 1
        turn.by = by
        self._tell()
        return _hints(self.questions[question], turn)[-1]["text"]

    def again(self) -> None:
        """Forget all answers."""
        self._round += 1
        self.turns = [Turn() for _ in self.questions]
        self._tell()

    def score(self) -> tuple[int, int]:
        """Return how many questions were right at the first try, and how many were answered."""
        done = [turn.first_try for turn in self.turns if turn.first_try is not None]
        return sum(done), len(done)

    def summary(self) -> str:
        """Say the score, and at the end what to read again."""
        right, done = self.score()
        text = say("quiz.score", done=done, count=len(self.questions), right=right)
        if done < len(self.questions):
            return text
        return f"{text} {say('quiz.read_again') if self.to_read() else say('quiz.well_done')}"

    def to_read(self) -> list[str]:
        """Return the sections of the questions that were not right at the first try."""
        pairs = zip(self.questions, self.turns, strict=True)
        return list(dict.fromkeys(one.section for one, turn in pairs if turn.first_try is False))

    def _record(self) -> None:
        right, done = self.score()
        if done == len(self.questions):
            progress_file.record("quiz", self.name, right, done)

    def _hear(self, _widget: Any, message: Any, _buffers: Any) -> None:
        """Do what the reader did on the screen."""
        match message:
            case {"do": "answer", "question": int(question), "answer": answer, "by": str(by)}:
                self.answer(question, answer, by=by)
            case {"do": "hint", "question": int(question), "by": str(by)}:
                self.hint(question, by=by)
            case {"do": "again"}:
                self.again()
            case _:
                raise AnswerError(repr(message))

    def _tell(self) -> None:
        pairs = zip(self.questions, self.turns, strict=True)
        done = self.score()[1] == len(self.questions)
        self.widget.state = {
            "round": self._round,
            "questions": [_told(question, turn) for question, turn in pairs],
            "score": self.summary(),
            "again": [_section(section) for section in self.to_read()] if done else [],
        }


def quiz(name: str) -> Quiz:
    """Show the quiz of a lesson.

    Parameters
    ----------
    name
        Name of the lesson without its number, for example ``"world-summit"``.

    Returns
    -------
    Quiz
        Shown in a notebook with controls that work with mouse and keyboard. In a lesson that
        has not been run, the questions stand there with the answers folded.

    Raises
    ------
    UnknownNameError
        If there is no such quiz.
    DataFileError
        If its file is faulty.

    Examples
    --------
    >>> test = quiz("world-summit")
    >>> test.answer(0, 0).right
    False
    >>> test.score()
    (0, 1)
    """
    return Quiz(name)


def _page(questions: tuple[Question, ...]) -> dict[str, Any]:
    """Return everything on the screen that does not change."""
    count = len(questions)
    return {
        "name": say("quiz.name", count=count),
        "again": say("quiz.again"),
        "waiting": say("quiz.waiting"),
        "questions": [
            {
                "kind": question.kind,
                "legend": say("quiz.legend", number=number, count=count, ask=question.ask),
                "how": question.how,
                "hint": say("quiz.hint"),
                **question.form(),
            }
            for number, question in enumerate(questions, start=1)
        ],
    }


def _told(question: Question, turn: Turn) -> dict[str, Any]:
    """Return what the screen shows of one question's answer."""
    right = turn.verdict.right if turn.verdict else None
    return {
        "answer": turn.answer,
        "right": right,
        "mark": {None: "", True: say("quiz.mark.right"), False: say("quiz.mark.wrong")}[right],
        "said": _said(turn),
        "sources": {"label": say("quiz.sources"), "links": _links(question)} if right else None,
        "hints": _hints(question, turn),
        "messages": turn.messages,
        "by": turn.by,
    }


def _said(turn: Turn) -> list[str]:
    if turn.verdict is None:
        return []
    if turn.verdict.right is None:
        return list(turn.verdict.lines)
    return [_headline(turn), *turn.verdict.lines]


def _headline(turn: Turn) -> str:
    """Say right or not right; the number of the try makes each sentence a new one to announce."""
    is_right = bool(turn.verdict and turn.verdict.right)
    if turn.tries == 1:
        return say("quiz.right") if is_right else say("quiz.wrong")
    if is_right:
        return say("quiz.right.later", number=turn.tries)
    return say("quiz.wrong.later", number=turn.tries)


def _hints(question: Question, turn: Turn) -> list[dict[str, str]]:
    shown: list[dict[str, str]] = [
        {"text": say("quiz.hint.step", number=number, text=text)}
        for number, text in enumerate(question.hints[: turn.hints], start=1)
    ]
    if turn.hints > len(question.hints):
        text = say("quiz.hint.section", number=turn.hints)
        shown.append({"text": text, "section": question.section, "to": anchor(question.section)})
    return shown


def _section(section: str) -> dict[str, str]:
    return {"section": section, "to": anchor(section)}


def _links(question: Question) -> list[dict[str, str]]:
    """Return the sources as links; other addresses than http(s) never become one."""
    return [
        {"text": title, "address": address if address.startswith(("https://", "http://")) else ""}
        for title, address in source_links(question)
    ]
