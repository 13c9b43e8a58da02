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
from infosoc.explore.status_line import StatusLine
from infosoc.learn.progress_file import record
from infosoc.learn.questions import parse
from infosoc.live import Live
from infosoc.messages import say
from infosoc.plot import style, trends

if TYPE_CHECKING:
    from infosoc.drawing import Drawing

#: A guess this close, as a share of the axis, is called close.
CLOSE = 0.05


class Prediction(Live):
    """A guess, by sliders or as one number, and the figures behind a button.

    Attributes
    ----------
    sliders
        A slider for each year that is asked for; none if one number is asked for.
    number
        The field for the number; ``None`` if there are sliders.
    real
        The figures of those years.
    figure
        The plotly figure: the guess, and after :meth:`reveal` the figures.
    key
        Says below the figure which mark is which.
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
        *,
        written: bool = False,
    ):
        self._name = name
        self._written = written
        self.real = line.loc[list(at)]
        self._line, self._unit, self._bounds = line, unit, bounds
        self._evidence = exhibit.evidence()["text/html"]
        self._revealed = False
        # Whether the reader has guessed, or been told to.
        self._guessed = self._told = False
        self._build(ask, exhibit)
        how = say("predict.plain.number") if written else say("predict.plain")
        super().__init__(self._box, _plain(ask, how, exhibit))

    def _build(self, ask: str, exhibit: Any) -> None:
        self.sliders = {} if self._written else self._sliders()
        self.number = self._field() if self._written else None
        self._controls = [*self.sliders.values(), *([self.number] if self.number else [])]
        self.said = StatusLine()
        self._show = widgets.Button(description=say("predict.show"), layout={"width": "auto"})
        self._again = widgets.Button(description=say("predict.again"), layout={"width": "auto"})
        self._sources = widgets.HTML()
        self._picture = _with_guess(exhibit.drawing, self.guess(), self._unit)
        self.figure = LiveFigure(self._picture)
        self.key = widgets.HTML(_key(self._revealed))
        self._box = widgets.VBox(
            [
                widgets.HTML(f"<p><strong>{html.escape(ask)}</strong></p>"),
                *self._controls,
                widgets.HBox([self._show, self._again]),
                self.said,
                self.figure,
                self.key,
                SliderNames(),
                self._sources,
            ]
        )
        for control in self._controls:
            control.observe(self._changed, names="value")
        self._show.on_click(lambda _button: self.reveal())
        self._again.on_click(lambda _button: self.hide())
        self._begin()

    def _sliders(self) -> dict[int, widgets.FloatSlider]:
        low, high = self._bounds
        return {
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

    def _field(self) -> widgets.Text:
        return widgets.Text(
            description=say("predict.number", year=self.real.index[0]),
            continuous_update=False,
            style={"description_width": "initial"},
            layout={"width": "auto", "max_width": "320px"},
        )

    def guess(self) -> pd.Series:
        """Return the reader's guess with the years as index; no number is a missing value."""
        if self.number is None:
            return pd.Series({year: slider.value for year, slider in self.sliders.items()})
        guess = parse(self.number.value)
        in_bounds = guess is not None and self._bounds[0] <= guess <= self._bounds[1]
        return pd.Series([guess if in_bounds else None], index=self.real.index, dtype=float)

    def reveal(self) -> None:
        """Show the figures beside the guess and say how far it is off.

        Without a guess they stay hidden at the first time; who asks again sees them.
        """
        fault = self._fault()
        if fault and not self._told:
            self._told = True
            self.said.value = fault
            return
        self._revealed = True
        if self._name and not fault:
            record("prediction", self._name, 1, 1)
        self._draw()
        self._sources.value = self._evidence
        self._compare()

    def hide(self) -> None:
        """Hide the figures again for another guess; the guess stays as it is."""
        self._revealed = False
        self._draw()
        self._sources.value = ""
        self._begin()

    def _begin(self) -> None:
        if self.number is None:
            self.said.value = say("predict.begin")
        else:
            low, high = map(html.cell_text, self._bounds)
            self.said.value = say("predict.begin.number", low=low, high=high)

    def _fault(self) -> str | None:
        """Tell what is missing for a guess."""
        if self.number is None:
            return None if self._guessed else say("predict.first")
        text = self.number.value.strip()
        if not text:
            return say("predict.first.number")
        guess = parse(text)
        if guess is None:
            return say("quiz.number.words", given=text)
        low, high = self._bounds
        if low <= guess <= high:
            return None
        bounds = {"lowest": html.cell_text(low), "highest": html.cell_text(high)}
        return say("quiz.number.outside", given=html.cell_text(guess), **bounds)

    def _changed(self, _change: Any) -> None:
        self._guessed = True
        self._told = False
        self._draw()
        if self._revealed:
            self._compare()

    def _compare(self) -> None:
        fault = self._fault()
        if fault:
            figures = [
                say("predict.only", year=year, real=_with_unit(figure, self._unit))
                for year, figure in self.real.items()
            ]
            self.said.value = " ".join(figures)
        else:
            self.said.value = in_words(self.guess(), self.real, self._unit, self._bounds)

    def _draw(self) -> None:
        real, guess = self._picture.traces
        values = [None if pd.isna(value) else value for value in self.guess()]
        traces = [{**real, "visible": self._revealed}, {**guess, "y": values}]
        self.figure.show(self._picture.with_traces(traces))
        self.key.value = _key(self._revealed)


