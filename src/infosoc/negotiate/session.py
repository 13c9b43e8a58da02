"""One negotiation from the first choice to a deal or a breakdown, without anything on a screen."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from infosoc.errors import UnknownNameError
from infosoc.negotiate import silence as clock
from infosoc.negotiate.delegates import Offer, offers
from infosoc.negotiate.model import LETTERS, UNCHOSEN, Verdict, game
from infosoc.negotiate.record import CLOCK, ENDS, ROOM, Move

#: A wording of the group's own may have this many characters.
LONGEST = 600
#: A delegate below its red line speaks in this part of the silence.
EARLIEST, LATEST = 0.2, 0.6


class Session:
    """What is chosen, said and agreed.

    Parameters
    ----------
    player
        Role of the reader who plays alone, by id; without it a group plays all roles.
    seed
        The same seed makes the delegates act in the same way.
    seconds
        Length of the silence.
    now
        Returns the time in seconds; tests give their own.

    Attributes
    ----------
    choices
        Number of the option of each paragraph, -1 where it is open.
    moves
        The log.
    outcome
        ``agreed``, ``no-consensus``, ``breaks-off``, or nothing as long as the talks go on.

    Examples
    --------
    >>> talks = Session()
    >>> for clause, letter in zip(game().clauses, "ACBCBB"):
    ...     _ = talks.choose(clause, letter)
    >>> talks.package, talks.verdict.passes
    ('ACBCBB', True)
    """

    def __init__(
        self,
        player: str | None = None,
        seed: int = 0,
        seconds: float = 60,
        now: Callable[[], float] = time.monotonic,
    ):
        self.rules = game()
        self.seed = int(seed)
        self._now = now
        self.silence = clock.Silence(seconds, now)
        self.play_as(player)
        self.begin_again()

    def play_as(self, player: str | None) -> None:
        """Take another role, or none for a group.

        Raises
        ------
        UnknownNameError
            If there is no such role.
        """
        if player is not None and player not in self.rules.roles:
            raise UnknownNameError("role", player, self.rules.roles)
        self.player = player

    def begin_again(self) -> None:
        """Open all paragraphs and empty the log."""
        self.choices = [UNCHOSEN] * len(self.rules.clauses)
        self.wordings: dict[tuple[str, str], str] = {}
        self.moves: list[Move] = []
        self.outcome: str | None = None
        self.silence = clock.Silence(self.silence.seconds, self._now)
        self._began = self._now()
        self._speaker: tuple[str, float] | None = None

    @property
    def package(self) -> str:
        """Return the choices as letters."""
        return self.rules.write(self.choices)

    @property
    def verdict(self) -> Verdict:
        """Judge the text as it stands."""
        return self.rules.verdict(self.choices)

    @property
    def in_silence(self) -> bool:
        """Tell whether a silence runs or is paused."""
        return self.silence.state in (clock.RUNNING, clock.PAUSED)

    @property
    def can_change(self) -> bool:
        """Tell whether the text can be changed: not in a silence and not after the end."""
        return self.outcome is None and not self.in_silence

    def choose(self, clause: str, letter: str | None, who: str | None = None) -> bool:
        """Choose an option for a paragraph, or open it again.

        Parameters
        ----------
        clause
            Id of the paragraph.
        letter
            A, B, C or D, or nothing to open the paragraph.
        who
            Role that moves; by default the reader's role or the group.

        Returns
        -------
        bool
            Whether the text could be changed.

        Raises
        ------
        UnknownNameError
            If there is no such paragraph or option.
        """
        if clause not in self.rules.clauses:
            raise UnknownNameError("paragraph", clause, self.rules.clauses)
        if letter is not None and letter not in tuple(LETTERS):
            raise UnknownNameError("option", letter, LETTERS)
        if not self.can_change:
            return False
        place = self.rules.clauses.index(clause)
        choice = UNCHOSEN if letter is None else LETTERS.index(letter)
        if choice != self.choices[place]:
            self.choices[place] = choice
            self._note(who, "opens" if letter is None else "chooses", clause, letter or "")
        return True

    def word(self, clause: str, text: str) -> bool:
        """Put the group's own words in the place of the chosen option; it is scored the same.

        Parameters
        ----------
        clause
            Id of the paragraph.
        text
            The wording; an empty text brings our wording back.

        Returns
        -------
        bool
            Whether it could be done: the paragraph needs a wording that is chosen.
        """
        letter = self.letter(clause)
        if not self.can_change or letter in (None, LETTERS[-1]):
            return False
        plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST]
        self.wordings[clause, str(letter)] = plain
        self._note(None, "words", clause, str(letter), plain)
        return True

    def letter(self, clause: str) -> str | None:
        """Return the chosen option of a paragraph, or nothing while it is open."""
        choice = self.choices[self.rules.clauses.index(clause)]
        return None if choice == UNCHOSEN else LETTERS[choice]

    def offers(self) -> list[Offer]:
        """Return what the delegates offer to the reader's role, or to the chair in a group."""
        if not self.can_change:
            return []
        return offers(self.package, self.player or self.rules.roles[0], self.seed)

    def accept(self, offer: Offer) -> bool:
        """Take an offer over into the text."""
        if not self.can_change:
            return False
        self._note(offer.by, "accepts-offer")
        for clause, letter in offer.changes.items():
            self.choose(clause, letter, who=offer.by)
        return True

    def start_silence(self) -> bool:
        """Start the silence; all paragraphs need a choice."""
        if not self.can_change or self.verdict.still_open:
            return False
        self.silence = clock.Silence(self.silence.seconds, self._now)
        self.silence.start()
        self._speaker = self._first_to_speak()
        self._note(None, "starts-silence")
        return True

    def pause(self) -> None:
        """Stop the clock."""
        if self.silence.state == clock.RUNNING:
            self.silence.pause()
            self._note(None, "pauses-silence")

    def resume(self) -> None:
        """Let the clock go on."""
        if self.silence.state == clock.PAUSED:
            self.silence.resume()
            self._note(None, "goes-on")

    def break_silence(self, role: str) -> bool:
        """Let a role break the silence; tell whether it was in time.

        Raises
        ------
        UnknownNameError
            If there is no such role.
        """
        if role not in self.rules.roles:
            raise UnknownNameError("role", role, self.rules.roles)
        self.look()
        if self.outcome or not self.silence.break_by(role):
            return False
        self._note(role, "breaks-silence")
        return True

    def look(self) -> None:
        """Look at the clock: a delegate may speak, or the silence may be over."""
        if self.outcome is not None:
            return
        if self.in_silence and self._speaker:
            role, moment = self._speaker
            if self.silence.seconds - self.silence.left >= moment:
                self.silence.break_by(role)
                self._note(role, "breaks-silence")
                return
        if self.silence.state == clock.OVER:
            self._end("agreed" if self.verdict.passes else "no-consensus", CLOCK)

    def break_off(self) -> bool:
        """End the talks without a deal."""
        if not self.can_change:
            return False
        self._end("breaks-off", None)
        return True

    def replay(self, moves: list[Move]) -> None:
        """Bring back the text, the wordings and the outcome of a log."""
        self.begin_again()
        for move in moves:
            place = self.rules.clauses.index(move.paragraph) if move.paragraph else None
            if move.action in ("chooses", "opens") and place is not None:
                opened = not move.choice or move.action == "opens"
                self.choices[place] = UNCHOSEN if opened else LETTERS.index(move.choice)
            elif move.action == "words" and move.choice:
                self.wordings[move.paragraph, move.choice] = move.words
            if move.action in ENDS:
                self.outcome = move.action
        self.moves = list(moves)

    def _first_to_speak(self) -> tuple[str, float] | None:
        """Return the delegate that will break the silence, and when; only beside a lone player."""
        if self.player is None:
            return None
        blocked = [role for role in self.verdict.blocked if role != self.player]
        if not blocked:
            return None
        luck = np.random.default_rng([self.seed, len(self.moves)])
        moments = luck.uniform(EARLIEST, LATEST, len(blocked)) * self.silence.seconds
        return min(zip(blocked, map(float, moments), strict=True), key=lambda pair: pair[1])

    def _end(self, outcome: str, who: str | None) -> None:
        self.outcome = outcome
        self._note(who, outcome)

    def _note(
        self, who: str | None, action: str, clause: str = "", letter: str = "", words: str = ""
    ) -> None:
        seconds = int(self._now() - self._began)
        actor = who or self.player or ROOM
        self.moves.append(Move(len(self.moves) + 1, seconds, actor, action, clause, letter, words))
