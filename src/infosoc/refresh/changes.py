"""What is new in the figures, and whether it is believable."""

from __future__ import annotations

from dataclasses import dataclass, field

from infosoc.refresh.figures import Figures

#: A new edition drops a value here and there. One that drops more has lost countries or years.
LEAST_KEPT = 0.9
#: Revisions are small. A value that moves by more has been measured anew, or is in another unit.
LARGE_CHANGE = 0.2
#: A few countries may be measured anew in one edition. A fifth of a table may not.
MOST_LARGE = 0.2


@dataclass(frozen=True)
class Change:
    """One value that differs, as the old and the new file write it."""

    code: str
    year: int
    old: str
    new: str

    @property
    def size(self) -> float:
        """How far the value moves."""
        return abs(float(self.new) - float(self.old))

    @property
    def is_large(self) -> bool:
        """Whether it moves by more than :data:`LARGE_CHANGE` of the old value."""
        return self.size > LARGE_CHANGE * abs(float(self.old))


@dataclass(frozen=True)
class Changes:
    """What is new in one table.

    Parameters
    ----------
    added
        Figures that the old file lacks.
    changed
        Figures that differ, the largest change first.
    vanished
        Figures that the new file lacks.
    same
        How many did not change.
    """

    added: Figures = field(default_factory=dict)
    changed: list[Change] = field(default_factory=list)
    vanished: Figures = field(default_factory=dict)
    same: int = 0


def compare(old: Figures, new: Figures) -> Changes:
    """Compare the figures of two files.

    Parameters
    ----------
    old, new
        The figures of the two.

    Examples
    --------
    >>> found = compare({("ALB", 2004): "5", ("ALB", 2005): "6"}, {("ALB", 2005): "7"})
    >>> found.changed, found.vanished
    ([Change(code='ALB', year=2005, old='6', new='7')], {('ALB', 2004): '5'})
    """
    common = [key for key in old if key in new]
    changed = [Change(*key, old[key], new[key]) for key in common]
    changed = [change for change in changed if change.size]
    return Changes(
        added={key: new[key] for key in new if key not in old},
        changed=sorted(changed, key=lambda change: -change.size),
        vanished={key: old[key] for key in old if key not in new},
        same=len(common) - len(changed),
    )


def doubts(changes: Changes, old_vintage: str, new_vintage: str) -> list[str]:
    """Say why the new figures should not be taken unseen; an empty list when they may.

    Parameters
    ----------
    changes
        What is new.
    old_vintage, new_vintage
        Days on which the service last changed its figures; the old one may be empty.

    Examples
    --------
    >>> doubts(compare({("ALB", 2005): "6"}, {("ALB", 2005): "60"}), "", "2026-07-01")
    ['1 of 1 values that stand in both change by more than 20 %.']
    """
    common = len(changes.changed) + changes.same
    before = common + len(changes.vanished)
    large = sum(change.is_large for change in changes.changed)
    found = []
    if common < LEAST_KEPT * before:
        found.append(f"{len(changes.vanished)} of {before} old values are gone.")
    if large and large >= MOST_LARGE * common:
        most = f"{100 * LARGE_CHANGE:.0f} %"
        found.append(f"{large} of {common} values that stand in both change by more than {most}.")
    if new_vintage < old_vintage:
        found.append(f"Its figures are older than ours: {new_vintage}, ours {old_vintage}.")
    return found