def predict(
    frame: pd.DataFrame,
    *,
    ask: str,
    at: int | Sequence[int],
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
        The years to guess, in order, with a slider for each; or one year alone, for which the
        reader writes a number. Each has to have a figure.
    value, year
        Columns with the figures and the years.
    unit
        Unit of the figures.
    bounds
        Lowest and highest guess that can be made.
    title
        Title of the picture; by default "The figures".
    name
        Name under which it is counted as finished, beginning with the lesson's name.

    Returns
    -------
    Prediction
        Shown in a notebook with a slider for each year or a field for the number. In a lesson
        that has not been run, the question stands there with the figures folded.

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

    One number, and not a slider:

    >>> test = predict(world, ask="How many people were online?", at=2005, unit="percent")
    >>> test.number.value = "30"
    >>> test.reveal()
    >>> test.said.value
    'For 2005 you say 30, the figure is 15.6 percent: your guess is 14.4 too high.'
    """
    years = list(at) if isinstance(at, Sequence) else [at]
    title = title or say("predict.real")
    exhibit = trends.trend(frame, value=value, year=year, title=title, unit=unit, bounds=bounds)
    line = frame.dropna(subset=[value]).set_index(year)[value].astype(float)
    missing = [one for one in years if one not in line.index]
    if missing or not years:
        shown = ", ".join(map(str, missing)) or "no year at all"
        raise TableShapeError(f"There is no figure to guess for {shown}.")
    outside = line[(line < bounds[0]) | (line > bounds[1])]
    if not outside.empty:
        raise TableShapeError(
            f"The figure {outside.iloc[0]:g} of {outside.index[0]} is outside {bounds}."
        )
    written = not isinstance(at, Sequence)
    return Prediction(exhibit, line, ask, years, unit, bounds, name, written=written)


def _with_guess(drawing: Drawing, guess: pd.Series, unit: str) -> Drawing:
    """Hide the line of a figure and draw the guess in its place."""
    (real,) = drawing.traces
    traces = [{**real, "visible": False}, trends.line_trace(guess, 1, say("predict.guess"), unit)]
    return trends.steady(drawing.with_traces(traces))


def _key(revealed: bool) -> str:
    """Say as HTML which mark is the guess; a legend in the picture would be drawn more slowly."""
    guess = (1, "\N{BLACK SQUARE}", say("predict.guess"))
    real = (0, "\N{BLACK CIRCLE}", say("predict.real"))
    parts = [
        f'<span style="color:{style.mark(number).color}" aria-hidden="true">{sign}</span>'
        f" {html.escape(name)}"
        for number, sign, name in ([real, guess] if revealed else [guess])
    ]
    look = f"margin:0;padding:0 8px 8px;background:{style.PAPER};color:{style.INK}"
    return f'<p style="{look}">{" &emsp; ".join(parts)}</p>'


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
        shown = _with_unit(figure, unit)
        both = {"year": year, "guess": html.number(guess[year]), "real": shown}
        if abs(off) <= close:
            parts.append(say("predict.close", **both))
        elif off > 0:
            parts.append(say("predict.high", **both, off=html.number(off, 3)))
        else:
            parts.append(say("predict.low", **both, off=html.number(-off, 3)))
    if len(parts) > 1:
        parts.append(say("predict.mean", off=html.number((guess - real).abs().mean(), 3)))
    return " ".join(parts)


def _with_unit(figure: float, unit: str) -> str:
    return f"{html.number(figure)} {unit}".rstrip()


def _plain(ask: str, how: str, exhibit: Any) -> html.Page:
    answer = f"<p>{html.escape(exhibit.summary)}</p>{exhibit.evidence()['text/html']}"
    folded = html.folded(say("predict.real"), answer)
    body = f"<p><strong>{html.escape(ask)}</strong> {html.escape(how)}</p>{folded}"
    return html.Page(body, f"{ask} {how}", exhibit.table)
