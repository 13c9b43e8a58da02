"""The table around which a group, or a reader alone, negotiates the training text."""

from __future__ import annotations

import asyncio
import math
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from infosoc import html
from infosoc.errors import DataFileError
from infosoc.explore.figure_widget import LiveFigure
from infosoc.explore.slider_names import SliderNames
from infosoc.learn.negotiation import debrief, names, text_view
from infosoc.learn.negotiation.sheets import sheet
from infosoc.learn.progress_file import record
from infosoc.live import Live
from infosoc.messages import say
from infosoc.negotiate import Offer, Session, read_log
from infosoc.negotiate.delegates import MOST_OFFERS
from infosoc.negotiate.model import LETTERS, OPEN
from infosoc.negotiate.record import write_log
from infosoc.plot import signed_charts, style

#: Name under which a finished negotiation is counted.
DONE = "negotiate-a-text-talks"
SHORTEST, LONGEST = 10, 180
#: The strongest colours of the grid and the end of the bars stay where they are while one plays.
STRONGEST, REACH = 9, 30
TICK = 1.0
#: Room for the names on the left of the grid, and of the bars, where points stand beside them.
LEFT_OF_GRID, LEFT_OF_BARS = 150, 240
GROUP = ""


class NegotiationTable(Live):
    """The text, its brackets, what it is worth to whom, offers, the silence and the log.

    Attributes
    ----------
    talks
        The negotiation itself, without anything on a screen.
    grid, bars
        The figures on the screen.
    said
        Says what has just happened and how the text stands.
    """

    def __init__(self, talks: Session):
        self.talks = talks
        self._offers: list[Offer] = []
        self._ticking: asyncio.Task[None] | None = None
        self._quiet = False
        self._build()
        super().__init__(self._box, _plain())
        self._show_all()
        self._say(say("talks.begin"))

    # What is on the screen.

    def _build(self) -> None:
        self.said = widgets.HTML()
        self._who = _toggles(
            say("talks.who"), [(say("talks.group"), GROUP), *_flipped(names.roles())]
        )
        self._who.value = self.talks.player or GROUP
        self._who.observe(lambda change: self._play_as(change.new), names="value")
        self._texts = {clause: widgets.HTML() for clause in names.clauses()}
        self._choices = {clause: self._toggle(clause) for clause in names.clauses()}
        blocks = [
            widgets.VBox([self._texts[clause], self._choices[clause]], layout={"margin": "0 0 8px"})
            for clause in names.clauses()
        ]
        self.grid = LiveFigure(style.figure([], say("talks.grid"), 300))
        self.bars = LiveFigure(style.figure([], say("talks.bars"), 300))
        self._box = widgets.VBox(
            [
                widgets.HTML(_heading(say("talks.title"))),
                self._who,
                *blocks,
                self.said,
                self.grid,
                self.bars,
                *self._own_words(),
                *self._offer_part(),
                *self._silence_part(),
                *self._log_part(),
                SliderNames(),
            ]
        )

    def _toggle(self, clause: str) -> widgets.ToggleButtons:
        row = names.clauses()[clause]
        choices = [
            (
                say("talks.choice", letter=letter, title=names.options()[clause, letter].title),
                letter,
            )
            for letter in LETTERS
        ]
        toggle = _toggles(
            say("talks.paragraph", number=row.order), [*choices, (say("talks.reopen"), OPEN)]
        )
        toggle.value = OPEN
        toggle.observe(lambda change: self._chosen(clause, change.new), names="value")
        return toggle

    def _own_words(self) -> list[widgets.Widget]:
        numbers = [(str(row.order), clause) for clause, row in names.clauses().items()]
        self._which = _toggles(say("talks.own.which"), numbers)
        self._own = _text(say("talks.own"))
        take = _button(say("talks.own.take"), self._worded)
        row = widgets.HBox([self._own, take], layout={"flex_flow": "row wrap"})
        return [widgets.HTML(_heading(say("talks.own.title"))), self._which, row]

    def _offer_part(self) -> list[widgets.Widget]:
        ask = _button(say("talks.offers.ask"), self.ask)
        self._offered = widgets.HTML()
        self._accept = [
            _button(say("talks.offers.accept", number=n + 1), partial(self.accept, n))
            for n in range(MOST_OFFERS)
        ]
        head = widgets.HTML(_heading(say("talks.offers.title")))
        return [head, ask, self._offered, _row(self._accept)]

    def _silence_part(self) -> list[widgets.Widget]:
        self._seconds = widgets.IntSlider(
            value=int(self.talks.silence.seconds),
            min=SHORTEST,
            max=LONGEST,
            step=10,
            description=say("talks.silence.seconds"),
            style={"description_width": "initial"},
            layout={"width": "420px", "max_width": "100%"},
        )
        self._clock = widgets.HTML()
        moves = [
            _button(say("talks.silence.start"), self.start_silence),
            _button(say("talks.silence.pause"), self.pause),
            _button(say("talks.silence.resume"), self.resume),
        ]
        self._breakers = {
            role: _button(say("talks.silence.break", role=name), partial(self.speak, role))
            for role, name in names.roles().items()
        }
        off = _button(say("talks.break_off"), self.break_off)
        again = _button(say("talks.again"), self.begin_again)
        self._ending = widgets.HTML()
        return [
            widgets.HTML(_heading(say("talks.silence.title"))),
            self._seconds,
            _row(moves),
            self._clock,
            _row(self._breakers.values()),
            _row([off, again]),
            self._ending,
        ]

    def _log_part(self) -> list[widgets.Widget]:
        self._name = _text(say("talks.log.name"))
        self._name.value = say("talks.log.file")
        save = _button(say("talks.log.save"), self._saved)
        read = _button(say("talks.log.read"), self._read)
        show = _button(say("talks.debrief.show"), self.show_debrief)
        self._filed = widgets.HTML()
        self._log = widgets.HTML()
        head = widgets.HTML(_heading(say("talks.log.title")))
        return [head, _row([show]), self._name, _row([save, read]), self._filed, self._log]

    # What a reader does.

    def choose(self, clause: str, letter: str | None) -> None:
        """Choose an option, or open the paragraph again.

        Raises
        ------
        UnknownNameError
            If there is no such paragraph or option.
        """
        self.talks.look()
        if not self.talks.choose(clause, letter):
            self._refuse()
            return
        self._show(clause)
        done = say("talks.opened", paragraph=names.numbered(clause))
        if letter:
            title = names.options()[clause, letter].title
            done = say("talks.chosen", paragraph=names.numbered(clause), letter=letter, title=title)
        self._say(f"{done} {text_view.standing(self.talks)}")

    def ask(self) -> None:
        """Show what the delegates offer."""
        self.talks.look()
        self._offers = self.talks.offers()
        listed = "".join(f"<li>{html.escape(_offer(offer))}</li>" for offer in self._offers)
        told = listed or f"<li>{html.escape(self._no_offer())}</li>"
        self._offered.value = f'<ol role="status">{told}</ol>'
        self._show_buttons()

    def accept(self, number: int) -> None:
        """Accept one of the offers that are shown, by its number from 0."""
        if number >= len(self._offers):
            self._say(say("talks.offers.none_there"))
            return
        offer = self._offers[number]
        if not self.talks.accept(offer):
            self._refuse()
            return
        self._forget_offers()
        self._show_all()
        self._say(f"{say('talks.offers.accepted')} {text_view.standing(self.talks)}")

    def start_silence(self) -> None:
        """Start the silence procedure."""
        self.talks.look()
        self.talks.silence.seconds = float(self._seconds.value)
        if not self.talks.start_silence():
            still_open = self.talks.verdict.still_open
            if self.talks.can_change and still_open:
                self._say(say("talks.silence.open", count=len(still_open)))
            else:
                self._refuse()
            return
        self._forget_offers()
        self._show_all()
        self._say(say("talks.silence.started", seconds=int(self.talks.silence.seconds)))
        self._tick()

    def pause(self) -> None:
        """Stop the clock of the silence."""
        self.talks.look()
        if self.talks.silence.state != "running":
            self._say(say("talks.silence.not_running"))
            return
        self.talks.pause()
        self._show_clock()
        self._say(say("talks.silence.paused", left=text_view.clock(self.talks.silence.left)))

    def resume(self) -> None:
        """Let the clock go on."""
        if self.talks.silence.state != "paused":
            self._say(say("talks.silence.not_paused"))
            return
        self.talks.resume()
        self._say(say("talks.silence.goes_on", left=text_view.clock(self.talks.silence.left)))
        self._tick()

    def speak(self, role: str) -> None:
        """Let a role break the silence.

        Raises
        ------
        UnknownNameError
            If there is no such role.
        """
        if not self.talks.break_silence(role):
            self._after_silence()
            if self.talks.outcome is None:
                self._say(say("talks.silence.not_running"))
            return
        self._after_silence()

    def break_off(self) -> None:
        """End the talks without a deal."""
        self.talks.look()
        if not self.talks.break_off():
            self._refuse()
            return
        self._ended()

    def begin_again(self) -> None:
        """Open all paragraphs again and empty the log."""
        self.talks.begin_again()
        self._forget_offers()
        self._ending.value = ""
        self._show_all()
        self._say(say("talks.begin"))

    def show_debrief(self) -> None:
        """Show where the text lies, who gave most and what was really decided."""
        self._ending.value = _heading(say("talks.debrief.title")) + debrief.page(self.talks)

    def save(self, path: str | os.PathLike[str] = "negotiation-log") -> list[Path]:
        """Write the log as a CSV file and as a page; files that are there are replaced.

        Parameters
        ----------
        path
            Name without an ending.

        Returns
        -------
        list of pathlib.Path
            Both files.
        """
        stem = Path(path).with_suffix("")
        page = stem.with_suffix(".html").resolve()
        page.write_text(self.log_page(), encoding="utf-8")
        return [write_log(self.talks.moves, stem.with_suffix(".csv")), page]

    def read(self, path: str | os.PathLike[str] = "negotiation-log") -> None:
        """Bring back a log that was saved: the text, the outcome and every move.

        Parameters
        ----------
        path
            Name, with or without an ending.

        Raises
        ------
        DataFileError
            If the file is not a log; the message names the place and the mend.
        """
        self.talks.replay(read_log(Path(path).with_suffix(".csv")))
        self._forget_offers()
        self._show_all()
        self.show_debrief()
        self._say(text_view.standing(self.talks))

    def log_page(self) -> str:
        """Return the log with the text and the debrief as one page that needs no network."""
        texts = "".join(text_view.paragraph(self.talks, clause) for clause in names.clauses())
        body = (
            f"<h1>{html.escape(say('talks.title'))}</h1>{texts}"
            f"<h2>{html.escape(say('talks.debrief.title'))}</h2>{debrief.page(self.talks)}"
            f"<h2>{html.escape(say('talks.log.title'))}</h2>{text_view.moves(self.talks.moves)}"
        )
        return sheet(say("talks.title"), body)

    # Behind the controls.

    def _chosen(self, clause: str, letter: str) -> None:
        if not self._quiet:
            self.choose(clause, None if letter == OPEN else letter)

    def _play_as(self, role: str) -> None:
        self.talks.play_as(role or None)
        self._forget_offers()
        self._show_buttons()
        told = say("talks.playing", role=names.roles()[role]) if role else say("talks.playing.all")
        self._say(told)

    def _worded(self) -> None:
        clause = self._which.value
        if not self.talks.word(clause, self._own.value):
            self._say(say("talks.own.not_yet", paragraph=names.numbered(clause)))
            return
        self._own.value = ""
        self._show(clause)
        self._say(say("talks.own.taken", paragraph=names.numbered(clause)))

    def _saved(self) -> None:
        try:
            files = self.save(_file_name(self._name.value))
            told = say("talks.log.saved", files=", ".join(file.name for file in files))
        except OSError as error:
            told = say("talks.log.not_saved", error=error.strerror)
        self._filed.value = _status(told)

    def _read(self) -> None:
        try:
            self.read(_file_name(self._name.value))
            told = say("talks.log.again", count=len(self.talks.moves))
        except DataFileError as error:
            told = str(error)
        self._filed.value = _status(told)

    def _no_offer(self) -> str:
        if not self.talks.can_change:
            return say("talks.offers.not_now")
        return say("talks.offers.none")

    def _refuse(self) -> None:
        """Say why the text cannot be changed, and put the buttons back."""
        self._show_choices()
        self._say(say("talks.in_silence") if self.talks.outcome is None else say("talks.over"))

    def _tick(self) -> None:
        """Look at the clock every second, as long as a silence runs.

        The clock is read, never counted: while a cell is running nothing is drawn, but the end
        comes at the right time. Where no notebook runs, the next move looks at the clock.
        """
        self._show_clock()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        if self._ticking is None or self._ticking.done():
            self._ticking = loop.create_task(self._watch())

    async def _watch(self) -> None:
        while self.talks.silence.state == "running" and self.talks.outcome is None:
            await asyncio.sleep(min(TICK, self.talks.silence.left + 0.05))
            self.talks.look()
            self._show_clock()
        # Also when a long cell has run until after the end.
        self.talks.look()
        self._show_clock()
        if not self.talks.in_silence:
            self._after_silence()

    def _after_silence(self) -> None:
        self._show_all()
        if self.talks.outcome:
            self._ended()
        elif self.talks.silence.broken_by and not self.talks.in_silence:
            who = names.roles()[self.talks.silence.broken_by]
            self._say(f"{say('talks.silence.broken', role=who)} {text_view.standing(self.talks)}")

    def _ended(self) -> None:
        if self.talks.outcome == "agreed":
            record("exercise", DONE, 1, 1)
        self._show_all()
        self.show_debrief()
        self._say(debrief.outcome(self.talks))

    # Drawing.

    def _show_all(self) -> None:
        for clause in names.clauses():
            self._texts[clause].value = text_view.paragraph(self.talks, clause)
        self._show_choices()
        self._show_figures()
        self._show_clock()
        self._show_buttons()
        self._log.value = text_view.moves(self.talks.moves)

    def _show(self, clause: str) -> None:
        # The figures take the browser longest, so they are sent first.
        self._show_figures()
        self._texts[clause].value = text_view.paragraph(self.talks, clause)
        self._log.value = text_view.moves(self.talks.moves)

    def _show_choices(self) -> None:
        self._quiet = True
        for clause, toggle in self._choices.items():
            toggle.value = self.talks.letter(clause) or OPEN
        self._quiet = False

    def _show_figures(self) -> None:
        rules, choices = self.talks.rules, self.talks.choices
        values = [
            [math.nan if one < 0 else int(line[place, one]) for place, one in enumerate(choices)]
            for line in rules.worth
        ]
        marks = [
            [one >= 0 and bool(line[place, one]) for place, one in enumerate(choices)]
            for line in rules.barred
        ]
        titles = list(names.roles().values())
        tops = [f"{row.order}" for row in names.clauses().values()]
        texts = signed_charts.grid_texts(values, marks, True)
        # An open paragraph has no number, but the grid keeps its cell.
        drawn = [[0 if math.isnan(one) else one for one in line] for line in values]
        traces, layout = signed_charts.grid(
            drawn, texts, titles, [*tops, say("talks.sum")], STRONGEST
        )
        self.grid.redraw(traces, _steady(layout, LEFT_OF_GRID))
        sums = list(self.talks.verdict.gains.values())
        traces, layout = signed_charts.diverging_bars(sums, titles, rules.least.tolist(), REACH)
        self.bars.redraw(traces, _steady(layout, LEFT_OF_BARS))

    def _show_clock(self) -> None:
        silence = self.talks.silence
        told = {
            "idle": say("talks.clock.idle"),
            "running": say("talks.clock.running", left=text_view.clock(silence.left)),
            "paused": say("talks.clock.paused", left=text_view.clock(silence.left)),
            "broken": say("talks.clock.idle"),
            "over": say("talks.clock.over"),
        }
        # A timer is not read aloud every second; what matters is said beside it.
        text = html.escape(told[silence.state])
        self._clock.value = f'<p role="timer" style="font-size:1.4em">{text}</p>'

    def _show_buttons(self) -> None:
        for number, button in enumerate(self._accept):
            button.disabled = number >= len(self._offers)
        for role, button in self._breakers.items():
            button.disabled = self.talks.player not in (None, role)

    def _forget_offers(self) -> None:
        self._offers = []
        self._offered.value = ""
        self._show_buttons()

    def _say(self, text: str) -> None:
        self.said.value = _status(text)


