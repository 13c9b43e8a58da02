"""Predict, then reveal: the reader guesses first, and only then sees the figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import pandas as pd

from infosoc import html
from infosoc.errors import TableShapeError
from infosoc.explore.figure_widget import LiveFigure
from infosoc.explore.slider_names import SliderNames
from infosoc.learn.progress_file import record
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot import trends

if TYPE_CHECKING:
    import plotly.graph_objects as go

#: A guess this close, as a share of the axis, is called close.
CLOSE = 0.05


class Prediction(Live):
    """Sliders for a guess, and the figures behind a button.

    Attributes
    ----------
    sliders
        A slider for each year that is asked for.
    real
        The figures of those years.
    figure
        The plotly figure: the guess, and after :meth:`reveal` the figures.
    said
        Says what to do, and after :meth:`reveal` how far the guess is off.
    """

    def __init__(
        self,
        exhibit: Any,
        line: pd.Series,
        ask: str,
        at: Sequence[int],
        unit: str,
        bounds: Any,
        name: str | None = None,
    ):
        self._name = name
        self.real = line.loc[list(at)]
        self._line, self._unit, self._bounds = line, unit, bounds
        self._evidence = exhibit.evidence()["text/html"]
        self._revealed = False
        self._paused = False
        self._build(ask, exhibit)
        super().__init__(self._box, _plain(ask, exhibit))

    def _build(self, ask: str, exhibit: Any) -> None:
        low, high = self._bounds
        self.sliders = {
            int(year): widgets.FloatSlider(
                value=low,
                min=low,
                max=high,
                step=(high - low) / 100,
                description=str(year),
                readout_format=".0f" if high - low >= 20 else ".2f",  # noqa: PLR2004
                continuous_update=False,
                layout={"width": "auto", "max_width": "560px"},
            )
            for year in self.real.index
        }
        self.said = widgets.HTML()
        self._show = widgets.Button(description=say("predict.show"), layout={"width": "auto"})
        self._again = widgets.Button(description=say("predict.again"), layout={"width": "auto"})
        self._sources = widgets.HTML()
        self._picture = _with_guess(exhibit.figure, self.guess(), self._unit)
        self.figure = LiveFigure(self._picture)
        self._box = widgets.VBox(
            [
                widgets.HTML(f"<p><strong>{html.escape(ask)}</strong></p>"),
                *self.sliders.values(),
                widgets.HBox([self._show, self._again]),
                self.said,
                self.figure,
                SliderNames(),
                self._sources,
            ]
        )
        for slider in self.sliders.values():
            slider.observe(self._moved, names="value")
        self._show.on_click(lambda _button: self.reveal())
        self._again.on_click(lambda _button: self.hide())
        self._say(say("predict.begin"))

    def guess(self) -> pd.Series:
        """Return the reader's guess with the years as index."""
        return pd.Series({year: slider.value for year, slider in self.sliders.items()})

    def reveal(self) -> None:
        """Show the figures beside the guess and say how far it is off."""
        self._revealed = True
        if self._name:
            record("prediction", self._name, 1, 1)
        self._draw()
        self._sources.value = self._evidence
        self._say(in_words(self.guess(), self.real, self._unit, self._bounds))

    def hide(self) -> None:
        """Hide the figures again for another guess; the sliders stay where they are."""
        self._revealed = False
        self._draw()
        self._sources.value = ""
        self._say(say("predict.begin"))

    def _moved(self, _change: Any) -> None:
        self._draw()
        if self._revealed:
            self._say(in_words(self.guess(), self.real, self._unit, self._bounds))

    def _draw(self) -> None:
        real, guess = self._picture.data
        real.visible = self._revealed
        guess.y = list(self.guess())
        self.figure.show(self._picture)

    def _say(self, text: str) -> None:
        self.said.value = f'<p role="status">{html.escape(text)}</p>'


