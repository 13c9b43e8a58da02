"""Who is named in which office, when: evidence, gaps and doubts in one picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from infosoc import html
from infosoc.data.dates import first_day, last_day
from infosoc.drawing import Drawing
from infosoc.errors import TableShapeError, UnknownNameError
from infosoc.exhibit import Exhibit
from infosoc.messages import say
from infosoc.plot import rows, style

#: Heights in pixels: the lane, and in it the bar of the first role and those of the others.
LANE, HEAD, FIRST, OTHER = 58, 20, 16, 9
TOP, FOOT = 94, 64
#: Room between the lanes and the legend above them, for the question at a doubt.
QUESTION = 18
#: A bar shorter than this share of the axis would not be seen; it is drawn this long.
SHORTEST = 0.006
#: From this many days on, a time without a source for the first role is marked as a gap.
GAP = 365
#: A gap narrower than this share of the axis has no room for words.
WORDS_NEED = 0.09
GAP_WIDTH = 12
DAYS_OF_YEAR = 365.25
#: How bars of the first, second and third role look: colour and pattern.
LOOKS = (("#0062a3", ""), ("#b3261e", "/"), (style.QUIET, "."))
KNOWN = {"known"}
#: The ground of a time for which no name is known; words tell so too.
EMPTY = "#dfe4ea"


@dataclass(frozen=True)
class Doubt:
    """A time at which more than one name is told for an office that one holds."""

    start: pd.Timestamp
    end: pd.Timestamp
    told: str


def offices(
    frame: pd.DataFrame,
    *,
    name: str,
    role: str = "role",
    roles: Sequence[str] = ("chair", "co-chair", "vice-chair"),
    title: str = "",
) -> Exhibit:
    """Draw who is named in which office, with the gaps and the doubts of the evidence.

    Each name has a lane. The first role is one that a single name holds at a time: where no
    source names its holder for a year or more, a band says so, and where sources name more than
    one, a frame asks which. A time is in doubt only where the days surely overlap: two holders
    in one month may have changed within it.

    Parameters
    ----------
    frame
        One row for each period that evidence supports, with ``start``, ``end`` (datetime64),
        ``date_start`` and ``date_end`` as precise as the source, and ``source_ids``. With
        ``start_kind`` and ``end_kind`` an end that is ``known`` gets an upright stroke.
    name
        Column with the names.
    role
        Column with the role.
    roles
        The roles, at most three: first the office itself, then the role that casts doubt on it,
        then others.
    title
        Title of the picture; by default "Who is named in which office".

    Returns
    -------
    Exhibit
        Its table has the columns ``name``, ``role``, ``from`` and ``to``.

    Raises
    ------
    UnknownNameError
        If a column is missing or a role is not among ``roles``.
    TableShapeError
        If there are no rows, none has the first role, or there are more than three roles.

    Examples
    --------
    >>> import infosoc
    >>> chairs = infosoc.load("ungis_chairs")
    >>> offices(chairs, name="organization_id", title="The chair").table.columns.tolist()
    ['organization_id', 'role', 'from', 'to']
    """
    rows.require(frame, {"start", "end", "date_start", "date_end", name, role}, "the chart")
    _check(frame, role, roles)
    ordered = frame.assign(**{role: frame[role].astype(str), name: frame[name].astype(str)})
    ordered = ordered.sort_values(["start", "end"], kind="stable").reset_index(drop=True)
    first = ordered[ordered[role] == roles[0]]
    gaps, doubts = _gaps(first), _doubts(ordered, name, role, roles)
    title = title or say("offices.title")
    return Exhibit(
        drawing=_draw(ordered, name, role, roles, title, gaps, doubts),
        title=title,
        summary=_summary(ordered, name, role, roles, gaps, doubts),
        table=_table(ordered, name, role),
        sources=rows.rows_sources(ordered),
    )


def _check(frame: pd.DataFrame, role: str, roles: Sequence[str]) -> None:
    if len(roles) > len(LOOKS):
        raise TableShapeError(f"{len(roles)} roles cannot be told apart. Keep {len(LOOKS)}.")
    for found in frame[role].unique():
        if found not in roles:
            raise UnknownNameError("role", found, roles)
    if roles[0] not in set(frame[role]):
        raise TableShapeError(f"No row has the role {roles[0]!r}, so there is nothing to compare.")


def _gaps(first: pd.DataFrame) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """Return the times of a year or more in which no row of the first role lies."""
    found = []
    reached = first["end"].iloc[0]
    for start, end in zip(first["start"], first["end"], strict=True):
        if (start - reached).days >= GAP:
            found.append((reached, start))
        reached = max(reached, end)
    return found


def _doubts(frame: pd.DataFrame, name: str, role: str, roles: Sequence[str]) -> list[Doubt]:
    """Return the times at which a holder and another name are surely told together."""
    sure = _sure(frame)
    holders = frame.index[frame[role] == roles[0]]
    rivals = frame.index[frame[role].isin(roles[:2])]
    spans: dict[tuple[pd.Timestamp, pd.Timestamp], list[str]] = {}
    for holder in holders:
        for rival in rivals:
            start = max(sure.loc[holder, "first"], sure.loc[rival, "first"])
            end = min(sure.loc[holder, "last"], sure.loc[rival, "last"])
            if start <= end and frame.loc[holder, name] != frame.loc[rival, name]:
                named = spans.setdefault((start, end), [_told(frame, holder, name, role)])
                named.append(_told(frame, rival, name, role))
    return [
        Doubt(start, end, ", ".join(dict.fromkeys(named)))
        for (start, end), named in sorted(spans.items())
    ]


def _told(frame: pd.DataFrame, row: int, name: str, role: str) -> str:
    return say("offices.told", name=frame.loc[row, name], role=frame.loc[row, role])


def _sure(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the days that surely belong to each period, whatever its months leave open.

    A period with one date is seen on that date only: a month then means some day of it, and the
    first and the last sure day cross.
    """
    pairs = zip(frame["date_start"], frame["date_end"].fillna(frame["date_start"]), strict=True)
    days = [(pd.Timestamp(last_day(start)), pd.Timestamp(first_day(end))) for start, end in pairs]
    return pd.DataFrame(days, columns=["first", "last"], index=frame.index)