def negotiation(
    role: str | None = None,
    seed: int = 0,
    seconds: float = 60,
    now: Callable[[], float] = time.monotonic,
) -> NegotiationTable:
    """Negotiate the training text: as a group, or alone with delegates that follow rules.

    Parameters
    ----------
    role
        Role that you play alone, for example ``"civil-society"``; without it a group plays all
        roles. It can be changed on the screen.
    seed
        The same seed makes the delegates act in the same way.
    seconds
        Length of the silence, from 10 to 180; it can be changed on the screen.
    now
        Returns the time in seconds.

    Returns
    -------
    NegotiationTable
        Shown in a notebook with buttons. In a lesson that has not been run, the text with all
        its brackets stands there.

    Raises
    ------
    UnknownNameError
        If there is no such role; the message names the nearest one.

    Examples
    --------
    >>> table = negotiation("business")
    >>> table.choose("forum", "B")
    >>> table.talks.package
    '---B--'
    """
    return NegotiationTable(Session(role, seed, min(max(seconds, SHORTEST), LONGEST), now))


def _steady(layout: dict[str, Any], left: int) -> dict[str, Any]:
    """Keep the margin of a figure: to measure it anew, plotly would draw everything twice."""
    axes = {name: {**layout[name], "automargin": False} for name in ("xaxis", "yaxis")}
    return {**layout, **axes, "margin": {**layout["margin"], "l": left}}


