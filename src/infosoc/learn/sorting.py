"""Sort cards into groups, give a reason, and compare both with ours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.formula_cells import save_table
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.explore.status_line import StatusLine
from infosoc.learn.controls import button, sentence_field
from infosoc.learn.progress_file import record
from infosoc.live import Live
from infosoc.messages import say

#: What the reader sees of the sorting as a table, in this order.
COLUMNS = ["card", "your_group", "our_group", "your_reason", "our_reason"]


class Sorting(Live):
    """Cards one after the other: a group, a reason, and then our group and reason.

    There is often more than one good answer. So nothing is called wrong; but a card counts only
    with a reason, because a sorting that nobody can defend teaches nothing.

    Attributes
    ----------
    place
        Number of the card on the screen, from 0.
    """

    def __init__(
        self,
        cards: pd.DataFrame,
        groups: Sequence[str],
        title: str,
        name: str | None,
    ):
        self._cards = cards
        self.groups = tuple(groups)
        self._title = title
        self._name = name
        self._chosen: dict[int, str] = {}
        self._reasons: dict[int, str] = {}
        self.place = 0
        self._build()
        super().__init__(self._box, _plain(cards, self.groups, title))
        self._turn()

    @property
    def table(self) -> pd.DataFrame:
        """Return a row for each card: the reader's group and reason, and ours once decided."""
        rows = [
            (
                card,
                self._chosen.get(number, ""),
                _ours(self._cards, number) if number in self._chosen else "",
                self._reasons.get(number, ""),
                self._cards["why"][number] if number in self._chosen else "",
            )
            for number, card in enumerate(self._cards["card"])
        ]
        return pd.DataFrame(rows, columns=COLUMNS)

    def decide(self, group: str, reason: str) -> None:
        """Put the card on the screen into a group and compare with ours.

        Parameters
        ----------
        group
            One of :attr:`groups`.
        reason
            The reader's reason, in one sentence; without it nothing is kept.

        Raises
        ------
        UnknownNameError
            If there is no such group.
        """
        if group not in self.groups:
            raise UnknownNameError("group", group, self.groups)
        if not reason.strip():
            self._said.value = say("sort.defend")
            return
        self._chosen[self.place] = group
        self._reasons[self.place] = reason.strip()
        if self._name and len(self._chosen) == len(self._cards):
            record("exercise", self._name, 1, 1)
        ours, why = _ours(self._cards, self.place), self._cards["why"][self.place]
        told = {"ours": ours, "why": why, "done": self._done()}
        same = self._agree(self.place)
        self._said.value = say("sort.same", **told) if same else say("sort.other", **told)

    def go(self, steps: int) -> None:
        """Turn to another card; behind the last one comes the first."""
        self.place = (self.place + steps) % len(self._cards)
        self._turn()

    def save(self, path: str | Path = "my-sorting.csv") -> Path:
        """Write the reader's table as a CSV file that spreadsheets open.

        Parameters
        ----------
        path
            Where to write it.

        Returns
        -------
        Path
            The file, with its folder.
        """
        return save_table(self.table, path)

    def _agree(self, number: int) -> bool:
        return self._chosen[number] in self._cards["ours"][number]

    def _done(self) -> str:
        same = sum(map(self._agree, self._chosen))
        return say("sort.done", done=len(self._chosen), count=len(self._cards), same=same)

    def _build(self) -> None:
        self._front = widgets.HTML()
        self._said = StatusLine()
        self._choice = widgets.ToggleButtons(
            options=list(self.groups),
            value=None,
            description=say("sort.group"),
            style={"description_width": "initial", "button_width": "auto"},
        )
        self._reason = sentence_field(say("sort.reason"))
        moves = [
            button(say("sort.before"), lambda: self.go(-1)),
            button(say("sort.next"), lambda: self.go(1)),
        ]
        self._box = widgets.VBox(
            [
                widgets.HTML(f"<p><strong>{html.escape(self._title)}</strong></p>"),
                self._front,
                self._choice,
                self._reason,
                widgets.HBox(
                    [button(say("sort.compare"), self._pressed), *moves],
                    layout={"flex_flow": "row wrap"},
                ),
                self._said,
            ]
        )

    def _pressed(self) -> None:
        if self._choice.value is None:
            self._said.value = say("sort.choose")
            return
        self.decide(self._choice.value, self._reason.value)

    def _turn(self) -> None:
        """Show the card at the present place as the reader left it."""
        card = self._cards.iloc[self.place]
        count = say("sort.count", number=self.place + 1, count=len(self._cards))
        detail = f"<p>{html.escape(card['detail'])}</p>" if card["detail"] else ""
        text = f"<p>{html.escape(count)} <big>{html.escape(card['card'])}</big></p>"
        self._front.value = text + detail
        self._choice.value = self._chosen.get(self.place)
        self._reason.value = self._reasons.get(self.place, "")
        self._said.value = self._done() if self._chosen else say("sort.begin")


