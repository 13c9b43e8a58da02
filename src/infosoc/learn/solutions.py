"""Solutions of the exercises, computed from the data at the time."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load


def world_summit_days() -> int:
    """Return the number of days on which the Summit met, both phases together."""
    events = load("events")
    summits = events[events.kind == "summit"]
    return int(((summits.end - summits.start).dt.days + 1).sum())


def world_summit_places() -> pd.Series:
    """Return the number of preparatory meetings of the Summit in each city."""
    events = load("events")
    meetings = events[(events.topic == "wsis") & (events.kind == "preparatory-meeting")]
    return meetings["city"].value_counts()
