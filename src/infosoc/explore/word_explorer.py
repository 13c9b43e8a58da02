"""Type words and see in which paragraphs of a text they stand, and beside which others."""

from __future__ import annotations

import re
from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.counted_words import STAR, companions, where_words_stand
from infosoc.data.loader import load
from infosoc.data.own_documents import Document
from infosoc.errors import UnknownNameError
from infosoc.explore.figure_widget import LiveFigure
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot.dispersion_charts import dispersion

#: More rows than these cannot be compared at a glance.
MOST_WORDS, MOST_FORMS = 6, 10
#: Passages of a reader's own text that are shown, and how many letters on each side.
MOST_PASSAGES, AROUND = 12, 60


class WordExplorer(Live):
    """A field for words, the paragraphs that have them, and the words beside them.

    Attributes
    ----------
    words
        The field; several words are divided by commas, ``right*`` is for all that begin so.
    forms
        A checkbox: every form of a word with a star gets a row of its own.
    said
        Says in how many paragraphs the words stand.
    figure
        The figure on the screen.
    """

    def __init__(
        self,
        paragraphs: pd.DataFrame,
        terms: pd.DataFrame,
        title: str,
        start: str,
        texts: dict[Any, str],
    ):
        self._paragraphs, self._terms = paragraphs, terms
        self._title, self._texts = title, texts
        self.words = widgets.Text(
            value=start,
            description=say("words.field"),
            placeholder=say("words.field.example"),
            style={"description_width": "initial"},
            layout={"width": "auto", "min_width": "320px"},
        )
        self.forms = widgets.Checkbox(
            value=False, description=say("words.forms"), indent=False, layout={"width": "auto"}
        )
        self.said, self._beside = widgets.HTML(), widgets.HTML()
        first = dispersion(self._found(start), paragraphs, title=title)
        self.figure = LiveFigure(first.drawing)
        fields = widgets.HBox([self.words, self.forms], layout={"flex_flow": "row wrap"})
        box = widgets.VBox([fields, self.said, self.figure, self._beside])
        super().__init__(box, self._plain(start))
        self.words.observe(self._changed, names="value")
        self.forms.observe(self._changed, names="value")
        self._show(start)

    def _found(self, typed: str) -> pd.DataFrame:
        """Return where the words stand that are typed; forms of a word one by one if asked for."""
        wanted: list[str] = []
        for word in _divided(typed):
            wanted += self._forms_of(word) if self.forms.value else [word]
        return where_words_stand(self._terms, list(dict.fromkeys(wanted)))

    def _forms_of(self, word: str) -> list[str]:
        start = word.removesuffix(STAR)
        counts = self._terms.groupby("term")["count"].sum()
        forms = counts[counts.index.str.startswith(start)].sort_values(ascending=False)
        return forms.index[:MOST_FORMS].tolist() or [word]

    def _changed(self, _change: Any) -> None:
        self._show(self.words.value)

    def _show(self, typed: str) -> None:
        words = _divided(typed)
        if not words:
            self._say(say("words.type"))
            return
        try:
            found = self._found(typed)
        except UnknownNameError as error:
            near = ", ".join(error.valid[:MOST_WORDS])
            hint = say("words.near", words=near) if near else ""
            self._say(f"{say('words.unknown', word=error.given)} {hint}".rstrip())
            return
        exhibit = dispersion(found, self._paragraphs, title=self._title)
        self.figure.show(exhibit.drawing)
        self._say(exhibit.summary)
        beside = self._companions(words[0]) + self._passages(words) + _table(exhibit)
        self._beside.value = html.as_written(beside)

    def _companions(self, word: str) -> str:
        beside = companions(self._terms, word)
        if beside.empty:
            return f"<p>{html.escape(say('words.alone', word=word))}</p>"
        return html.folded(
            say("words.beside", word=word), html.table(beside, say("words.beside.how", word=word))
        )

    def _passages(self, words: list[str]) -> str:
        """Show the words where they stand, as far as the text is the reader's own."""
        pattern = re.compile("|".join(map(_pattern, words)), re.IGNORECASE)
        rows = [
            (label, f"… {text[max(0, hit.start() - AROUND) : hit.end() + AROUND]} …")
            for label, text in self._texts.items()
            for hit in pattern.finditer(text)
        ]
        if not rows:
            return ""
        table = pd.DataFrame(rows, columns=["paragraph", "passage"])
        shown = html.table(table, say("words.passages.caption"), MOST_PASSAGES)
        return html.folded(say("words.passages", count=len(rows)), shown)

    def _say(self, text: str) -> None:
        self.said.value = html.as_written(f'<p role="status">{html.escape(text)}</p>')

    def _plain(self, start: str) -> html.Page:
        text = say("words.plain", title=self._title, words=start)
        return html.Page(f"<p>{html.escape(text)}</p>", text, self._found(start))


def words(document: Document | None = None, *, start: str = "", title: str = "") -> WordExplorer:
    """Explore in which paragraphs words stand, and which others stand beside them.

    Parameters
    ----------
    document
        A document of your own, as :func:`infosoc.read_document` gives it; by default the
        resolution A/RES/70/125 of the course.
    start
        The words at the start, divided by commas.
    title
        Title of the picture.

    Returns
    -------
    WordExplorer
        Shown in a notebook as a field above a chart. In your own document the passages are shown
        too; of the resolution only counted words are kept.

    Raises
    ------
    UnknownNameError
        If a word of ``start`` does not stand in the text.

    Examples
    --------
    >>> explorer = words(start="gender, women")
    >>> explorer.words.value = "security"
    >>> "security in 8" in explorer.said.value
    True
    """
    if document is None:
        paragraphs, terms = load("paragraphs"), load("paragraph_terms")
        return WordExplorer(paragraphs, terms, title or say("words.title"), start or "rights", {})
    frame = document.paragraphs
    texts = dict(zip(frame["paragraph"], frame["text"], strict=True))
    first = start or most_used(document.terms)
    return WordExplorer(frame, document.terms, title or document.name, first, texts)


def most_used(terms: pd.DataFrame) -> str:
    """Return the long word that stands in most paragraphs: short ones are mostly small words."""
    spread = terms.groupby("term")["paragraph"].nunique().sort_values(kind="stable")
    long = spread[spread.index.str.len() >= 7]  # noqa: PLR2004
    return str((long if len(long) else spread).index[-1])


def _divided(typed: str) -> list[str]:
    found = (word.strip().casefold() for word in re.split(r"[,;\s]+", typed))
    return [word for word in dict.fromkeys(found) if word.strip(STAR)][:MOST_WORDS]


def _pattern(word: str) -> str:
    tail = r"[\w'\u2019-]*" if word.endswith(STAR) else ""
    return rf"(?<![\w-]){re.escape(word.removesuffix(STAR))}{tail}(?![\w-])"


def _table(exhibit: Any) -> str:
    return html.folded(say("evidence.table"), html.table(exhibit.table, f"{exhibit.title}."))
