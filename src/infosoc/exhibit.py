"""An exhibit: a picture that carries its evidence.

A picture alone cannot be checked, quoted or read aloud. So every ``plot`` function returns the
figure together with a sentence that says what it shows, the very rows it draws, and the sources
of those rows.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from infosoc import html
from infosoc.data.provenance import find_sources
from infosoc.messages import say

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from infosoc.drawing import Drawing

PLOTLY_MIME = "application/vnd.plotly.v1+json"
#: Rows of the folded table before it is shortened.
MOST_ROWS = 8
#: Rows up to which the table of a stand-alone page is unfolded.
MOST_UNFOLDED = 200
#: Sources listed before the rest is only counted.
MOST_SOURCES = 6
#: The plot bar is left out: fewer ways to get lost in a classroom. JupyterLab itself keeps a figure
#: as wide as the page; plotly's own "responsive" would forget its height when the window changes.
CONFIG = {
    "responsive": False,
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
    "showSendToCloud": False,
}


@dataclass(frozen=True)
class Exhibit:
    """A figure with its summary, its table and its sources.

    Attributes
    ----------
    drawing
        The figure as plotly's JSON describes it.
    title
        What the exhibit shows, in a few words; also the caption of the table.
    summary
        One or two sentences: kind of picture, what is on the axes, the main message.
    table
        The rows that are drawn, with plain column names.
    sources
        The sources of those rows, as :func:`infosoc.sources` returns them.
    gaps
        What is not known about it, one sentence each.

    Examples
    --------
    >>> import infosoc
    >>> documents = infosoc.load("events").query("kind == 'summit'")
    >>> exhibit = infosoc.plot.timeline(documents, title="The two phases of the Summit")
    >>> exhibit.summary
    'Timeline of 2 events from December 2003 to November 2005, in 1 lane: World Summit (2).'
    """

    drawing: Drawing
    title: str
    summary: str
    table: pd.DataFrame
    sources: pd.DataFrame = field(default_factory=lambda: find_sources([]))
    gaps: tuple[str, ...] = ()

    @property
    def figure(self) -> go.Figure:
        """The plotly figure; what is changed in it is shown from then on."""
        return self.drawing.figure

    def __repr__(self) -> str:
        return f"{self.title}. {self.summary} ({len(self.sources)} sources)"

    def bundle(self) -> dict[str, Any]:
        """Return the figure as notebook output, without plotly's own slow display path."""
        spec = self.drawing.spec()
        # Like the page around it, plotly would set texts between dollar signs as mathematics.
        dollars = html.MATHEMATICS.search(str(spec))
        config = {**CONFIG, "typesetMath": False} if dollars else CONFIG
        return {
            PLOTLY_MIME: {**spec, "config": config},
            "text/plain": f"{self.title}. {self.summary}",
        }

    def evidence(self) -> dict[str, str]:
        """Return the sentence, the folded table and the folded sources as notebook output."""
        parts = [
            f"<p>{html.escape(self.summary)}</p>{self._gaps_part()}",
            html.folded(say("evidence.table"), self._table_part()),
            html.folded(say("evidence.sources", count=len(self.sources)), self._sources_part()),
        ]
        return {
            "text/html": html.as_written("".join(parts)),
            "text/plain": say("evidence.count", count=len(self.sources)),
        }

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the picture with all its evidence as one HTML file.

        The file opens in any browser without a network. It has a button that saves the picture
        as PNG. A file that stands there already is replaced.

        Parameters
        ----------
        path
            Where to write it; the name ends with ``.html``.

        Returns
        -------
        pathlib.Path
            The file, with its folder.

        Raises
        ------
        UnknownNameError
            If the name has another ending.

        Examples
        --------
        >>> import tempfile, infosoc
        >>> events = infosoc.load("events").query("kind == 'summit'")
        >>> exhibit = infosoc.plot.timeline(events, title="The Summit")
        >>> exhibit.save(Path(tempfile.mkdtemp()) / "summit.html").name
        'summit.html'
        """
        from infosoc import stand_alone  # noqa: PLC0415

        table = html.table(self.table, f"{self.title}.")
        every = self._sources_part(len(self.sources))
        text = stand_alone.page(
            self.title,
            self.drawing.spec(),
            self.summary,
            table,
            every,
            unfolded=len(self.table) <= MOST_UNFOLDED,
            gaps=self._gaps_part(),
        )
        return stand_alone.write(text, path)

    def _table_part(self) -> str:
        how = say("evidence.all")
        return html.table(self.table, f"{self.title}.", MOST_ROWS, how)

    def _gaps_part(self) -> str:
        if not self.gaps:
            return ""
        head = html.escape(say("evidence.gaps"))
        return f"<p><strong>{head}</strong></p>{html.bullets(map(html.escape, self.gaps))}"

    def _sources_part(self, most: int = MOST_SOURCES) -> str:
        if self.sources.empty:
            return f"<p>{html.escape(say('evidence.none'))}</p>"
        items = [
            f"{html.link(row.address, row.title)}, {html.escape(row.publisher)}"
            for row in self.sources.head(most).itertuples()
        ]
        if len(self.sources) > most:
            rest = len(self.sources) - most
            items.append(say("evidence.more", count=rest))
        return html.bullets(items)

    def _ipython_display_(self) -> None:
        from IPython.display import display  # noqa: PLC0415

        display(self.bundle(), raw=True)
        display(self.evidence(), raw=True)
