"""Give a quiz of the site what its script needs to ask and judge without a kernel."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from infosoc.learn import questions, quiz_file
from infosoc.learn.quiz_page import anchor, source_links
from infosoc.messages import say

CALL = re.compile(r'infosoc\.learn\.quiz\("([a-z0-9-]+)"\)')


def _filled(key: str, *fields: str) -> str:
    """Return a message with its fields left open for the script."""
    return say(key, **{field: f"{{{field}}}" for field in fields})


def quiz(name: str, plain: str, slug: Callable[[str], str]) -> str:
    """Return the plain form of a quiz, with its questions beside it for the script."""
    asked = quiz_file.read(name)
    entries = [_entry(one, place, len(asked), slug) for place, one in enumerate(asked, start=1)]
    content = {"name": say("quiz.name", count=len(asked)), "texts": _texts(), "questions": entries}
    data = json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'<div class="infosoc-quiz">{plain}</div>'
        f'<script type="application/json" class="infosoc-quiz-data">{data}</script>'
    )


def _texts() -> dict[str, str]:
    keys = ("check", "again", "well_done", "read_again", "hint", "right", "wrong", "sources")
    return {key: say(f"quiz.{key}") for key in keys} | {
        "right_later": _filled("quiz.right.later", "number"),
        "wrong_later": _filled("quiz.wrong.later", "number"),
        "score": _filled("quiz.score", "done", "count", "right"),
        "none": say("quiz.several.none"),
        "one_missing": say("quiz.several.one_missing"),
        "more_missing": _filled("quiz.several.more_missing", "count"),
        "one_in_place": _filled("quiz.order.one_in_place", "count"),
        "in_place": _filled("quiz.order.in_place", "right", "count"),
        "too_high": _filled("quiz.number.too_high", "given"),
        "too_low": _filled("quiz.number.too_low", "given"),
        "empty": say("quiz.number.empty"),
        "words": _filled("quiz.number.words", "given"),
    }


def _entry(
    question: questions.Question, place: int, count: int, slug: Callable[[str], str]
) -> dict[str, Any]:
    hints = [
        say("quiz.hint.step", number=step, text=text)
        for step, text in enumerate(question.hints, start=1)
    ]
    return {
        "kind": question.kind,
        "legend": say("quiz.legend", number=place, count=count, ask=question.ask),
        "how": question.how,
        "form": question.form(),
        "choices": question.choices(),
        "hints": hints,
        "solution": question.solution(),
        "section": {"text": question.section, "to": slug(anchor(question.section))},
        "links": [
            {"text": title, "address": address}
            for title, address in source_links(question)
            if address.startswith(("https://", "http://"))
        ],
        **_judged(question),
    }


def _judged(question: questions.Question) -> dict[str, Any]:
    """Return what the script judges an answer by."""
    match question:
        case questions.Number():
            bounds = {"lowest": question.lowest, "highest": question.highest}
            outside = question.judge(question.highest + 1).lines[0]
            written = question.written(question.highest + 1)
            return bounds | {
                "right": question.right,
                "tolerance": question.tolerance,
                "outside": outside.replace(written, "{given}", 1),
            }
        case questions.Order():
            return {"right": [question.shown.index(item) for item in question.items]}
        case questions.TrueFalse():
            said = [question.judge(value).lines[0] for value in (True, False)]
            return {"right": [0 if question.right else 1], "said": said}
        case questions.Single():
            right = [place for place, one in enumerate(question.options) if one.right]
            return {"right": right, "said": [one.feedback for one in question.options]}
        case questions.Several():
            right = [place for place, one in enumerate(question.options) if one.right]
            said = [question.judge([place]).lines[0] for place in range(len(question.options))]
            return {"right": right, "said": said}
    raise TypeError(question.kind)