def _table(frame: pd.DataFrame, name: str, role: str) -> pd.DataFrame:
    words = rows.dates_in_words(frame.assign(date_end=None))
    ends = rows.dates_in_words(
        frame.assign(date_start=frame["date_end"].fillna(frame["date_start"]), date_end=None)
    )
    columns = {name: frame[name], role: frame[role], "from": words, "to": ends}
    return pd.DataFrame(columns)


def _summary(
    frame: pd.DataFrame,
    name: str,
    role: str,
    roles: Sequence[str],
    gaps: list[tuple[pd.Timestamp, pd.Timestamp]],
    doubts: list[Doubt],
) -> str:
    first = frame[frame[role] == roles[0]]
    counts = first[name].value_counts()
    parts = ", ".join(say("offices.part", name=one, count=counts[one]) for one in counts.index)
    span = {"first": f"{frame['start'].min():%B %Y}", "last": f"{frame['end'].max():%B %Y}"}
    text = say("offices.head", role=roles[0], count=len(first), parts=parts, **span)
    if gaps:
        start, end = max(gaps, key=lambda gap: gap[1] - gap[0])
        longest = {"first": f"{start:%B %Y}", "last": f"{end:%B %Y}"}
        text += " " + say("offices.gaps", count=len(gaps), **longest)
    for doubt in doubts:
        text += " " + say("offices.doubt", when=f"{doubt.start:%B %Y}", told=doubt.told)
    return text


def _draw(
    frame: pd.DataFrame,
    name: str,
    role: str,
    roles: Sequence[str],
    title: str,
    gaps: list[tuple[pd.Timestamp, pd.Timestamp]],
    doubts: list[Doubt],
) -> Drawing:
    lanes = {one: place for place, one in enumerate(_lane_order(frame, name, role, roles))}
    start, end = frame["start"].min(), frame["end"].max()
    span = end - start
    shortest = span * SHORTEST
    traces = [
        _bars(frame[frame[role] == one], lanes, name, one, place, shortest)
        for place, one in enumerate(roles)
        if one in set(frame[role])
    ]
    height = LANE * len(lanes)
    return style.figure(
        [*traces, *_strokes(frame, lanes, name, role, roles, shortest)],
        html.escape(title),
        height=height + TOP + FOOT,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 1 + QUESTION / height,
            "yanchor": "bottom",
            "traceorder": "normal",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        xaxis={
            "type": "date",
            "range": [f"{start - span * 0.03:%Y-%m-%d}", f"{end + span * 0.03:%Y-%m-%d}"],
            "fixedrange": True,
        },
        yaxis={
            "range": [height, 0],
            **style.lane_axis({LANE * i + 11: (one, 7) for one, i in lanes.items()}),
        },
        shapes=[*_lane_bands(len(lanes)), *_gap_bands(gaps), *_frames(doubts, shortest)],
        annotations=[*_gap_words(gaps, span, height), *_questions(doubts), _legend()],
        margin={"l": 8, "r": 16, "t": TOP, "b": FOOT},
        barmode="overlay",
    )


def _lane_order(frame: pd.DataFrame, name: str, role: str, roles: Sequence[str]) -> list[str]:
    """Put names that held the first role on top, in the order in which they come up."""
    held = frame.loc[frame[role] == roles[0], name]
    return list(dict.fromkeys([*held, *frame[name]]))


