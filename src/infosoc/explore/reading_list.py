"""A reading list by depth, with the question to hold while reading."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.provenance import find_sources
from infosoc.explore.status_line import StatusLine
from infosoc.live import Live
from infosoc.messages import say

FREE = "free"
#: Stands for no choice among languages and lessons.
ANY = ""


class ReadingList(Live):
    """Controls for time, lesson, language and cost above a list of texts.

    Attributes
    ----------
    depth, lesson, language
        Toggle buttons.
    free
        A checkbox for texts that cost nothing.
    said
        Says how many texts are shown.
    """

    def __init__(self) -> None:
        self._texts = load("reading_list").sort_values("order", ignore_index=True)
        self._build()
        super().__init__(self._box, self._plain())
        self._show()

    def chosen(self) -> pd.DataFrame:
        """Return the texts that the controls let through."""
        texts = self._texts
        for column, control in self._filters.items():
            if control.value != ANY:
                texts = texts[texts[column] == control.value]
        return texts[texts["cost"] == FREE] if self.free.value else texts

    def _build(self) -> None:
        titles = load("lessons").set_index("id")["title"]
        lessons = [(titles[one], one) for one in titles.index if one in set(self._texts["lesson"])]
        languages = [(name, name) for name in dict.fromkeys(self._texts["language"])]
        depths = [(text, name) for name, text in _depths().items()]
        self.depth = _toggles(say("reading.time"), depths)
        self.lesson = _toggles(say("reading.lesson"), lessons)
        self.language = _toggles(say("reading.language"), languages)
        self.free = widgets.Checkbox(value=False, description=say("reading.free"), indent=False)
        self._filters = {
            "depth": self.depth,
            "lesson": self.lesson,
            "language": self.language,
        }
        self.said, self._list = StatusLine(), widgets.HTML()
        controls = (*self._filters.values(), self.free)
        self._box = widgets.VBox([*controls, self.said, self._list])
        for control in controls:
            control.observe(lambda _change: self._show(), names="value")

    def _show(self) -> None:
        texts = self.chosen()
        count = say("reading.count", shown=len(texts), count=len(self._texts))
        told = count if len(texts) else f"{count} {say('reading.none')}"
        self.said.value = told
        self._list.value = _lists(texts)

    def _plain(self) -> html.Page:
        text = say("reading.plain", count=len(self._texts))
        body = f"<p>{html.escape(text)}</p>{_lists(self._texts)}"
        return html.Page(body, text, self._texts.drop(columns="source_ids"))


def reading_list() -> ReadingList:
    """Find something to read: by time, lesson, language and cost.

    Returns
    -------
    ReadingList
        Shown in a notebook as controls above a list. In a lesson that has not been run, the
        whole list stands there.

    Examples
    --------
    >>> texts = reading_list()
    >>> texts.depth.value = "5-minutes"
    >>> set(texts.chosen()["depth"])
    {'5-minutes'}
    """
    return ReadingList()


def _depths() -> dict[str, str]:
    return {
        "5-minutes": say("reading.5-minutes"),
        "30-minutes": say("reading.30-minutes"),
        "3-hours": say("reading.3-hours"),
    }


def _lists(texts: pd.DataFrame) -> str:
    """Return one table for each depth; the title of a text is its link."""
    parts = []
    for depth, name in _depths().items():
        chosen = texts[texts["depth"] == depth]
        if len(chosen):
            parts.append(_table(chosen, say("reading.caption", depth=name)))
    return "".join(parts)


def _table(texts: pd.DataFrame, caption: str) -> str:
    heads = (
        say("reading.title"),
        say("reading.question"),
        say("reading.language.column"),
        say("reading.cost"),
        say("reading.minutes"),
        say("reading.level"),
    )
    head = "".join(f'<th scope="col"{html.LEFT}>{html.escape(name)}</th>' for name in heads)
    body = "".join(f"<tr>{_row(text)}</tr>" for text in texts.itertuples())
    return (
        f"<table><caption{html.LEFT}>{html.escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(text: Any) -> str:
    source = next(find_sources(text.source_ids).itertuples())
    words = (text.question, text.language, text.cost, text.minutes, text.level)
    cells = [html.link(source.address, text.title), *(html.escape(word) for word in words)]
    return "".join(f"<td{html.LEFT}>{cell}</td>" for cell in cells)


def _toggles(text: str, options: list[tuple[str, str]]) -> widgets.ToggleButtons:
    return widgets.ToggleButtons(
        options=[(say("reading.all"), ANY), *options],
        value=ANY,
        description=text,
        style={"button_width": "auto", "description_width": "initial"},
    )
