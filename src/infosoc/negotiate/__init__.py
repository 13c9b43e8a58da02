"""A negotiation on a training text: what each package of options is worth, and to whom.

The model needs neither a notebook nor a picture: :mod:`infosoc.learn` puts it on a table.
"""

from infosoc.negotiate.delegates import Offer, offers
from infosoc.negotiate.model import Game, Verdict, game
from infosoc.negotiate.packages import conceded, gains, judge, landscape, packages
from infosoc.negotiate.record import read_log
from infosoc.negotiate.session import Session
from infosoc.negotiate.silence import Silence

__all__ = [
    "Game",
    "Offer",
    "Session",
    "Silence",
    "Verdict",
    "conceded",
    "gains",
    "game",
    "judge",
    "landscape",
    "offers",
    "packages",
    "read_log",
]
