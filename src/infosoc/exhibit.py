"""An exhibit: a picture that carries its evidence.

A picture alone cannot be checked, quoted or read aloud. So every ``plot`` function returns the
figure together with a sentence that says what it shows, the very rows it draws, and the sources
of those rows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from infosoc import html
from infosoc.data.provenance import find_sources

if TYPE_CHECKING:
    import plotly.graph_objects as go

PLOTLY_MIME = "application/vnd.plotly.v1+json"
#: Rows of the folded table before it is shortened.
MOST_ROWS = 12
#: Sources listed before the rest is only counted.
MOST_SOURCES = 15
#: The plot bar is left out: fewer ways to get lost in a classroom. JupyterLab itself keeps a figure
#: as wide as the page; plotly's own "responsive" would forget its height when the window changes.
CONFIG = {"responsive": False, "displaylogo": False, "displayModeBar": False, "scrollZoom": False}


@dataclass(frozen=True)
class Exhibit:
    """A figure with its summary, its table and its sources.

    Attributes
    ----------
    figure
        The plotly figure.
    title
        What the exhibit shows, in a few words; also the caption of the table.
    summary
        One or two sentences: kind of picture, what is on the axes, the main message.
    table
        The rows that are drawn, with plain column names.
    sources
        The sources of those rows, as :func:`infosoc.sources` returns them.

    Examples
    --------
    >>> import infosoc
    >>> documents = infosoc.load("events").query("kind == 'summit'")
    >>> exhibit = infosoc.plot.timeline(documents, title="The two phases of the Summit")
    >>> exhibit.summary
    'Timeline of 2 events from December 2003 to November 2005, in 1 lane: World Summit (2).'
    """

    figure: go.Figure
    title: str
    summary: str
    table: pd.DataFrame
    sources: pd.DataFrame = field(default_factory=lambda: find_sources([]))

    def __repr__(self) -> str:
        return f"{self.title}. {self.summary} ({len(self.sources)} sources)"

    def bundle(self) -> dict[str, Any]:
        """Return the figure as notebook output, without plotly's own slow display path."""
        import json  # noqa: PLC0415

        figure = json.loads(self.figure.to_json(validate=False))
        return {
            PLOTLY_MIME: {**figure, "config": CONFIG},
            "text/plain": f"{self.title}. {self.summary}",
        }

    def evidence(self) -> dict[str, str]:
        """Return the sentence, the folded table and the folded sources as notebook output."""
        parts = [
            f"<p>{html.escape(self.summary)}</p>",
            html.folded("The data as a table", self._table_part()),
            html.folded(f"Sources ({len(self.sources)})", self._sources_part()),
        ]
        return {"text/html": "".join(parts), "text/plain": f"{len(self.sources)} sources"}

    def _table_part(self) -> str:
        how = "Add .table to the command to see all."
        return html.table(self.table, f"{self.title}.", MOST_ROWS, how)

    def _sources_part(self) -> str:
        if self.sources.empty:
            return "<p>These rows name no source.</p>"
        items = [
            f"{html.link(row.address, row.title)}, {html.escape(row.publisher)}"
            for row in self.sources.head(MOST_SOURCES).itertuples()
        ]
        if len(self.sources) > MOST_SOURCES:
            rest = len(self.sources) - MOST_SOURCES
            items.append(f"and {rest} more: add .sources to the command to see all.")
        return html.bullets(items)

    def _ipython_display_(self) -> None:
        from IPython.display import display  # noqa: PLC0415

        display(self.bundle(), raw=True)
        display(self.evidence(), raw=True)
