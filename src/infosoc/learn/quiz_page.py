"""The plain form of a quiz, for those who have not run the lesson: answers are folded."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from infosoc import html
from infosoc.data.provenance import find_sources
from infosoc.learn.questions import Question
from infosoc.messages import say


def plain(name: str, questions: Sequence[Question]) -> html.Page:
    """Return a quiz that can be read without pressing anything.

    Parameters
    ----------
    name
        Name of the quiz.
    questions
        What is asked, in order.

    Returns
    -------
    Page
        ``.table`` has the columns ``question`` and ``kind``.
    """
    count = len(questions)
    parts = [_paragraph(html.escape(say("quiz.plain", count=count)))]
    parts += [_question(question, number) for number, question in enumerate(questions, start=1)]
    rows = [(question.ask, question.kind) for question in questions]
    table = pd.DataFrame(rows, columns=["question", "kind"])
    text = say("quiz.plain.text", name=name, count=count)
    return html.Page("".join(parts), text, table)


def anchor(section: str) -> str:
    """Return the name under which JupyterLab finds a heading.

    Examples
    --------
    >>> anchor("Who came?")
    'Who-came?'
    """
    return section.replace(" ", "-")


def source_links(question: Question) -> list[tuple[str, str]]:
    """Return title and address of each source of a question."""
    named = find_sources(question.source_ids)
    return list(zip(named["title"], named["address"], strict=True))


def _question(question: Question, number: int) -> str:
    ask = html.escape(say("quiz.plain.ask", number=number, ask=question.ask))
    parts = [_paragraph(f"<strong>{ask}</strong> {html.escape(question.how)}")]
    if question.choices():
        parts.append(html.bullets(map(html.escape, question.choices())))
    hints = "".join(_paragraph(html.escape(hint)) for hint in question.hints)
    parts.append(html.folded(say("quiz.plain.hints"), hints))
    parts.append(html.folded(say("quiz.plain.answer"), _answer(question)))
    return "".join(parts)


def _answer(question: Question) -> str:
    links = ", ".join(html.link(address, title) for title, address in source_links(question))
    section = html.escape(question.section)
    again = f'<a href="#{html.escape(anchor(question.section))}">{section}</a>'
    return (
        html.bullets(map(html.escape, question.solution()))
        + _paragraph(f"{html.escape(say('quiz.sources'))} {links}")
        + _paragraph(f"{html.escape(say('quiz.read_again'))} {again}")
    )


def _paragraph(inside: str) -> str:
    return f"<p>{inside}</p>"
