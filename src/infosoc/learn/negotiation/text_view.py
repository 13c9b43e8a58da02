"""The text on the table: what is agreed, and what stands in square brackets."""

from __future__ import annotations

from infosoc import html
from infosoc.learn.negotiation import names
from infosoc.messages import say
from infosoc.negotiate import Session, Verdict
from infosoc.negotiate.model import LETTERS
from infosoc.negotiate.record import Move
from infosoc.plot.signed_charts import signed


def paragraph(talks: Session, clause: str) -> str:
    """Return one paragraph with its brackets, as HTML.

    An open paragraph shows all options in brackets, as drafts do. A chosen wording stays in
    brackets as long as it crosses a red line.
    """
    row = names.clauses()[clause]
    head = f"<strong>{row.order}. {html.escape(row.title)}</strong>"
    letter = talks.letter(clause)
    if letter is None:
        parts = [f"[<b>{one}:</b> {html.escape(_text(clause, one))}]" for one in LETTERS]
        return _block(f"{head}<br>{' '.join(parts)}", is_open=True)
    text = html.escape(wording(talks, clause))
    against = [role for role, found in talks.verdict.crossed.items() if clause in found]
    if not against:
        return _block(f"{head}<br>{text}", is_open=False)
    told = html.escape(say("talks.against", roles=names.listed(against)))
    return _block(f"{head}<br>[{text}] <em>{told}</em>", is_open=True)


def wording(talks: Session, clause: str) -> str:
    """Return the words of the chosen option, or the group's own, as plain text."""
    letter = talks.letter(clause)
    if letter is None:
        return say("talks.open")
    return talks.wordings.get((clause, letter)) or _text(clause, letter)


def _text(clause: str, letter: str) -> str:
    row = names.options()[clause, letter]
    return row.text if names.is_given(row.text) else say("talks.deleted")


def _block(inside: str, *, is_open: bool) -> str:
    # The line repeats for the eye what the brackets say.
    line = "dashed" if is_open else "solid"
    return (
        f'<div style="border-left:4px {line} #52606d;padding:2px 0 2px 10px;line-height:1.45;'
        f'max-width:60rem;white-space:normal">{inside}</div>'
    )


def standing(talks: Session) -> str:
    """Say in plain words how the text stands."""
    found = talks.verdict
    parts = [say("talks.all_chosen")]
    if found.still_open:
        parts = [say("talks.still_open", count=len(found.still_open))]
    return " ".join([*parts, blocked(found)])


def blocked(found: Verdict) -> str:
    """Say which roles are below their red line, and why."""
    if not found.blocked:
        return say("talks.nobody_blocked")
    told = []
    for role in found.blocked:
        reasons = []
        if role in found.crossed:
            numbers = ", ".join(str(names.clauses()[one].order) for one in found.crossed[role])
            reasons.append(say("talks.reason.red_line", paragraphs=numbers))
        if role in found.short:
            reasons.append(say("talks.reason.gain", gain=signed(found.gains[role])))
        told.append(say("talks.blocked.one", role=names.roles()[role], why=", ".join(reasons)))
    return say("talks.blocked", roles="; ".join(told))


def moves(log: list[Move]) -> str:
    """Return the log as a table."""
    import pandas as pd  # noqa: PLC0415

    rows = [
        {
            "move": move.move,
            "time": clock(move.seconds),
            "who": names.actor(move.who),
            "what": _told(move),
            "paragraph": names.clauses()[move.paragraph].order if move.paragraph else "",
            "own words": move.words,
        }
        for move in log
    ]
    caption = say("talks.log.caption", count=len(rows))
    return html.table(pd.DataFrame(rows), caption) if rows else f"<p>{html.escape(caption)}</p>"


def _told(move: Move) -> str:
    words = html.words(move.action)
    if not move.choice:
        return words
    title = names.options()[move.paragraph, move.choice].title if move.paragraph else ""
    return say("talks.log.choice", action=words, letter=move.choice, title=title)


def clock(seconds: float) -> str:
    """Write seconds as minutes and seconds.

    Examples
    --------
    >>> clock(75)
    '1:15'
    """
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02d}"
