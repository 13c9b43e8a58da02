"""All packages at once: which could pass, which waste nothing, who gives most."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from infosoc.data.loader import load
from infosoc.negotiate.model import LETTERS, UNCHOSEN, PackageError, Verdict, game


def packages(without: str | Collection[str] = ()) -> pd.DataFrame:
    """Score every package of the training text: four options in each of six paragraphs.

    Parameters
    ----------
    without
        Role, or several, that is left out of the room, by id.

    Returns
    -------
    pandas.DataFrame
        4,096 rows: ``package`` (six letters), a column of letters for each paragraph, a column
        of points for each role, ``total`` (points of all roles together), ``narrowest`` (points
        above the least of the role that has fewest to spare), ``passes`` (no role in the room is
        below its red line) and ``efficient`` (it passes, and no other one that passes is as good
        for every role in the room and better for one).

    Raises
    ------
    UnknownNameError
        If there is no such role; the message names the nearest one.

    Notes
    -----
    Packages of which none is better for one without being worse for another are a Pareto set.

    Examples
    --------
    >>> every = packages()
    >>> len(every), int(every.passes.sum())
    (4096, 31)
    """
    rules = game()
    left_out = [without] if isinstance(without, str) else list(without)
    choices = rules.every
    points = rules.points(choices)
    passes = rules.accepted(choices, left_out)
    there = [role not in left_out for role in rules.roles]
    letters = np.array(list(LETTERS))[choices]
    efficient = np.zeros(len(choices), dtype=bool)
    efficient[passes] = undominated(points[passes][:, there])
    found = pd.DataFrame({"package": ["".join(row) for row in letters.tolist()]})
    found = found.assign(**dict(zip(rules.clauses, letters.T, strict=True)))
    found = found.assign(**dict(zip(rules.roles, points.T, strict=True)))
    spare = points - rules.least
    return found.assign(
        total=points.sum(axis=1),
        narrowest=spare[:, there].min(axis=1),
        passes=passes,
        efficient=efficient,
    )


def undominated(points: np.ndarray) -> np.ndarray:
    """Tell which rows no other row beats: as good in every column and better in one.

    Examples
    --------
    >>> undominated(np.array([[2, 2], [1, 2], [0, 3]])).tolist()
    [True, False, True]
    """
    as_good = (points[:, None, :] >= points[None, :, :]).all(axis=2)
    better = (points[:, None, :] > points[None, :, :]).any(axis=2)
    return np.logical_not((as_good & better).any(axis=0))


def judge(package: str) -> Verdict:
    """Judge one package.

    Parameters
    ----------
    package
        Six letters, for example ``"ACBCBB"``; ``-`` for a paragraph that is open.

    Raises
    ------
    PackageError
        If it is not one letter for each paragraph.

    Examples
    --------
    >>> judge("ACCCBB").blocked
    ['market', 'technical']
    """
    return game().verdict(game().read(package))


def gains(package: str) -> pd.DataFrame:
    """Return what each paragraph of a package is worth to each role.

    Parameters
    ----------
    package
        Six letters; ``-`` for a paragraph that is open.

    Returns
    -------
    pandas.DataFrame
        A row for each role and paragraph: ``role`` and ``paragraph`` (short names), ``points``
        and ``red_line`` (yes where the choice crosses a red line).

    Raises
    ------
    PackageError
        If it is not one letter for each paragraph.

    Examples
    --------
    >>> int(gains("ACBCBB").query("role == 'Chair'").points.sum())
    7
    """
    rules, choices = game(), game().read(package)
    roles = load("negotiation_roles")["short_name"].tolist()
    titles = [f"{number}" for number in load("negotiation_clauses")["order"]]
    rows = [
        (
            role,
            title,
            0 if choice == UNCHOSEN else int(rules.worth[number, place, choice]),
            choice != UNCHOSEN and bool(rules.barred[number, place, choice]),
        )
        for number, role in enumerate(roles)
        for place, (title, choice) in enumerate(zip(titles, choices, strict=True))
    ]
    return pd.DataFrame(rows, columns=["role", "paragraph", "points", "red_line"])


def conceded(package: str) -> pd.DataFrame:
    """Tell how much each role gave, against the best it could get in a package that passes.

    Parameters
    ----------
    package
        Six letters.

    Returns
    -------
    pandas.DataFrame
        A row for each role, who gave most first: ``role``, ``gain``, ``best`` (its highest gain
        among all packages that could pass) and ``gave`` (the difference, in points; below zero
        where the package is better for the role than any that could pass).

    Raises
    ------
    PackageError
        If it is not one letter for each paragraph.

    Examples
    --------
    >>> conceded("ACBCBB").role.iloc[0]
    'Business'
    """
    rules = game()
    every = rules.every
    best = rules.points(every[rules.accepted(every)]).max(axis=0)
    own = rules.points(rules.read(package)[None])[0]
    names = load("negotiation_roles")["short_name"]
    found = pd.DataFrame({"role": names, "gain": own, "best": best, "gave": best - own})
    return found.sort_values("gave", ascending=False, kind="stable", ignore_index=True)


def landscape(deal: str) -> pd.DataFrame:
    """Return the packages that could pass, and where a deal lies among them.

    Parameters
    ----------
    deal
        Six letters; it comes last, also if it could not pass.

    Returns
    -------
    pandas.DataFrame
        ``package``, ``kind`` (``could pass``, ``wastes nothing`` or ``this deal``), ``total`` and
        ``narrowest`` as :func:`packages` gives them.

    Raises
    ------
    PackageError
        If the deal is not six letters from A to D.

    Examples
    --------
    >>> landscape("ACBCBB").kind.iloc[-1]
    'this deal'
    """
    letters = game().write(game().read(deal))
    every = packages()
    mine = every["package"] == letters
    if not mine.any():
        raise PackageError(f"{deal!r} has open paragraphs. Choose A, B, C or D for each.")
    kinds = every["efficient"].map({True: "wastes nothing", False: "could pass"})
    found = every.assign(kind=kinds.mask(mine, "this deal"))
    found = found[found["passes"] | mine].sort_values("kind", kind="stable")
    found = found.iloc[(found["kind"] == "this deal").argsort(kind="stable")]
    return found[["package", "kind", "total", "narrowest"]].reset_index(drop=True)
