"""Delegates that follow rules offer swaps that help both sides, and the chair builds bridges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

import numpy as np

from infosoc.errors import UnknownNameError
from infosoc.negotiate.model import LETTERS, UNCHOSEN, Game, game

#: Points that a crossed red line counts as missing, in the chair's sum of what is missing.
RED_LINE = 6
#: Paragraphs that one offer may change.
MOST_CHANGES = 2
MOST_OFFERS = 3


@dataclass(frozen=True)
class Offer:
    """A change of one or two paragraphs that a delegate puts forward.

    Attributes
    ----------
    by
        Role that makes the offer.
    changes
        New letter of each paragraph that changes.
    yours, theirs
        Points that the reader's role and the role that offers gain.
    bridge
        Whether the chair offers it to bring the text nearer to one that could pass.
    """

    by: str
    changes: dict[str, str]
    yours: int
    theirs: int
    bridge: bool = False


def offers(package: str, player: str, seed: int = 0) -> list[Offer]:
    """Return what the other delegates offer, the most helpful for the text first.

    An offer never leads the text further away from a package that could pass. A delegate offers
    only what is good for itself and no loss for the reader's role. Where nobody has such an
    offer, the chair proposes a step towards the nearest package that could pass, even if it
    costs somebody something.

    Parameters
    ----------
    package
        The text now: six letters, ``-`` for an open paragraph.
    player
        Role of the reader, by id.
    seed
        Decides between offers that are equally good: the same seed gives the same offers.

    Returns
    -------
    list of Offer
        At most three, from different delegates. Accepting the first one again and again always
        ends at a package that could pass.

    Raises
    ------
    UnknownNameError
        If there is no such role.
    PackageError
        If it is not one letter for each paragraph.

    Examples
    --------
    >>> [offer.by for offer in offers("------", "civil-society")][:1]
    ['agency']
    """
    rules = game()
    if player not in rules.roles:
        raise UnknownNameError("role", player, rules.roles)
    now = rules.read(package)
    near = _neighbours(now)
    far, missing = _distance(near), _missing(rules, near)
    far_now, missing_now = int(_distance(now[None])[0]), int(_missing(rules, now[None])[0])
    nearer = (far < far_now) | ((far == far_now) & (missing < missing_now))
    more = rules.points(near) - rules.points(now[None])
    if far_now == 0:
        # A text that could pass is only changed into one that is worth more to all together.
        nearer = (far == 0) & (more.sum(axis=1) > 0)
    mine = rules.roles.index(player)
    order = np.random.default_rng(seed).permutation(len(near))
    found = []
    for number, role in enumerate(rules.roles):
        good = nearer & (more[:, mine] >= 0) & (more[:, number] > 0)
        if number == mine or not good.any():
            continue
        places = order[good[order]]
        keys = np.stack(
            [-(more[places, number] + more[places, mine]), missing[places], far[places]]
        )
        best = places[np.lexsort(keys)[0]]
        key = (int(far[best]), int(missing[best]), -int(more[best, [number, mine]].sum()))
        found.append((key, _offer(rules, now, near[best], role, player)))
    found.sort(key=lambda pair: pair[0])
    chosen = _distinct([offer for _, offer in found])
    return chosen or _bridge(rules, now, player, far_now)


def _offer(
    rules: Game, now: np.ndarray, then: np.ndarray, by: str, player: str, *, bridge: bool = False
) -> Offer:
    more = rules.points(then[None])[0] - rules.points(now[None])[0]
    changes = {
        clause: LETTERS[new]
        for clause, old, new in zip(rules.clauses, now, then, strict=True)
        if old != new
    }
    yours, theirs = (int(more[rules.roles.index(role)]) for role in (player, by))
    return Offer(by, changes, yours, theirs, bridge)


def _distinct(found: list[Offer]) -> list[Offer]:
    """Keep one of several offers that say the same."""
    seen: dict[str, Offer] = {}
    for offer in found:
        seen.setdefault(str(offer.changes), offer)
    return list(seen.values())[:MOST_OFFERS]


def _bridge(rules: Game, now: np.ndarray, player: str, far: int) -> list[Offer]:
    """Let the chair take the first steps to the nearest package that could pass."""
    if far == 0:
        return []
    good = _passing()
    near = good[(good != now).sum(axis=1) == far]
    mine = rules.roles.index(player)
    goal = near[int(rules.points(near)[:, mine].argmax())]
    then = now.copy()
    steps = np.flatnonzero(goal != now)[:MOST_CHANGES]
    then[steps] = goal[steps]
    return [_offer(rules, now, then, rules.roles[0], player, bridge=True)]


@cache
def _passing() -> np.ndarray:
    rules = game()
    every = rules.every
    return every[rules.accepted(every)]


def _distance(choices: np.ndarray) -> np.ndarray:
    """Return how many paragraphs have to change until a package could pass."""
    return (choices[:, None, :] != _passing()[None]).sum(axis=2).min(axis=1)


def _missing(rules: Game, choices: np.ndarray) -> np.ndarray:
    """Return how many points all roles together miss, open paragraphs and red lines included."""
    short = np.maximum(0, rules.least - rules.points(choices)).sum(axis=1)
    crossed = rules.red_lines(choices).sum(axis=1)
    return short + RED_LINE * crossed + (choices == UNCHOSEN).sum(axis=1)


def _neighbours(now: np.ndarray) -> np.ndarray:
    """Return every package that differs in one or two paragraphs."""
    found = []
    for count in range(1, MOST_CHANGES + 1):
        for places in combinations(range(len(now)), count):
            others = [[one for one in range(len(LETTERS)) if one != now[p]] for p in places]
            for new in product(*others):
                then = now.copy()
                then[list(places)] = new
                found.append(then)
    return np.array(found)