def sort(
    frame: pd.DataFrame,
    *,
    card: str,
    ours: str,
    why: str,
    detail: str | None = None,
    groups: Sequence[str] | None = None,
    title: str = "",
    name: str | None = None,
) -> Sorting:
    """Sort cards into groups one by one, with a reason, and compare with our sorting.

    Parameters
    ----------
    frame
        One row for each card.
    card
        Column with what stands on the card.
    ours
        Column with our group, or a list of groups that can all be defended, the best first.
    why
        Column with our reason.
    detail
        Column with a sentence that stands below the card.
    groups
        The groups, in the order of their buttons; by default those of ``ours`` as they come up.
    title
        Title above the cards.
    name
        Name under which a finished sorting is counted.

    Returns
    -------
    Sorting
        Shown in a notebook with buttons. In a lesson that has not been run, the cards stand
        there as a list with our sorting folded.

    Raises
    ------
    UnknownNameError
        If a column is missing, or a group of ``ours`` is not among ``groups``.
    TableShapeError
        If there are no cards.

    Examples
    --------
    >>> import pandas as pd
    >>> cards = pd.DataFrame({"event": ["A school"], "area": ["capacity"], "why": ["It trains."]})
    >>> sorting = sort(cards, card="event", ours="area", why="why", groups=["policy", "capacity"])
    >>> sorting.decide("capacity", "Pupils learn there.")
    >>> sorting.table.our_group[0]
    'capacity'
    """
    for column in filter(None, (card, ours, why, detail)):
        if column not in frame.columns:
            raise UnknownNameError("column", column, map(str, frame.columns))
    if frame.empty:
        raise TableShapeError("There is nothing to sort: the table has no rows.")
    cards = pd.DataFrame(
        {
            "card": frame[card].astype(str).tolist(),
            "detail": frame[detail].fillna("").astype(str).tolist() if detail else "",
            "ours": [_as_tuple(value) for value in frame[ours]],
            "why": frame[why].astype(str).tolist(),
        }
    )
    used = list(dict.fromkeys(group for some in cards["ours"] for group in some))
    for group in used:
        if groups is not None and group not in groups:
            raise UnknownNameError("group", group, groups)
    return Sorting(cards, groups or used, title, name)


def _as_tuple(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else (str(value),)


def _ours(cards: pd.DataFrame, number: int) -> str:
    first, *others = cards["ours"][number]
    return say("sort.also", first=first, others=", ".join(others)) if others else first


def _plain(cards: pd.DataFrame, groups: Sequence[str], title: str) -> html.Page:
    listed = html.bullets(
        html.escape(f"{card}: {detail}" if detail else card)
        for card, detail in zip(cards["card"], cards["detail"], strict=True)
    )
    shown = pd.DataFrame(
        {
            "card": cards["card"],
            "our_group": [_ours(cards, number) for number in range(len(cards))],
            "our_reason": cards["why"],
        }
    )
    body = (
        f"<p><strong>{html.escape(title)}</strong></p>"
        f"<p>{html.escape(say('sort.plain', groups=', '.join(groups)))}</p>{listed}"
        + html.folded(say("sort.plain.ours"), html.table(shown, say("sort.plain.ours")))
    )
    text = say("sort.plain.text", title=title, count=len(cards))
    return html.Page(body, text, shown)