def _bars(
    part: pd.DataFrame,
    lanes: dict[str, int],
    name: str,
    role: str,
    place: int,
    shortest: pd.Timedelta,
) -> dict[str, Any]:
    color, shape = LOOKS[place]
    starts, lengths = _drawn(part, shortest)
    tall = FIRST if place == 0 else OTHER
    middle = HEAD + (FIRST / 2 if place == 0 else FIRST + 3 + OTHER / 2)
    return {
        "type": "bar",
        "orientation": "h",
        "name": html.escape(role),
        "base": [f"{day:%Y-%m-%d}" for day in starts],
        "x": [int(one.total_seconds() * 1000) for one in lengths],
        "y": [LANE * lanes[one] + middle for one in part[name]],
        "width": tall,
        "marker": {
            "color": color,
            "pattern": style.pattern(shape),
            "line": {"color": color, "width": 1},
        },
        "hovertext": _hover(part, name, role),
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _drawn(
    part: pd.DataFrame, shortest: pd.Timedelta
) -> tuple[list[pd.Timestamp], list[pd.Timedelta]]:
    """Return where bars begin and how long they are; a very short one is widened on both sides."""
    lengths = part["end"] - part["start"] + pd.Timedelta(days=1)
    more = (shortest - lengths).clip(lower=pd.Timedelta(0))
    return list(part["start"] - more / 2), list(lengths + more)


def _hover(part: pd.DataFrame, name: str, role: str) -> list[str]:
    told = zip(part[name], rows.dates_in_words(part), rows.first_sources(part), strict=True)
    return [
        f"<b>{html.escape(one)}</b>, {html.escape(role)}<br>{when}"
        + (f"<br>{rows.source_line(source)}" if source else "")
        for one, when, source in told
    ]


def _strokes(
    frame: pd.DataFrame,
    lanes: dict[str, int],
    name: str,
    role: str,
    roles: Sequence[str],
    shortest: pd.Timedelta,
) -> list[dict[str, Any]]:
    """Return upright strokes at the ends of the first role that sources tell of themselves."""
    first = frame[frame[role] == roles[0]]
    spots = []
    starts, lengths = _drawn(first, shortest)
    for row, start, length in zip(first.index, starts, lengths, strict=True):
        y = LANE * lanes[first.loc[row, name]] + HEAD + FIRST / 2
        for column, day in (("start_kind", start), ("end_kind", start + length)):
            if column in first and first.loc[row, column] in KNOWN:
                spots.append((f"{day:%Y-%m-%d}", y))
    if not spots:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": say("offices.known"),
            "x": [day for day, _ in spots],
            "y": [y for _, y in spots],
            "marker": {
                "symbol": "line-ns",
                "size": FIRST + 8,
                "line": {"width": 3, "color": style.INK},
            },
            "hoverinfo": "skip",
        }
    ]


def _lane_bands(count: int) -> list[dict[str, Any]]:
    return [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": LANE * number,
            "y1": LANE * (number + 1),
            "fillcolor": style.BAND,
            "line": {"width": 0},
            "layer": "below",
        }
        for number in range(0, count, 2)
    ]


def _upright(start: pd.Timestamp, end: pd.Timestamp) -> dict[str, Any]:
    return {
        "type": "rect",
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "x0": f"{start:%Y-%m-%d}",
        "x1": f"{end:%Y-%m-%d}",
    }


def _gap_bands(gaps: list[tuple[pd.Timestamp, pd.Timestamp]]) -> list[dict[str, Any]]:
    look = {"fillcolor": EMPTY, "opacity": 0.7, "line": {"width": 0}, "layer": "below"}
    return [_upright(*gap) | look for gap in gaps]


def _gap_words(
    gaps: list[tuple[pd.Timestamp, pd.Timestamp]], span: pd.Timedelta, height: int
) -> list[dict[str, Any]]:
    return [
        {
            "text": style.wrap(
                say("offices.gap", years=f"{(end - start).days / DAYS_OF_YEAR:.0f}"), GAP_WIDTH
            ),
            "x": f"{start + (end - start) / 2:%Y-%m-%d}",
            "y": height - 8,
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"size": 12, "color": style.INK},
        }
        for start, end in gaps
        if (end - start) / span >= WORDS_NEED
    ]


def _frames(doubts: list[Doubt], shortest: pd.Timedelta) -> list[dict[str, Any]]:
    look = {"line": {"color": LOOKS[1][0], "width": 1.5, "dash": "dot"}, "fillcolor": "#ffffff00"}
    return [_upright(doubt.start - shortest, doubt.end + shortest) | look for doubt in doubts]


def _questions(doubts: list[Doubt]) -> list[dict[str, Any]]:
    return [
        {
            "text": f"<b>{say('offices.which')}</b>",
            "hovertext": html.escape(doubt.told),
            "x": f"{doubt.start + (doubt.end - doubt.start) / 2:%Y-%m-%d}",
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"size": 12, "color": LOOKS[1][0]},
        }
        for doubt in doubts
    ]


def _legend() -> dict[str, Any]:
    return {
        "text": style.wrap(say("offices.legend"), 96),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -26,
        "align": "left",
        "showarrow": False,
        "font": {"size": 11.5, "color": style.MUTED},
    }
