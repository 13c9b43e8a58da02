"""Words to know: terms of the glossary with their meanings and sources."""

from __future__ import annotations

import pandas as pd

from infosoc import html
from infosoc.data.loader import load
from infosoc.data.table_page import sources_part
from infosoc.errors import UnknownNameError
from infosoc.messages import say


def words(*terms: str, letters: str | None = None) -> html.Page:
    """Show what words mean, with their sources.

    Parameters
    ----------
    *terms
        Ids or acronyms of the glossary, for example ``"digital-divide"`` or ``"WSIS"``; without
        any, the whole glossary.
    letters
        Only words that begin with these letters, for example ``"ABC"``.

    Returns
    -------
    Page
        Shown in a notebook as a table of words and meanings; ``.table`` has the columns
        ``word``, ``meaning`` and ``see_also``.

    Raises
    ------
    UnknownNameError
        If the glossary has no such word; the message names the nearest one.

    Examples
    --------
    >>> words("IGF", "digital-divide").table["word"].tolist()
    ['Internet Governance Forum (IGF)', 'digital divide']
    """
    glossary = load("glossary").set_index("id", drop=False)
    chosen = glossary.loc[[_find(term, glossary) for term in terms]] if terms else glossary
    if letters is not None:
        chosen = chosen[chosen["term"].str[0].str.upper().isin(list(letters.upper()))]
    return words_page(chosen, say("words.some") if terms else say("words.all"))


def _find(term: str, glossary: pd.DataFrame) -> str:
    """Return the id of a word given by its id or its acronym."""
    if term in glossary.index:
        return term
    known = glossary["acronym"].dropna().str.casefold()
    found = known.index[known == str(term).casefold()]
    if found.empty:
        raise UnknownNameError("word in the glossary", term, glossary.index)
    return found[0]


def words_page(terms: pd.DataFrame, title: str) -> html.Page:
    """Return rows of the glossary as a page."""
    names = load("glossary").set_index("id")["term"]
    frame = pd.DataFrame(
        {
            "word": [full_term(row) for _, row in terms.iterrows()],
            "meaning": terms["definition"].tolist(),
            "see_also": [", ".join(names[list(related)]) for related in terms["related"]],
        }
    )
    body = html.table(frame, f"{title}.") + sources_part(terms)
    return html.Page(body, f"{title}.\n{html.plain_table(frame)}", frame)


def full_term(row: pd.Series) -> str:
    """Return a term with its acronym in brackets."""
    acronym = row["acronym"]
    return f"{row['term']} ({acronym})" if isinstance(acronym, str) else row["term"]
