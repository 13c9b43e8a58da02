"""The silence procedure: a clock that lets a text pass unless somebody speaks."""

from __future__ import annotations

import time
from collections.abc import Callable

#: States of the clock.
IDLE, RUNNING, PAUSED, BROKEN, OVER = "idle", "running", "paused", "broken", "over"


class Silence:
    """A countdown that can be paused and broken.

    It reads the time instead of counting ticks, so it stays right when nobody looks at it for a
    while, for example because a cell of the notebook is running.

    Parameters
    ----------
    seconds
        How long the silence lasts.
    now
        Returns the time in seconds; tests give their own.

    Examples
    --------
    >>> times = iter([0, 20, 20, 500, 501])
    >>> silence = Silence(60, now=lambda: next(times))
    >>> silence.start()
    >>> silence.pause()
    >>> silence.left
    40.0
    """

    def __init__(self, seconds: float = 60, now: Callable[[], float] = time.monotonic):
        self.seconds = float(seconds)
        self.broken_by: str | None = None
        self._now = now
        self._state = IDLE
        self._ends = 0.0
        self._kept = self.seconds

    @property
    def state(self) -> str:
        """Return the state at this moment."""
        if self._state == RUNNING and self._now() >= self._ends:
            self._state = OVER
        return self._state

    @property
    def left(self) -> float:
        """Return the seconds that are left."""
        if self._state == RUNNING:
            return max(0.0, self._ends - self._now())
        return 0.0 if self._state == OVER else self._kept

    def start(self) -> None:
        """Begin the silence."""
        self._state, self._ends = RUNNING, self._now() + self.seconds

    def pause(self) -> None:
        """Stop the clock; nothing passes while it stands."""
        if self._state == RUNNING:
            self._kept = max(0.0, self._ends - self._now())
            self._state = PAUSED if self._kept else OVER

    def resume(self) -> None:
        """Let the clock go on where it stopped."""
        if self._state == PAUSED:
            self._state, self._ends = RUNNING, self._now() + self._kept

    def break_by(self, role: str) -> bool:
        """Break the silence; tell whether it was still in time."""
        if self.state not in (RUNNING, PAUSED):
            return False
        self._kept = self.left
        self._state, self.broken_by = BROKEN, role
        return True
