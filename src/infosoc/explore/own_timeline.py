"""Choose a file with events of one's own: check it, draw it, save it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import numpy as np
import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.own_events import (
    add_events,
    check_events,
    write_events,
    write_events_template,
)
from infosoc.exhibit import Exhibit
from infosoc.explore.figure_widget import LiveFigure
from infosoc.explore.own_files import FOLDER, FileChoice
from infosoc.explore.status_line import StatusLine
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot import live_timelines, style, timelines

ENDINGS = (".csv", ".tsv", ".xlsx", ".ods", ".xls")
#: What saved files are called, behind the name of the reader's file.
PAGE, TABLE = "-timeline.html", "-export.csv"
TEMPLATE = "my-events.csv"


class OwnTimeline(Live):
    """Buttons for the files, the check, the picture and what can be saved.

    Attributes
    ----------
    choice
        The buttons for the files.
    title
        The field for the title of the picture.
    topics
        A checkbox for each topic of the course whose events are to stand beside one's own.
    begin, page, table
        The buttons that write a template, and save a page and a table.
    checked
        What the check of the file found.
    said
        Says what was saved.
    figure
        The figure on the screen.
    legend
        Says below it what its marks mean.
    """

    def __init__(self, folder: Path):
        self._folder = self._path = folder
        self._events: pd.DataFrame | None = None
        self._build(folder)
        super().__init__(self._box, _plain(folder))
        self.choice.look()

    def _build(self, folder: Path) -> None:
        self.choice = FileChoice(folder, ENDINGS, self._read)
        self.checked, self.said = widgets.HTML(), StatusLine()
        self.title = widgets.Text(
            value=say("own.title"),
            description=say("own.title.field"),
            continuous_update=False,
            style={"description_width": "initial"},
            layout={"width": "auto", "min_width": "320px"},
        )
        names = timelines.lane_titles("topic")
        there = set(load("events")["topic"])
        self.topics = {
            key: widgets.Checkbox(
                value=False, description=name, indent=False, layout={"width": "auto"}
            )
            for key, name in names.items()
            if key in there
        }
        self.begin = _button(say("own.begin"), self._write_template)
        self.page = _button(say("own.page"), self._save_page)
        self.table = _button(say("own.table"), self._save_table)
        self.figure = LiveFigure(style.figure([], "", 120))
        self.legend = widgets.HTML()
        wrapping = {"flex_flow": "row wrap", "grid_gap": "0 16px"}
        beside = widgets.HTML(f"<p>{html.escape(say('own.beside'))}</p>")
        self._picture = widgets.VBox(
            [
                self.title,
                beside,
                widgets.Box(list(self.topics.values()), layout=wrapping),
                self.figure,
                self.legend,
                widgets.HBox([self.page, self.table], layout={"flex_flow": "row wrap"}),
            ],
            layout={"display": "none"},
        )
        self.choice.buttons.children = (self.choice.again, self.begin)
        self._box = widgets.VBox([self.choice.widget, self.checked, self._picture, self.said])
        for control in (self.title, *self.topics.values()):
            control.observe(lambda _change: self._draw(), names="value")

    def exhibit(self) -> Exhibit:
        """Return the picture that is on the screen, with its evidence."""
        chosen = self.chosen()
        title = self.title.value.strip() or say("own.title")
        return timelines.timeline(chosen, title=title, own="own" if self._is_mixed() else None)

    def chosen(self) -> pd.DataFrame:
        """Return the reader's events with those of the topics that are ticked."""
        own = self._events
        if own is None:
            return load("events").head(0)
        if not self._is_mixed():
            return own
        events = load("events")
        wanted = [key for key, box in self.topics.items() if box.value]
        return add_events(own, events[events["topic"].isin(wanted)])

    def _is_mixed(self) -> bool:
        return any(box.value for box in self.topics.values())

    def _read(self, path: Path) -> None:
        self._path = path
        found = check_events(path)
        self._events = found.events
        self.checked.value = html.as_written(f'<div role="status">{found.html}</div>')
        self._picture.layout.display = "" if found.events is not None else "none"
        self._say("")
        self._draw()

    def _draw(self) -> None:
        if self._events is None:
            return
        events = timelines.prepare(self.chosen())
        own = "own" if self._is_mixed() else None
        keys = timelines.lane_keys(events, "topic")
        title = self.title.value.strip() or say("own.title")
        picture = live_timelines.LiveTimeline(events, "topic", keys, own)
        traces, layout = picture.draw(np.full(len(events), fill_value=True))
        self.figure.texts = picture.texts
        self.figure.show(style.figure(traces, html.escape(title), **layout))
        self.legend.value = picture.legend(len(events))

    def _write_template(self) -> None:
        try:
            self._folder.mkdir(exist_ok=True)
            write_events_template(self._folder / TEMPLATE)
        except FileExistsError as error:
            self._say(str(error))
            return
        except OSError as error:
            self._say(say("own.not_saved", reason=error.strerror))
            return
        self.choice.look()
        self.choice.files.value = TEMPLATE
        self._say(say("own.begun", file=TEMPLATE, folder=self._folder.name))

    def _save_page(self) -> None:
        target = self._target(PAGE)
        told = {"file": target.name, "folder": target.parent.name}
        self._save(lambda: self.exhibit().save(target), say("own.saved.page", **told))

    def _save_table(self) -> None:
        target = self._target(TABLE)
        told = {"file": target.name, "folder": target.parent.name}
        written = say("own.saved.table", **told)
        self._save(lambda: write_events(self.chosen(), target, replace=True), written)

    def _save(self, act: Callable[[], object], done: str) -> None:
        try:
            act()
        except OSError as error:
            done = say("own.not_saved", reason=error.strerror)
        self._say(done)

    def _target(self, ending: str) -> Path:
        return self._path.resolve().with_name(self._path.stem + ending)

    def _say(self, text: str) -> None:
        self.said.value = text


def own_timeline(folder: str | os.PathLike[str] = FOLDER) -> OwnTimeline:
    """Make a timeline of your own: choose a file, mend it, draw it, save it.

    Parameters
    ----------
    folder
        Where to look for files and where to save. Nothing is sent anywhere.

    Returns
    -------
    OwnTimeline
        Shown in a notebook as buttons for the files, the check, and the picture with buttons that
        save it as a page that works without a network, and its events as a table.

    Examples
    --------
    >>> import infosoc, pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = infosoc.write_events_template(folder / "mine.csv")
    >>> desk = own_timeline(folder)
    >>> desk.topics["ungis"].value = True
    >>> int(desk.chosen()["own"].sum())
    2
    """
    return OwnTimeline(Path(folder))


def _plain(folder: Path) -> html.Page:
    text = say("own.plain", folder=folder.name)
    return html.Page(f"<p>{html.escape(text)}</p>", text, pd.DataFrame())


def _button(text: str, act: Any) -> widgets.Button:
    button = widgets.Button(description=text, layout={"width": "auto"})
    button.on_click(lambda _button: act())
    return button
