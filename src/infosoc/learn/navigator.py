"""The topic navigator: choose a topic, see what it holds, open its lesson."""

from __future__ import annotations

from typing import Any

import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.messages import say

GROUPS = {
    "wsis": say("navigator.group.wsis"),
    "internet-governance": say("navigator.group.internet_governance"),
    "measure": say("navigator.group.measure"),
}
CARD = (
    "border:1px solid #7b8794;border-radius:6px;padding:10px 14px;margin:0 12px 12px 0;"
    "width:260px;min-height:190px;display:inline-block;vertical-align:top"
)


def navigator() -> html.Page:
    """Show the topics of the course as cards, with links to the lessons that are ready.

    Returns
    -------
    Page
        Shown in a notebook as cards in groups; ``.table`` is the DataFrame with the columns
        ``topic``, ``about``, ``events``, ``years`` and ``lesson``.

    Examples
    --------
    >>> navigator().table.loc[0, "lesson"]
    '01-world-summit'
    """
    topics = _with_counts(load("topics").sort_values("order"), load("events"))
    lessons = load("lessons").set_index("id")
    parts = []
    for group, heading in GROUPS.items():
        cards = [_card(row, lessons) for row in topics[topics.card_group == group].itertuples()]
        parts.append(f"<h3>{heading}</h3><div>{''.join(cards)}</div>")
    table = topics[["title", "summary", "events", "years", "lesson"]].rename(
        columns={"title": "topic", "summary": "about"}
    )
    return html.Page("".join(parts), html.plain_table(table), table.reset_index(drop=True))


def _with_counts(topics: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    by_topic = events.groupby("topic")
    years = {
        topic: say("navigator.years", first=rows["start"].min().year, last=rows["end"].max().year)
        for topic, rows in by_topic
    }
    return topics.assign(
        events=topics["id"].map(by_topic.size()).fillna(0).astype(int),
        years=topics["id"].map(years).fillna(""),
    )


def _card(topic: Any, lessons: pd.DataFrame) -> str:
    return (
        f'<div style="{CARD}"><h4>{html.escape(topic.title)}</h4>'
        f"<p>{html.escape(topic.summary)}</p>"
        f"{_events_line(topic.events, topic.years)}"
        f"<p>{_lesson_link(topic.lesson, lessons)}</p></div>"
    )


def _events_line(events: int, years: str) -> str:
    return f"<p>{say('navigator.events', count=events, years=years)}</p>" if events else ""


def _lesson_link(lesson: str, lessons: pd.DataFrame) -> str:
    if lesson not in lessons.index:
        return say("navigator.in_preparation")
    found = lessons.loc[lesson]
    text = say("navigator.open", title=found.title, minutes=found.minutes)
    return f'<a href="{html.escape(lesson)}.ipynb">{html.escape(text)}</a>'