def predict(
    frame: pd.DataFrame,
    *,
    ask: str,
    at: Sequence[int],
    value: str = "value",
    year: str = "year",
    unit: str = "",
    bounds: tuple[float, float] = (0, 100),
    title: str = "",
    name: str | None = None,
) -> Prediction:
    """Let the reader guess figures first and then reveal them beside the guess.

    Parameters
    ----------
    frame
        One row for each year, as for :func:`infosoc.plot.trend` without a group.
    ask
        The question.
    at
        The years to guess, in order; each has to have a figure.
    value, year
        Columns with the figures and the years.
    unit
        Unit of the figures.
    bounds
        Lowest and highest guess that the sliders allow.
    title
        Title of the picture; by default "The figures".
    name
        Name under which it is counted as finished, beginning with the lesson's name.

    Returns
    -------
    Prediction
        Shown in a notebook with a slider for each year. In a lesson that has not been run, the
        question stands there with the figures folded.

    Raises
    ------
    TableShapeError
        If a year has no figure or a figure lies outside the bounds.

    Examples
    --------
    >>> import infosoc
    >>> users = infosoc.load("internet_users_groups")
    >>> world = users[users.group_code == "WLD"]
    >>> test = predict(world, ask="How many people are online?", at=[2005, 2025], unit="percent")
    >>> test.sliders[2005].value = 50
    >>> test.guess()[2005]
    np.float64(50.0)
    """
    title = title or say("predict.real")
    exhibit = trends.trend(frame, value=value, year=year, title=title, unit=unit, bounds=bounds)
    line = frame.dropna(subset=[value]).set_index(year)[value].astype(float)
    missing = [one for one in at if one not in line.index]
    if missing or not at:
        shown = ", ".join(map(str, missing)) or "no year at all"
        raise TableShapeError(f"There is no figure to guess for {shown}.")
    outside = line[(line < bounds[0]) | (line > bounds[1])]
    if not outside.empty:
        raise TableShapeError(
            f"The figure {outside.iloc[0]:g} of {outside.index[0]} is outside {bounds}."
        )
    return Prediction(exhibit, line, ask, at, unit, bounds, name)


def _with_guess(figure: go.Figure, guess: pd.Series, unit: str) -> go.Figure:
    """Hide the line of a figure and draw the guess in its place."""
    figure.data[0].visible = False
    figure.add_trace(trends.line_trace(guess, 1, say("predict.guess"), unit))
    figure.layout.annotations = ()
    figure.layout.showlegend = True
    figure.layout.legend = {"orientation": "h", "x": 0, "y": -0.12, "yanchor": "top"}
    return figure


def in_words(
    guess: pd.Series, real: pd.Series, unit: str = "", bounds: tuple[float, float] = (0, 100)
) -> str:
    """Say how a guess differs from the figures.

    Examples
    --------
    >>> in_words(pd.Series({2005: 30.0}), pd.Series({2005: 15.6}), "percent")
    'For 2005 you say 30, the figure is 15.6 percent: your guess is 14.4 too high.'
    """
    close = CLOSE * (bounds[1] - bounds[0])
    parts = []
    for year, figure in real.items():
        off = guess[year] - figure
        shown = f"{figure:,.4g} {unit}".rstrip()
        both = {"year": year, "guess": f"{guess[year]:,.4g}", "real": shown}
        if abs(off) <= close:
            parts.append(say("predict.close", **both))
        elif off > 0:
            parts.append(say("predict.high", **both, off=f"{off:,.3g}"))
        else:
            parts.append(say("predict.low", **both, off=f"{-off:,.3g}"))
    if len(parts) > 1:
        parts.append(say("predict.mean", off=f"{(guess - real).abs().mean():,.3g}"))
    return " ".join(parts)


def _plain(ask: str, exhibit: Any) -> html.Page:
    how = say("predict.plain")
    answer = f"<p>{html.escape(exhibit.summary)}</p>{exhibit.evidence()['text/html']}"
    folded = html.folded(say("predict.real"), answer)
    body = f"<p><strong>{html.escape(ask)}</strong> {how}</p>{folded}"
    return html.Page(body, f"{ask} {how}", exhibit.table)
