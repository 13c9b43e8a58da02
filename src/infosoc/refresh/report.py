"""Tell in plain words what is new in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from infosoc.refresh.update import Update

#: How many values a list names before it only counts the rest.
MOST_NAMED = 5


def report(update: Update) -> str:
    """Write the report of one table: vintages, counts, the largest changes, what vanished."""
    return "\n".join(_lines(update))


def _lines(update: Update) -> Iterator[str]:
    changes, recipe = update.changes, update.recipe
    yield f"{recipe.name} (World Bank, {recipe.code})"
    yield f"  {_vintage(recipe.vintage, update.vintage)}"
    yield (
        f"  Values: {len(changes.added)} added, {len(changes.changed)} changed, "
        f"{len(changes.vanished)} vanished, {changes.same} the same."
    )
    yield from _listed(
        "Largest changes",
        [
            f"{change.code} {change.year}: {change.old} -> {change.new}"
            for change in changes.changed
        ],
    )
    yield from _listed(
        "Vanished",
        [f"{code} {year}: {value}" for (code, year), value in changes.vanished.items()],
    )
    yield from (f"  Doubtful: {doubt}" for doubt in update.doubts)


def _vintage(old: str, new: str) -> str:
    return f"Vintage: {new}, as before." if old == new else f"Vintage: {old or 'none'} -> {new}."


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    items = list(items)
    if items:
        yield f"  {title}:"
        yield from (f"    {item}" for item in items[:MOST_NAMED])
    if len(items) > MOST_NAMED:
        yield f"    and {len(items) - MOST_NAMED} more"
