"""Handouts for a class: one printed page for each lesson, made out of the lesson itself."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.learn import quiz_file
from infosoc.learn.lesson_file import sections, words_to_know
from infosoc.learn.questions import Number, Order, Question, Several, Single, TrueFalse
from infosoc.learn.word_list import words
from infosoc.messages import say
from infosoc.stand_alone import Printable, skeleton

#: Sections of a lesson that make up its handout.
KEY_POINTS, WORDS, MOTIONS = "Key points", "Words to know", "Debate"
#: How many questions of the quiz are asked on paper.
QUESTIONS = 2
#: A sentence that only points to a source says nothing on paper.
SEE = re.compile(r"\s*See \[[^\]]+\]\([^)]*\)\.")
MARKDOWN_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")

#: One A4 sheet, or US Letter, for each lesson; without colours, so that a copier can take it.
STYLE = """
@page { size: A4 portrait; margin: 13mm 16mm; }
body { margin: 0 auto; max-width: 178mm; padding: 6mm; color: #000; background: #fff;
  font: 10.5pt/1.36 system-ui, "Segoe UI", "Noto Sans", Arial, sans-serif; }
article { break-after: page; break-inside: avoid; margin-bottom: 14mm; }
article:last-of-type { break-after: auto; margin-bottom: 0; }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font-size: 12pt; margin: 4mm 0 1mm; border-bottom: .4pt solid #000; }
p { margin: 1mm 0; }
ul, ol { margin: 1mm 0; padding-left: 6mm; }
li { margin: .6mm 0; }
.about { display: flex; justify-content: space-between; gap: 6mm; font-size: 9.5pt; }
.words { columns: 2; column-gap: 8mm; font-size: 9.5pt; margin: 1.5mm 0 0; }
.words div { break-inside: avoid; margin-bottom: 1.4mm; }
.words dt, .words dd { display: inline; margin: 0; }
.words dt { font-weight: 700; }
.answers { list-style: upper-alpha; }
.blank::marker { content: "____  "; }
.blank { padding-left: 12mm; }
.foot { font-size: 8.5pt; border-top: .4pt solid #000; margin-top: 4mm; padding-top: 1mm; }
@media print { body { padding: 0; max-width: none; } }
"""


@dataclass(frozen=True)
class Paper:
    """A question as it stands on paper.

    Attributes
    ----------
    ask
        What is asked, and how to answer.
    choices
        What there is to choose from.
    answer
        The right answer, for whoever leads the group.
    to_order
        Whether the choices are to be numbered and not chosen from.
    """

    ask: str
    choices: tuple[str, ...]
    answer: str
    to_order: bool = False


def handout(*lessons: str) -> Printable:
    """Make a one-page handout of each lesson: key points, words, two questions, two motions.

    Parameters
    ----------
    *lessons
        Ids of lessons, for example ``"01-world-summit"``; without any, all lessons that have
        key points.

    Returns
    -------
    Printable
        Shown in a notebook. ``save("handout.html")`` writes a page to print, a sheet for each
        lesson. ``.table`` has the columns ``lesson``, ``part`` and ``text``.

    Raises
    ------
    UnknownNameError
        If there is no such lesson.
    LessonNotFoundError
        If the notebook of a lesson is not at hand.

    Examples
    --------
    >>> handout("01-world-summit").table["part"].unique().tolist()
    ['Key points', 'Words to know', 'Questions', 'Debate', 'Answers']
    """
    chosen = lessons or tuple(one for one in load("lessons")["id"] if KEY_POINTS in sections(one))
    sheets = [_Sheet(lesson) for lesson in chosen]
    frame = pd.concat([sheet.table for sheet in sheets], ignore_index=True)
    title = sheets[0].title if len(sheets) == 1 else say("handout.title")
    articles = "\n".join(sheet.article() for sheet in sheets)
    printed = skeleton(title, articles, STYLE)
    shown = "".join(sheet.shown() for sheet in sheets)
    return Printable(shown, f"{title}\n{html.plain_table(frame)}", frame, printed)


class _Sheet:
    """What stands on the sheet of one lesson."""

    def __init__(self, lesson: str):
        found = sections(lesson)
        row = load("lessons").set_index("id").loc[lesson]
        self.title, self.minutes = row["title"], row["minutes"]
        self.points = list_items(found.get(KEY_POINTS, ""))
        self.motions = list_items(found.get(MOTIONS, ""))
        known = words(*words_to_know(lesson)).table
        self.words = list(zip(known["word"], known["meaning"], strict=True))
        self.questions = [_on_paper(one) for one in _chosen(lesson)]

    @property
    def answers(self) -> list[str]:
        return [
            say("handout.answer", number=number, answer=question.answer)
            for number, question in enumerate(self.questions, start=1)
        ]

    @property
    def table(self) -> pd.DataFrame:
        rows = [(KEY_POINTS, point) for point in self.points]
        rows += [(WORDS, f"{word}: {meaning}") for word, meaning in self.words]
        rows += [
            (say("handout.questions"), " ".join([question.ask, *_lettered(question)]))
            for question in self.questions
        ]
        rows += [(MOTIONS, motion) for motion in self.motions]
        rows += [(say("handout.answers"), answer) for answer in self.answers]
        frame = pd.DataFrame(rows, columns=["part", "text"])
        frame.insert(0, "lesson", self.title)
        return frame

    def shown(self) -> str:
        """Return the sheet as it stands in a notebook, below headings of its own."""
        parts = [f"<p><strong>{html.escape(self.title)}</strong></p>"]
        for part, items in self.table.groupby("part", sort=False):
            parts.append(f"<p><strong>{html.escape(part)}</strong></p>")
            parts.append(html.bullets(map(html.escape, items["text"])))
        return "".join(parts)

    def article(self) -> str:
        """Return the sheet as it is printed."""
        about = say("handout.about", minutes=self.minutes)
        body = [
            f"<article>\n<h1>{html.escape(self.title)}</h1>",
            f'<p class="about"><span>{html.escape(about)}</span>'
            f"<span>{html.escape(say('handout.name'))}</span></p>",
            _part(KEY_POINTS, html.bullets(map(html.escape, self.points))),
            _part(WORDS, f'<dl class="words">{"".join(map(_word, self.words))}</dl>'),
        ]
        if self.questions:
            asked = "".join(f"<li>{_question(question)}</li>" for question in self.questions)
            body.append(_part(say("handout.questions"), f"<ol>{asked}</ol>"))
        if self.motions:
            how = f"<p>{html.escape(say('handout.debate'))}</p>"
            body.append(_part(MOTIONS, how + html.bullets(map(html.escape, self.motions))))
        foot = " ".join([say("handout.made"), *self.answers])
        return "\n".join([*body, f'<p class="foot">{html.escape(foot)}</p>\n</article>'])


def _part(heading: str, inside: str) -> str:
    return f"<section>\n<h2>{html.escape(heading)}</h2>\n{inside}\n</section>"


def _word(pair: tuple[str, str]) -> str:
    word, meaning = map(html.escape, pair)
    return f"<div><dt>{word}</dt> <dd>{meaning}</dd></div>"


def _question(question: Paper) -> str:
    ask = html.escape(question.ask)
    if not question.choices:
        return ask
    # To be numbered, the choices need letters too: the answers name them.
    shown = _lettered(question) if question.to_order else question.choices
    kind = ' class="blank"' if question.to_order else ""
    items = "".join(f"<li{kind}>{html.escape(choice)}</li>" for choice in shown)
    return f'{ask}\n<ol class="answers">{items}</ol>'


def _lettered(question: Paper) -> list[str]:
    return [
        say("handout.choice", letter=letter, text=choice)
        for letter, choice in zip(string.ascii_uppercase, question.choices, strict=False)
    ]


def _chosen(lesson: str) -> list[Question]:
    """Choose questions of a lesson's quiz for paper: the first, and the next of another kind."""
    name = lesson.partition("-")[2]
    if name not in quiz_file.names():
        return []
    asked = list(quiz_file.read(name))
    other = [one for one in asked[1:] if one.kind != asked[0].kind]
    same = [one for one in asked[1:] if one.kind == asked[0].kind]
    return [asked[0], *other, *same][:QUESTIONS]


def _on_paper(question: Question) -> Paper:
    match question:
        case Single(options=options):
            right = _letters([option.right for option in options])
            ask = say("handout.single", ask=question.ask)
            return Paper(ask, question.choices(), right)
        case Several(options=options):
            right = _letters([option.right for option in options])
            ask = say("handout.several", ask=question.ask)
            return Paper(ask, question.choices(), right)
        case TrueFalse(right=is_true):
            true, false = question.choices()
            ask = say("handout.true_false", ask=question.ask)
            return Paper(ask, (), true if is_true else false)
        case Order(items=items):
            letters = dict(zip(question.choices(), string.ascii_uppercase, strict=False))
            ask = say("handout.order", ask=question.ask)
            right = ", ".join(letters[item.text] for item in items)
            return Paper(ask, question.choices(), right, to_order=True)
        case _:
            number = cast(Number, question)
            ask = say("handout.number", ask=number.ask, unit=number.unit)
            return Paper(ask, (), f"{html.cell_text(number.right)} {number.unit}".strip())


def _letters(right: Sequence[bool]) -> str:
    marked = zip(string.ascii_uppercase, right, strict=False)
    return ", ".join(letter for letter, is_right in marked if is_right)


def list_items(text: str) -> list[str]:
    """Return the items of the Markdown lists in a text, without links and stars.

    Examples
    --------
    >>> list_items("- **One** or [two](02.ipynb)")
    ['One or two']
    """
    lines = (line.strip() for line in text.splitlines())
    items = [
        re.sub(r"^(?:[-*]|\d+\.) +", "", line) for line in lines if re.match(r"[-*] |\d+\.", line)
    ]
    plain = (MARKDOWN_LINK.sub(r"\1", SEE.sub("", item)) for item in items)
    return [item.replace("**", "").replace("*", "") for item in plain]
