"""What can go wrong while figures are brought up to date: the table, what happened, the mend."""

from __future__ import annotations

from infosoc.errors import InfosocError


class RefreshError(InfosocError):
    """A table that could not be brought up to date.

    Parameters
    ----------
    table
        Name of the table, or of the file or folder when no table is to blame.
    what
        What happened.
    mend
        What to do about it.

    Examples
    --------
    >>> print(RefreshError("internet_users", "The service is silent.", "Try again later."))
    internet_users: The service is silent. Try again later.
    """

    def __init__(self, table: str, what: str, mend: str):
        self.table = table
        super().__init__(f"{table}: {what} {mend}")


class RecipeError(RefreshError):
    """The property ``refresh`` of a table cannot be followed."""


class ServiceError(RefreshError):
    """The service could not be reached, or it answered with an error."""


class AnswerError(RefreshError):
    """The service answered in a form that is not the one we know."""


class FiguresError(RefreshError):
    """The new figures break the rules of the table."""


class LargeChangeError(RefreshError):
    """The new figures are too different from the old ones to be taken unseen."""


class BusyError(RefreshError):
    """Another run is at work in the same folder."""


class WriteError(RefreshError):
    """The new files could not be put in place."""
