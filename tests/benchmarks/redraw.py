"""How long does a change of a control take until the figure is redrawn, in a real browser?

It opens JupyterLab in Chromium, changes a control of each explorer, and waits each time until
plotly has drawn. The same is done with a control that only changes a text: an empty round trip to
Python and back. The bar: the median is at most 100 ms and at most 2.5 times the empty round trip.
A figure with nothing in it shows how much of that plotly itself needs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import common

CHANGES = 20
MOST_MILLISECONDS = 100
MOST_ROUND_TRIPS = 2.5

PING = """\
import ipywidgets as widgets

ping, pong = widgets.Checkbox(description="ping"), widgets.HTML(value="<i class='pong'>0</i>")
ping.observe(lambda change: setattr(pong, "value", f"<i class='pong'>{change.new}</i>"), "value")
widgets.VBox([ping, pong])"""
EMPTY = """\
import ipywidgets as widgets

from infosoc.drawing import Drawing
from infosoc.explore.figure_widget import LiveFigure

empty, figure = widgets.Checkbox(description="empty"), LiveFigure(Drawing([], {}))
empty.observe(lambda change: figure.redraw([], {"font": {"size": 12 + change.new}}), "value")
widgets.VBox([empty, figure])"""
PROFILE = """\
infosoc.explore.profile(
    {"Internet users": "internet_users", "Electricity": "electricity_access"}, country="Kenya"
)"""
MAPS = """\
users = infosoc.load("internet_users")
infosoc.explore.find_on_maps(users[users.year == 2023], breaks=[25, 50, 75], unit="percent")"""
PREDICT = """\
world = infosoc.load("internet_users_groups").query("group_code == 'WLD'")
infosoc.learn.predict(world, ask="How many people used the Internet?", at=2005, unit="percent")"""

#: Changes the first checkbox or text field of a cell and resolves with the milliseconds until all
#: figures of the cell are drawn, or the text has changed where there is no figure.
CHANGE = """([cell, value]) => new Promise((done) => {
  const area = document.querySelectorAll('.jp-CodeCell')[cell].querySelector('.jp-OutputArea');
  const figures = [...area.querySelectorAll('.js-plotly-plot')];
  const kind = value === null ? 'input[type=checkbox]' : 'input[list], input[type=text]';
  const field = area.querySelector(kind);
  // A change of shapes alone is no plot.
  const DRAWN = ['plotly_afterplot', 'plotly_relayout'];
  const start = performance.now();
  let waiting = Math.max(figures.length, 1);
  const drawn = () => { waiting -= 1; if (waiting === 0) done(performance.now() - start); };
  for (const figure of figures) {
    const once = () => {
      for (const event of DRAWN) figure.removeListener(event, once);
      drawn();
    };
    for (const event of DRAWN) figure.on(event, once);
  }
  if (figures.length === 0) {
    const watch = new MutationObserver(() => { watch.disconnect(); drawn(); });
    const place = area.querySelector('.pong').closest('.widget-html');
    watch.observe(place, { childList: true, subtree: true, characterData: true });
  }
  if (value === null) { field.click(); return; }
  field.value = value;
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
})"""

#: Name, cell, and the two values between which the control goes; none for a checkbox.
ASKED: tuple[tuple[str, str, tuple[str, str] | None], ...] = (
    ("empty round trip", PING, None),
    ("empty figure", EMPTY, None),
    (
        "explore.timeline",
        'import infosoc\n\ninfosoc.explore.timeline(infosoc.load("events"))',
        None,
    ),
    ("explore.find_on_maps", MAPS, ("Tuvalu", "Kenya")),
    ("explore.countries", "infosoc.explore.countries()", ("Brazil", "Kenya")),
    ("explore.profile", PROFILE, ("Brazil", "Kenya")),
    ("explore.scatter", "infosoc.explore.scatter()", ("Brazil", "Kenya")),
    ("learn.predict", PREDICT, ("30", "40")),
)


def rows() -> list[common.Row]:
    """Measure each kind of change, in turns."""
    with common.in_jupyterlab([cell for _, cell, _ in ASKED]) as page:
        changes = [0] * len(ASKED)

        def change(number: int) -> Callable[[], float]:
            def work() -> float:
                values = ASKED[number][2]
                value: Any = values[changes[number] % 2] if values else None
                changes[number] += 1
                taken: float = page.evaluate(CHANGE, [number, value])
                page.wait_for_timeout(200)
                return taken

            return work

        works = {name: change(number) for number, (name, *_) in enumerate(ASKED)}
        found = common.in_turns(works, CHANGES)
    trip = found.pop("empty round trip")
    plain = found.pop("empty figure")
    return [
        common.Row("Empty round trip to Python and back", trip, "ms"),
        common.Row("Redraw of a figure with nothing in it", plain, "ms", trip),
        *(
            common.at_most(
                f"Redraw of {name}",
                figure,
                "ms",
                floor=trip,
                most=MOST_MILLISECONDS,
                times=MOST_ROUND_TRIPS,
            )
            for name, figure in found.items()
        ),
    ]


if __name__ == "__main__":
    sys.exit(common.main(rows))
