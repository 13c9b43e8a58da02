"""Quizzes: a button for each answer, feedback that explains, a score at the end."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.provenance import find_sources
from infosoc.learn.quiz_file import Option, Question, read
from infosoc.live import Live

#: Long answers wrap instead of being cut off.
STYLE = "<style>.infosoc-option{white-space:normal;text-align:left;line-height:1.4}</style>"
RIGHT, WRONG = "✓ Right.", "✗ Not right."


class Quiz(Live):
    """The questions of one lesson.

    Attributes
    ----------
    questions
        What is asked, in order.
    """

    def __init__(self, name: str):
        self.questions = read(name)
        self._parts = [
            _Part(question, number, self) for number, question in enumerate(self.questions)
        ]
        self._score = widgets.HTML()
        self._again = widgets.Button(description="Start again")
        self._again.on_click(self._restart)
        box = widgets.VBox(
            [widgets.HTML(STYLE), *(part.box for part in self._parts), self._score, self._again]
        )
        super().__init__(box, _plain(name, self.questions))
        self.tell()

    def answer(self, question: int, option: int) -> None:
        """Choose an option as a click on its button does; both are counted from 0."""
        self._parts[question].choose(option)

    def score(self) -> tuple[int, int]:
        """Return how many questions were right at the first try, and how many were answered."""
        done = [part for part in self._parts if part.first_try is not None]
        return sum(bool(part.first_try) for part in done), len(done)

    def tell(self) -> None:
        """Write the score below the questions."""
        right, done = self.score()
        text = f"{done} of {len(self._parts)} questions answered, {right} right at the first try."
        if done == len(self._parts):
            again = [part.question.section for part in self._parts if not part.first_try]
            text += f" Read again: {', '.join(dict.fromkeys(again))}." if again else " Well done."
        self._score.value = f'<p role="status">{html.escape(text)}</p>'

    def _restart(self, _button: Any) -> None:
        for part in self._parts:
            part.clear()
        self.tell()


class _Part:
    """One question on the screen."""

    def __init__(self, question: Question, number: int, quiz: Quiz):
        self.question = question
        self.first_try: bool | None = None
        self._quiz = quiz
        self._feedback = widgets.HTML(value=_status(""))
        self.buttons = [
            widgets.Button(
                description=option.text,
                tooltip=option.text,
                layout={"width": "auto", "height": "auto", "min_height": "32px"},
            )
            for option in question.options
        ]
        for button in self.buttons:
            button.add_class("infosoc-option")
        for place, button in enumerate(self.buttons):
            button.on_click(lambda _button, place=place: self.choose(place))
        ask = widgets.HTML(f"<p><strong>{number + 1}. {html.escape(question.ask)}</strong></p>")
        self.box = widgets.VBox([ask, *self.buttons, self._feedback])

    def choose(self, place: int) -> None:
        option = self.question.options[place]
        if self.first_try is None:
            self.first_try = option.right
        self._feedback.value = _status(_feedback(option, self.question.hint))
        for number, button in enumerate(self.buttons):
            sign = RIGHT[0] if option.right else WRONG[0]
            text = self.question.options[number].text
            button.description = f"{sign} {text}" if number == place else text
        self._quiz.tell()

    def clear(self) -> None:
        self.first_try = None
        self._feedback.value = _status("")
        for button, option in zip(self.buttons, self.question.options, strict=True):
            button.description = option.text


def quiz(name: str) -> Quiz:
    """Show the quiz of a lesson.

    Parameters
    ----------
    name
        Name of the lesson without its number, for example ``"world-summit"``.

    Returns
    -------
    Quiz
        Shown in a notebook with a button for each answer. In a lesson that has not been run,
        the questions stand there with the answers folded.

    Raises
    ------
    UnknownNameError
        If there is no such quiz.
    DataFileError
        If its file is faulty.

    Examples
    --------
    >>> test = quiz("world-summit")
    >>> test.answer(0, 0)
    >>> test.score()[1]
    1
    """
    return Quiz(name)


def _status(text: str) -> str:
    return f'<p role="status">{text}</p>'


def _feedback(option: Option, hint: str) -> str:
    if option.right:
        return f"<strong>{RIGHT}</strong> {html.escape(option.feedback)}"
    return (
        f"<strong>{WRONG}</strong> {html.escape(option.feedback)} "
        f"Hint: {html.escape(hint)} Try again."
    )


def _plain(name: str, questions: tuple[Question, ...]) -> html.Page:
    parts = [f"<p>Quiz with {len(questions)} questions. Run this cell to answer with buttons.</p>"]
    parts += [_plain_question(question, number) for number, question in enumerate(questions)]
    table = pd.DataFrame({"question": [question.ask for question in questions]})
    text = f"Quiz {name}: {len(questions)} questions. Run this cell to answer with buttons."
    return html.Page("".join(parts), text, table)


def _plain_question(question: Question, number: int) -> str:
    options = html.bullets(html.escape(option.text) for option in question.options)
    right = next(option for option in question.options if option.right)
    named = find_sources(question.source_ids)
    links = ", ".join(html.link(row.address, row.title) for row in named.itertuples())
    answer = f"<p>{html.escape(right.text)}. {html.escape(right.feedback)} Source: {links}</p>"
    return (
        f"<p><strong>{number + 1}. {html.escape(question.ask)}</strong></p>{options}"
        + html.folded("Answer", answer)
    )
