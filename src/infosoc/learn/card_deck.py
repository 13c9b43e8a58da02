"""Flashcards over the glossary: recall a word's meaning, then look."""

from __future__ import annotations

from collections import deque
from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.errors import UnknownNameError
from infosoc.learn.word_list import full_term, words_page
from infosoc.live import Live
from infosoc.messages import say

#: A card that was not known comes back after this many others.
COMES_BACK_AFTER = 3


class Flashcards(Live):
    """A deck of words: one at a time, its meaning behind a button.

    Attributes
    ----------
    deck
        Ids of the words that are still to come, the one on the screen first.
    known
        Ids of the words that the reader knew.
    """

    def __init__(self, terms: pd.DataFrame, title: str):
        self._terms = terms.set_index("id", drop=False)
        self._title = title
        self._front = widgets.HTML()
        self._said = widgets.HTML()
        self._show = _button(say("cards.show"), self.turn)
        self._yes = _button(say("cards.knew"), lambda: self.judge(knew=True))
        self._no = _button(say("cards.not_yet"), lambda: self.judge(knew=False))
        self._again = _button(say("cards.again"), self.start)
        buttons = widgets.HBox(
            [self._show, self._yes, self._no, self._again], layout={"flex_flow": "row wrap"}
        )
        heading = widgets.HTML(f"<p><strong>{html.escape(title)}</strong></p>")
        box = widgets.VBox([heading, self._front, self._said, buttons])
        super().__init__(box, words_page(terms, title))
        self.start()

    def start(self) -> None:
        """Put all cards back and show the first one."""
        self.deck = deque(self._terms["id"])
        self.known: list[str] = []
        self._turned = False
        self._tell()

    def turn(self) -> None:
        """Show the meaning of the word on the screen."""
        self._turned = True
        self._tell()

    def judge(self, *, knew: bool) -> None:
        """Put the card away, or back into the deck, and show the next one."""
        if not self.deck:
            return
        card = self.deck.popleft()
        if knew:
            self.known.append(card)
        else:
            self.deck.insert(COMES_BACK_AFTER, card)
        self._turned = False
        self._tell()

    def _tell(self) -> None:
        count = say("cards.count", known=len(self.known), count=len(self._terms))
        if not self.deck:
            self._front.value = f"<p>{html.escape(say('cards.done'))}</p>"
            self._said.value = _status(count)
            return
        word = self._terms.loc[self.deck[0]]
        self._front.value = f"<p><big>{html.escape(full_term(word))}</big></p>"
        text = word["definition"] if self._turned else say("cards.hint")
        self._said.value = _status(say("cards.told", word=full_term(word), text=text, count=count))


def flashcards(topic: str | None = None) -> Flashcards:
    """Practise the words of a topic, one card at a time.

    A card that you did not know comes back a little later.

    Parameters
    ----------
    topic
        Id of a topic, for example ``"igf"``; by default all words of the glossary.

    Returns
    -------
    Flashcards
        Shown in a notebook as a card with buttons. In a lesson that has not been run, the words
        and their meanings stand there as a table.

    Raises
    ------
    UnknownNameError
        If no word belongs to such a topic; the message names the nearest topic.

    Examples
    --------
    >>> cards = flashcards("igf")
    >>> cards.turn()
    >>> cards.judge(knew=True)
    >>> len(cards.known)
    1
    """
    glossary = load("glossary")
    if topic is None:
        return Flashcards(glossary, say("cards.title.all"))
    topics = load("topics").set_index("id")["title"]
    used = set(glossary["topics"].explode())
    if topic not in used:
        raise UnknownNameError(
            "topic with words", topic, [key for key in topics.index if key in used]
        )
    chosen = glossary[[topic in topics for topics in glossary["topics"]]]
    return Flashcards(chosen, say("cards.title", topic=topics[topic]))


def _button(text: str, act: Any) -> widgets.Button:
    button = widgets.Button(description=text, layout={"width": "auto"})
    button.on_click(lambda _button: act())
    return button


def _status(text: str) -> str:
    return f'<p role="status">{html.escape(text)}</p>'