def _plain() -> html.Page:
    talks = Session()
    texts = "".join(text_view.paragraph(talks, clause) for clause in names.clauses())
    told = say("talks.plain", paragraphs=len(names.clauses()), roles=len(names.roles()))
    from infosoc.data.loader import load  # noqa: PLC0415

    body = f"{_heading(say('talks.title'))}<p>{html.escape(told)}</p>{texts}"
    return html.Page(body, told, load("negotiation_options"))


def _offer(offer: Offer) -> str:
    """Say an offer in words."""
    changes = "; ".join(
        say(
            "talks.offers.change",
            paragraph=names.numbered(clause),
            letter=letter,
            title=names.options()[clause, letter].title,
        )
        for clause, letter in offer.changes.items()
    )
    told = {
        "role": names.roles()[offer.by],
        "changes": changes,
        "yours": signed_charts.signed(offer.yours),
        "theirs": signed_charts.signed(offer.theirs),
    }
    return say("talks.offers.bridge", **told) if offer.bridge else say("talks.offers.one", **told)


def _file_name(text: str) -> str:
    """Keep the last part of what was typed: files stay in the folder of the lesson."""
    name = Path(text.strip().replace("\\", "/")).name
    return name if name.strip(".") else say("talks.log.file")


def _flipped(titles: dict[str, str]) -> list[tuple[str, str]]:
    return [(title, name) for name, title in titles.items()]


def _heading(text: str) -> str:
    return f"<p><strong>{html.escape(text)}</strong></p>"


def _status(text: str) -> str:
    return f'<p role="status">{html.escape(text)}</p>'


def _toggles(label: str, options: list[tuple[str, str]]) -> widgets.ToggleButtons:
    return widgets.ToggleButtons(
        options=options,
        description=label,
        style={"description_width": "initial", "button_width": "auto"},
    )


def _button(text: str, act: Callable[[], Any]) -> widgets.Button:
    button = widgets.Button(description=text, layout={"width": "auto", "align_self": "flex-start"})
    button.on_click(lambda _button: act())
    return button


def _row(children: Any) -> widgets.HBox:
    return widgets.HBox(list(children), layout={"flex_flow": "row wrap"})


def _text(label: str) -> widgets.Text:
    return widgets.Text(
        description=label,
        continuous_update=False,
        style={"description_width": "initial"},
        layout={"width": "auto", "min_width": "320px", "flex": "1 1 auto"},
    )
