"""Track claims: read one, look at the evidence, decide, and compare with our verdict."""

from __future__ import annotations

from pathlib import Path

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.formula_cells import save_table
from infosoc.data.loader import load
from infosoc.data.provenance import sources
from infosoc.data.registry import registry
from infosoc.errors import UnknownNameError
from infosoc.explore.status_line import StatusLine
from infosoc.learn.controls import button, sentence_field
from infosoc.learn.progress_file import record
from infosoc.live import Live
from infosoc.messages import say

#: What the reader sees of the tracker as a table, in this order.
COLUMNS = ["claim", "your_verdict", "our_verdict", "your_note"]
#: Name under which a finished tracker is counted.
DONE = "check-the-claims-tracker"


class ClaimTracker(Live):
    """Claims one after the other: evidence behind a button, a verdict, a note.

    A verdict is accepted only after the evidence was shown: to judge a claim by its sound is the
    habit that this aid works against.

    Attributes
    ----------
    place
        Number of the claim on the screen, from 0.
    """

    def __init__(self, claims: pd.DataFrame, title: str):
        self._claims = claims.reset_index(drop=True)
        self._title = title
        self._verdicts: dict[int, str] = {}
        self._notes: dict[int, str] = {}
        self._seen: set[int] = set()
        self._own: list[str] = []
        self.place = 0
        self._build()
        super().__init__(self._box, _plain(self._claims, title))
        self._turn()

    @property
    def statuses(self) -> list[str]:
        """Return the verdicts that can be given, in the order of the table."""
        columns = registry()["founding_claims"].columns
        return [name for column in columns if column.name == "status" for name in column.enum or ()]

    @property
    def table(self) -> pd.DataFrame:
        """Return a row for each claim: the reader's verdict, ours once decided, and the note."""
        rows = [
            (
                claim,
                self._verdicts.get(number, ""),
                self._ours(number) if number in self._verdicts else "",
                self._notes.get(number, ""),
            )
            for number, claim in enumerate(self._texts())
        ]
        return pd.DataFrame(rows, columns=COLUMNS)

    def show_evidence(self) -> None:
        """Show the evidence that we found for the claim on the screen."""
        self._seen.add(self.place)
        self._evidence.value = self._evidence_page()
        self._tell(say("claims.decide"))

    def decide(self, verdict: str, note: str = "") -> None:
        """Give a verdict on the claim on the screen and compare it with ours.

        Parameters
        ----------
        verdict
            One of :attr:`statuses`.
        note
            The reader's reason, in one sentence.

        Raises
        ------
        UnknownNameError
            If there is no such verdict.
        """
        if verdict not in self.statuses:
            raise UnknownNameError("verdict", verdict, self.statuses)
        if self.place not in self._seen:
            self._tell(say("claims.evidence_first"))
            return
        self._verdicts[self.place] = verdict
        self._notes[self.place] = note
        if len(self._verdicts) == len(self._texts()):
            record("exercise", DONE, 1, 1)
        self._tell(self._compared(verdict))

    def go(self, steps: int) -> None:
        """Turn to another claim; behind the last one comes the first."""
        self.place = (self.place + steps) % len(self._texts())
        self._turn()

    def add(self, claim: str) -> None:
        """Add a claim of the reader's own at the end and turn to it.

        Parameters
        ----------
        claim
            The claim, in one sentence.
        """
        if not claim.strip():
            self._tell(say("claims.empty"))
            return
        self._own.append(claim.strip())
        self.place = len(self._texts()) - 1
        self._turn()

    def save(self, path: str | Path = "my-claims.csv") -> Path:
        """Write the reader's table as a CSV file that spreadsheets open.

        A cell that a spreadsheet would take for a formula gets an apostrophe in front.

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

    def _texts(self) -> list[str]:
        return [*self._claims["claim"], *self._own]

    def _ours(self, number: int) -> str:
        return str(self._claims["status"][number]) if number < len(self._claims) else ""

    def _build(self) -> None:
        self._front = widgets.HTML()
        self._evidence = widgets.HTML()
        self._said = StatusLine()
        self._choice = widgets.ToggleButtons(
            options=[(status.replace("-", " "), status) for status in self.statuses],
            value=None,
            description=say("claims.verdict"),
            style={"description_width": "initial", "button_width": "auto"},
        )
        self._note = sentence_field(say("claims.note"))
        self._new = sentence_field(say("claims.own"))
        moves = [
            button(say("claims.before"), lambda: self.go(-1)),
            button(say("claims.next"), lambda: self.go(1)),
        ]
        show = button(say("claims.show"), self.show_evidence)
        check = button(say("claims.compare"), self._pressed)
        own = button(say("claims.add"), self._added)
        heading = widgets.HTML(f"<p><strong>{html.escape(self._title)}</strong></p>")
        self._box = widgets.VBox(
            [
                heading,
                self._front,
                widgets.HBox([show, *moves], layout={"flex_flow": "row wrap"}),
                self._evidence,
                self._choice,
                self._note,
                check,
                self._said,
                widgets.HBox([self._new, own], layout={"flex_flow": "row wrap"}),
            ]
        )

    def _pressed(self) -> None:
        if self._choice.value is None:
            self._tell(say("claims.choose"))
            return
        if self.place in self._seen and not self._note.value.strip():
            # A verdict without a reason is the sound of a claim all over again.
            self._tell(say("claims.reason"))
            return
        self.decide(self._choice.value, self._note.value)

    def _added(self) -> None:
        self.add(self._new.value)
        self._new.value = ""

    def _turn(self) -> None:
        """Show the claim at the present place as the reader left it."""
        texts = self._texts()
        count = say("claims.count", number=self.place + 1, count=len(texts))
        claim = html.escape(texts[self.place])
        self._front.value = f"<p>{html.escape(count)} <big>{claim}</big></p>"
        self._choice.value = self._verdicts.get(self.place)
        self._note.value = self._notes.get(self.place, "")
        self._evidence.value = self._evidence_page() if self.place in self._seen else ""
        done = say("claims.done", done=len(self._verdicts), count=len(texts))
        self._tell(done if self.place in self._seen else f"{done} {say('claims.begin')}")

    def _evidence_page(self) -> str:
        if self.place >= len(self._claims):
            return f"<p>{html.escape(say('claims.own_evidence'))}</p>"
        row = self._claims.iloc[[self.place]]
        found = sources(row)
        links = html.bullets(
            f"{html.link(one.address, one.title)} ({html.escape(one.publisher)})"
            for one in found.itertuples()
        )
        return f"<p>{html.escape(row['evidence'].iloc[0])}</p>{links}"

    def _compared(self, verdict: str) -> str:
        ours = self._ours(self.place)
        if not ours:
            return say("claims.kept")
        words = ours.replace("-", " ")
        same = verdict == ours
        told = say("claims.same", ours=words) if same else say("claims.other", ours=words)
        note = self._claims["note"][self.place]
        return f"{told} {note}" if isinstance(note, str) and note else told

    def _tell(self, text: str) -> None:
        self._said.value = text


def claim_tracker(topic: str | None = None) -> ClaimTracker:
    """Check claims one by one: evidence first, then a verdict, then ours beside it.

    Parameters
    ----------
    topic
        Id of a topic, for example ``"ungis"``; by default the claims of all topics.

    Returns
    -------
    ClaimTracker
        Shown in a notebook with buttons. In a lesson that has not been run, the claims stand
        there as a table with the verdicts folded.

    Raises
    ------
    UnknownNameError
        If there is no claim on such a topic; the message names the nearest topic.

    Examples
    --------
    >>> tracker = claim_tracker("ungis")
    >>> tracker.show_evidence()
    >>> tracker.decide("confirmed", "The Board's own record says so.")
    >>> tracker.table.your_verdict[0]
    'confirmed'
    """
    claims = load("founding_claims")
    if topic is None:
        return ClaimTracker(claims, say("claims.title"))
    titles = load("topics").set_index("id")["title"]
    used = [key for key in titles.index if key in set(claims["topic"])]
    if topic not in used:
        raise UnknownNameError("topic with claims", topic, used)
    chosen = claims[claims["topic"] == topic]
    return ClaimTracker(chosen, say("claims.title.topic", topic=titles[topic]))


def _plain(claims: pd.DataFrame, title: str) -> html.Page:
    listed = html.bullets(html.escape(claim) for claim in claims["claim"])
    verdicts = html.table(claims[["claim", "status"]], say("claims.plain.verdicts"))
    body = (
        f"<p><strong>{html.escape(title)}</strong></p>"
        f"<p>{html.escape(say('claims.plain'))}</p>{listed}"
        + html.folded(say("claims.plain.verdicts"), verdicts)
    )
    text = say("claims.plain.text", title=title, count=len(claims))
    return html.Page(body, text, claims[["claim", "status"]])
