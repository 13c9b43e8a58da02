"""Twelve questions before and after the lessons, and the gain of each."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.data.formula_cells import save_table
from infosoc.data.loader import load
from infosoc.data.provenance import find_sources
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.exhibit import Exhibit
from infosoc.explore.status_line import StatusLine
from infosoc.learn.progress_file import BESIDE, place
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot import bar_charts

ROUNDS = ("before", "after")
#: An answer of a reader who does not want to guess.
UNSURE = "?"
LETTERS = ("a", "b", "c")
#: Columns of the file for a facilitator: nothing in it tells who answered, or when.
COLUMNS = ["item", "before", "after", "gain"]


class BeforeAfter(Live):
    """The questions one after the other, in two rounds; feedback comes after the second.

    The answers are kept in a file in the reader's own folder and go nowhere else.

    Attributes
    ----------
    round
        ``"before"`` or ``"after"``.
    answers
        The answer to each question, by round and id.
    """

    def __init__(self) -> None:
        self._items = load("before_after_items").sort_values("order").set_index("id", drop=False)
        self.answers = _read(self._items["id"])
        self.round = "after" if self._is_done("before") else "before"
        self._build()
        super().__init__(self._box, _plain(self._items))
        self._turn()

    @property
    def table(self) -> pd.DataFrame:
        """Return a row for each question: 1 where the answer was right, else 0, and the gain.

        Returns
        -------
        pandas.DataFrame
            Columns ``item``, ``before``, ``after`` and ``gain``; empty where not answered.
        """
        frame = pd.DataFrame({"item": self._items["id"].tolist()})
        right = self._items["right"].tolist()
        for name in ROUNDS:
            given = [self.answers[name].get(item) for item in frame["item"]]
            marks = [
                None if one is None else int(one == key)
                for one, key in zip(given, right, strict=True)
            ]
            frame[name] = pd.array(marks, dtype="Int64")
        frame["gain"] = frame["after"] - frame["before"]
        return frame

    def answer(self, letter: str) -> None:
        """Keep an answer to the question on the screen and go to the next one.

        Parameters
        ----------
        letter
            ``"a"``, ``"b"``, ``"c"``, or ``"?"`` for "I do not know".

        Raises
        ------
        UnknownNameError
            If it is none of them.
        """
        if letter not in (*LETTERS, UNSURE):
            raise UnknownNameError("answer", letter, [*LETTERS, UNSURE])
        item = self._next()
        if item is None:
            return
        self.answers[self.round][item] = letter
        _write(self.answers)
        self._turn()

    def save(self, path: str | Path = "before-after.csv") -> Path:
        """Write the anonymous file for a facilitator who asks for it. It is sent nowhere.

        Parameters
        ----------
        path
            Where to write it.

        Returns
        -------
        Path
            The file, with its folder.

        Raises
        ------
        TableShapeError
            If a round is not finished.
        """
        if not all(map(self._is_done, ROUNDS)):
            raise TableShapeError(say("gain.incomplete"))
        return save_table(self.table, path)

    def forget(self) -> None:
        """Delete the answers of both rounds."""
        place().with_name(BESIDE).unlink(missing_ok=True)
        self.answers = {name: {} for name in ROUNDS}
        self._rounds.value = self.round = "before"
        self._turn()
        self._tell(say("gain.deleted"))

    def _is_done(self, name: str) -> bool:
        return len(self.answers[name]) == len(self._items)

    def _next(self) -> str | None:
        done = self.answers[self.round]
        return next((item for item in self._items["id"] if item not in done), None)

    def _build(self) -> None:
        self._front, self._said, self._result = widgets.HTML(), StatusLine(), widgets.HTML()
        names = (say("gain.before"), say("gain.after"))
        self._rounds = widgets.ToggleButtons(
            options=list(zip(names, ROUNDS, strict=True)),
            value=self.round,
            description=say("gain.round"),
            style={"button_width": "auto", "description_width": "initial"},
        )
        self._choice = widgets.ToggleButtons(
            options=[(say("gain.unsure"), UNSURE)],
            value=None,
            description=say("gain.answer"),
            style={"button_width": "auto", "description_width": "initial"},
        )
        self._keep = _button(say("gain.keep"), self._pressed)
        others = [
            _button(say("gain.save"), self._save),
            _button(say("gain.again"), self.forget),
        ]
        self._rounds.observe(lambda change: self._changed(change.new), names="value")
        row = widgets.HBox([self._keep, *others], layout={"flex_flow": "row wrap"})
        heading = html.escape(say("gain.title", count=len(self._items)))
        self._box = widgets.VBox(
            [
                widgets.HTML(f"<p><strong>{heading}</strong></p>"),
                self._rounds,
                self._front,
                self._choice,
                row,
                self._said,
                self._result,
            ]
        )

    def _changed(self, name: str) -> None:
        self.round = name
        self._turn()

    def _pressed(self) -> None:
        if self._choice.value is None:
            self._tell(say("gain.first"))
            return
        self.answer(self._choice.value)

    def _save(self) -> None:
        try:
            self._tell(say("gain.saved", place=self.save()))
        except TableShapeError as error:
            self._tell(str(error))
        except OSError as error:
            self._tell(say("gain.not_saved", error=error))

    def _turn(self) -> None:
        item = self._next()
        count = len(self._items)
        shown = item is not None
        self._choice.layout.display = self._keep.layout.display = None if shown else "none"
        self._result.value = "" if shown else self._results()
        if item is None:
            self._front.value = ""
            self._tell(self._ended())
            return
        row = self._items.loc[item]
        # The answers first: who reads the question can answer it at once.
        options = [(row[f"option_{letter}"], letter) for letter in LETTERS]
        self._choice.options = [*options, (say("gain.unsure"), UNSURE)]
        self._choice.value = None
        done = len(self.answers[self.round])
        told = {"number": done + 1, "count": count, "round": self._name(self.round)}
        text = html.escape(say("gain.ask", ask=row["ask"], **told))
        self._front.value = f"<p><strong>{text}</strong></p>"
        kept = say("gain.kept", done=done, count=count, round=self._name(self.round))
        self._tell(kept if done else say("gain.choose"))

    def _name(self, name: str) -> str:
        return say("gain.before") if name == "before" else say("gain.after")

    def _ended(self) -> str:
        if not all(map(self._is_done, ROUNDS)):
            return say("gain.halfway", count=len(self._items))
        sums = self.table[["before", "after"]].sum()
        return say("gain.done", before=sums["before"], after=sums["after"], count=len(self._items))

    def _results(self) -> str:
        """Return the gains as a table; before the second round nothing is told."""
        if not all(map(self._is_done, ROUNDS)):
            return ""
        marks = {1: say("gain.right"), 0: say("gain.wrong")}
        rows = self.table
        items = self._items.to_dict("records")
        frame = pd.DataFrame(
            {
                say("gain.question"): self._items["ask"].tolist(),
                say("gain.before"): rows["before"].map(marks),
                say("gain.after"): rows["after"].map(marks),
                say("gain.gain"): [f"{gain:+d}" if gain else "0" for gain in rows["gain"]],
                say("gain.why"): [_why(item) for item in items],
            }
        )
        ids = [one for cell in self._items["source_ids"] for one in cell]
        links = html.bullets(
            html.link(one.address, one.title) for one in find_sources(ids).itertuples()
        )
        named = say("evidence.sources", count=len(find_sources(ids)))
        return html.table(frame, say("gain.table")) + html.folded(named, links)

    def _tell(self, text: str) -> None:
        self._said.value = text


def _why(item: dict[Any, Any]) -> str:
    answer = item[f"option_{item['right']}"]
    return say("gain.why.text", answer=answer, explanation=item["explanation"])


def _read(items: pd.Series) -> dict[str, dict[str, str]]:
    """Read the answers that are kept; what cannot be understood counts as not answered."""
    kept: Any = {}
    with contextlib.suppress(OSError, ValueError):
        kept = json.loads(place().with_name(BESIDE).read_text(encoding="utf-8"))
    known = set(items)
    found: dict[str, dict[str, str]] = {}
    for name in ROUNDS:
        given = kept.get(name) if isinstance(kept, dict) else None
        pairs = given.items() if isinstance(given, dict) else ()
        found[name] = {k: v for k, v in pairs if k in known and v in (*LETTERS, UNSURE)}
    return found


def _write(answers: dict[str, dict[str, str]]) -> None:
    """Write a new file and put it in the place of the old one; a full disk stops no lesson."""
    path = place().with_name(BESIDE)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(answers, indent=1), encoding="utf-8")
        fresh.replace(path)


def _plain(items: pd.DataFrame) -> html.Page:
    text = say("gain.plain", count=len(items))
    asked = html.bullets(map(html.escape, items["ask"]))
    return html.Page(f"<p>{html.escape(text)}</p>{asked}", text, items[["ask"]])


def _button(text: str, act: Any) -> widgets.Button:
    button = widgets.Button(description=text, layout={"width": "auto"})
    button.on_click(lambda _button: act())
    return button


def before_after() -> BeforeAfter:
    """Answer twelve questions before the lessons and again after them.

    Nothing is told until both rounds are done. Then the gain of each question stands there.

    Returns
    -------
    BeforeAfter
        Shown in a notebook with buttons. In a lesson that has not been run, the questions stand
        there as a list.

    Examples
    --------
    >>> questions = before_after()
    >>> questions.table.columns.tolist()
    ['item', 'before', 'after', 'gain']
    """
    return BeforeAfter()


def group_gains(files: Sequence[str | Path]) -> Exhibit:
    """Put the anonymous files of a group together: how many were right before and after.

    Parameters
    ----------
    files
        Files that readers wrote with "Write the file for the facilitator".

    Returns
    -------
    Exhibit
        Bars for each question; its table has the question, the round and the count.

    Raises
    ------
    TableShapeError
        If there is no file, or a file has other columns, questions or values.

    Examples
    --------
    >>> group_gains([])
    Traceback (most recent call last):
    ...
    infosoc.errors.TableShapeError: There is no file. Name at least one.
    """
    items = load("before_after_items").sort_values("order")
    if not files:
        raise TableShapeError("There is no file. Name at least one.")
    sums = sum(_counts(Path(file), items["id"].tolist()) for file in files)
    asked = items.set_index("id")["ask"]
    names = {"before": say("gain.group.before"), "after": say("gain.group.after")}
    long = pd.DataFrame(
        [
            {"question": asked[item], "round": names[name], "people": int(sums.loc[item, name])}  # type: ignore[union-attr]
            for item in items["id"]
            for name in ROUNDS
        ]
    )
    title = say("gain.group", people=len(files))
    return bar_charts.bars(
        long, value="people", label="question", group="round", title=title, unit="people"
    )


def _counts(file: Path, items: list[str]) -> pd.DataFrame:
    frame = pd.read_csv(file)
    if list(frame.columns) != COLUMNS or sorted(frame["item"]) != sorted(items):
        raise TableShapeError(
            f"{file.name} is not a file of these questions. Its columns are "
            f"{', '.join(map(str, frame.columns))}; expected are {', '.join(COLUMNS)}."
        )
    marks = frame.set_index("item")[list(ROUNDS)]
    if not marks.isin([0, 1]).all(axis=None):
        raise TableShapeError(f"{file.name} holds other values than 0 and 1.")
    return marks.loc[items]
