"""Flashcards over the glossary: recall a word's meaning, then look."""

from __future__ import annotations

from collections import Counter, deque
from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.errors import UnknownNameError
from infosoc.explore.status_line import StatusLine
from infosoc.learn import progress_file
from infosoc.learn.word_list import full_term, words_page
from infosoc.live import Live
from infosoc.messages import say

#: A card that was not known comes back after this many others.
COMES_BACK_AFTER = 3


class Flashcards(Live):
    """A deck of words: one at a time, its meaning behind a button.

    Each word lies in one of three boxes. A word that was known goes one box up, one that was not
    goes back to the first. The boxes are kept for the next time, with the reader's progress.

    Attributes
    ----------
    deck
        Ids of the words that are still to come, the one on the screen first.
    known
        Ids of the words that the reader knew.
    boxes
        The box of each word, from 1 to 3.
    """

    def __init__(self, terms: pd.DataFrame, title: str):
        self._terms = terms.set_index("id", drop=False)
        self._title = title
        self._front = widgets.HTML()
        self._said = StatusLine()
        self._boxes_said = widgets.HTML()
        self._show = _button(say("cards.show"), self.turn)
        self._yes = _button(say("cards.knew"), lambda: self.judge(knew=True))
        self._no = _button(say("cards.not_yet"), lambda: self.judge(knew=False))
        self._again = _button(say("cards.again"), self.start)
        buttons = widgets.HBox(
            [self._show, self._yes, self._no, self._again], layout={"flex_flow": "row wrap"}
        )
        heading = widgets.HTML(f"<p><strong>{html.escape(title)}</strong></p>")
        box = widgets.VBox([heading, self._front, self._said, buttons, self._boxes_said])
        super().__init__(box, words_page(terms, title))
        self.start()

    def start(self) -> None:
        """Put all cards back and show the first one."""
        self.boxes = progress_file.boxes(self._terms["id"])
        self.deck = deque(sorted(self._terms["id"], key=self.boxes.__getitem__))
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
        box = self.boxes[card] + 1 if knew else progress_file.FIRST_BOX
        self.boxes[card] = min(box, progress_file.LAST_BOX)
        progress_file.put_in_box(card, box)
        self._turned = False
        self._tell()

    def _tell(self) -> None:
        self._boxes_said.value = f"<p>{html.escape(self._in_boxes())}</p>"
        count = say("cards.count", known=len(self.known), count=len(self._terms))
        if not self.deck:
            self._front.value = f"<p>{html.escape(say('cards.done'))}</p>"
            self._said.value = count
            return
        word = self._terms.loc[self.deck[0]]
        self._front.value = f"<p><big>{html.escape(full_term(word))}</big></p>"
        text = word["definition"] if self._turned else say("cards.hint")
        self._said.value = say("cards.told", word=full_term(word), text=text, count=count)

    def _in_boxes(self) -> str:
        counts = Counter(self.boxes.values())
        first, last = progress_file.FIRST_BOX, progress_file.LAST_BOX
        middle = len(self.boxes) - counts[first] - counts[last]
        return say("cards.boxes", first=counts[first], middle=middle, last=counts[last])


def flashcards(topic: str | None = None) -> Flashcards:
    """Practise the words of a topic, one card at a time.

    A card that you did not know comes back a little later. Next time, the words that you do not
    know well yet come first: it is kept in which of three boxes each word lies.

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
    >>> len(cards.known)
    0
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
