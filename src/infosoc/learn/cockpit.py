"""The cockpit of a facilitator: a few controls, and out comes the run sheet of a class."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ipywidgets as widgets

from infosoc import html
from infosoc.explore.slider_names import SliderNames
from infosoc.explore.status_line import StatusLine
from infosoc.learn.plans import PlanError
from infosoc.learn.run_sheets import DEVICES, LEVELS, aims, groups_of, in_groups, run_sheet, span
from infosoc.live import Live
from infosoc.messages import say
from infosoc.stand_alone import Printable

#: What stands there at the start, and in a lesson that has not been run.
MINUTES, PEOPLE, START = 90, 20, "09:00"
WIDE = {"width": "auto", "max_width": "640px"}


class Cockpit(Live):
    """Controls for a class and the run sheet that follows from them.

    Attributes
    ----------
    minutes, people
        Sliders.
    devices, level, aim
        Toggle buttons.
    start
        Field for the time at which the class begins.
    said
        Says what the run sheet holds, or why it cannot be made.
    sheet
        The run sheet, or ``None`` while it cannot be made.
    """

    def __init__(self) -> None:
        self.sheet: Printable | None = None
        self._build()
        self._make()
        super().__init__(self._box, self._plain())

    def save(self, path: str | Path = "run-sheet.html") -> Path:
        """Write the run sheet as one HTML file to print.

        Parameters
        ----------
        path
            Where to write it.

        Raises
        ------
        PlanError
            If there is no run sheet for what the controls say.
        """
        if self.sheet is None:
            raise PlanError("There is no run sheet yet. Change the controls until one fits.")
        return self.sheet.save(path)

    def _build(self) -> None:
        self.minutes = _slider(say("cockpit.minutes"), MINUTES, 45, 180, 5)
        self.people = _slider(say("cockpit.people"), PEOPLE, 2, 60, 1)
        devices = (
            say("cockpit.devices.none"),
            say("cockpit.devices.projector"),
            say("cockpit.devices.pairs"),
        )
        levels = (say("cockpit.level.beginner"), say("cockpit.level.intermediate"))
        self.devices = _toggles(say("cockpit.devices"), zip(devices, DEVICES, strict=True))
        self.devices.value = DEVICES[1]
        self.level = _toggles(say("cockpit.level"), zip(levels, LEVELS, strict=True))
        named = aims()
        self.aim = _toggles(say("cockpit.aim"), zip(named["title"], named["id"], strict=True))
        self.start = widgets.Text(
            value=START, description=say("cockpit.start"), continuous_update=False
        )
        self.said, self._shown = StatusLine(), widgets.HTML()
        button = widgets.Button(
            description=say("cockpit.make"), layout={"width": "auto", "align_self": "flex-start"}
        )
        button.on_click(lambda _button: self._save())
        controls = (self.minutes, self.people, self.devices, self.level, self.aim, self.start)
        self._box = widgets.VBox([*controls, button, self.said, self._shown, SliderNames()])
        for control in controls:
            control.observe(lambda _change: self._make(), names="value")

    def _make(self) -> None:
        try:
            self.sheet = run_sheet(
                self.minutes.value,
                self.people.value,
                self.devices.value,
                self.level.value,
                self.aim.value,
                self.start.value,
            )
        except PlanError as error:
            self.sheet = None
            self._tell(str(error))
            self._shown.value = ""
            return
        begin, end = span(self.sheet.table.iloc[:, 0], self.minutes.value)
        groups = in_groups(groups_of(self.people.value))
        told = {"title": self.sheet.text, "parts": len(self.sheet.table), "groups": groups}
        self._tell(say("cockpit.ready", begin=begin, end=end, **told))
        self._shown.value = self.sheet.html

    def _save(self) -> None:
        try:
            self._tell(say("cockpit.saved", place=self.save()))
        except PlanError as error:
            self._tell(str(error))
        except OSError as error:
            self._tell(say("cockpit.not_saved", error=error))

    def _plain(self) -> html.Page:
        assert self.sheet is not None
        text = say("cockpit.plain", minutes=MINUTES, people=PEOPLE)
        body = f"<p>{html.escape(text)}</p>{self.sheet.html}"
        return html.Page(body, text, self.sheet.table)

    def _tell(self, text: str) -> None:
        self.said.value = text


def cockpit() -> Cockpit:
    """Set minutes, people, devices, level and aim, and write the run sheet of a class.

    Returns
    -------
    Cockpit
        Shown in a notebook as controls above the clock of the class, with a button that writes
        everything as one page to print. In a lesson that has not been run, the clock of a class
        of 90 minutes stands there.

    Examples
    --------
    >>> controls = cockpit()
    >>> controls.minutes.value = 45
    >>> "45 minutes" in controls.said.value
    True
    """
    return Cockpit()


def _slider(text: str, value: int, low: int, high: int, step: int) -> widgets.IntSlider:
    return widgets.IntSlider(
        value=value,
        min=low,
        max=high,
        step=step,
        description=text,
        continuous_update=False,
        layout=WIDE,
    )


def _toggles(text: str, options: Any) -> widgets.ToggleButtons:
    return widgets.ToggleButtons(
        options=list(options),
        description=text,
        style={"button_width": "auto", "description_width": "initial"},
    )
