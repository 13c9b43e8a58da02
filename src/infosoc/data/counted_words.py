"""Words of a text, counted paragraph by paragraph, and what such counts can tell."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from infosoc.errors import TableShapeError, UnknownNameError

#: Letters of any script, with hyphens and apostrophes within a word; figures are no words.
WORD = re.compile(r"[^\W\d_]+(?:['\u2019\-\u2010][^\W\d_]+)*")
#: At the end of a word: all words that begin so.
STAR = "*"
#: A message names so many words of a text that look like an unknown one, or begin like it.
MOST_NAMES, BEGINNING = 12, 4
#: A score that one word in a hundred reaches by chance (chi-square, one degree of freedom).
LOWEST_SCORE = 6.63


def words_of(text: str) -> list[str]:
    """Divide a text into words in small letters.

    Examples
    --------
    >>> words_of("Multi-stakeholder forum: 20 States, the UN's part.")
    ['multi-stakeholder', 'forum', 'states', 'the', "un's", 'part']
    """
    # Small letters of some scripts fall apart into a letter and its mark.
    small = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return WORD.findall(small.replace("\u2019", "'").replace("\u2010", "-"))


def count_terms(texts: Iterable[tuple[str, str]]) -> pd.DataFrame:
    """Count the words of each paragraph.

    Parameters
    ----------
    texts
        Number and text of each paragraph.

    Returns
    -------
    pandas.DataFrame
        Columns ``paragraph``, ``term`` and ``count``; terms in the order of the alphabet.
    """
    rows = [
        (paragraph, term, count)
        for paragraph, text in texts
        for term, count in sorted(Counter(words_of(text)).items())
    ]
    return pd.DataFrame(rows, columns=["paragraph", "term", "count"])


def where_words_stand(terms: pd.DataFrame, words: Sequence[str]) -> pd.DataFrame:
    """Say in which paragraphs words stand, and how often.

    Parameters
    ----------
    terms
        Counted words with the columns ``paragraph``, ``term`` and ``count``, such as the table
        ``paragraph_terms`` or ``.terms`` of a document of your own.
    words
        Words in small letters. ``right*`` takes all words that begin so.

    Returns
    -------
    pandas.DataFrame
        Columns ``word``, ``paragraph`` and ``count``, one row for each word in each paragraph
        that has it, in the order of ``words``.

    Raises
    ------
    UnknownNameError
        If a word does not stand in the text; the message names the nearest one.

    Examples
    --------
    >>> import infosoc
    >>> found = where_words_stand(infosoc.load("paragraph_terms"), ["gender"])
    >>> found["paragraph"].tolist()
    [6, 27]
    """
    _require(terms)
    known = terms["term"].unique()
    parts = []
    for word in words:
        chosen = terms[_fits(terms["term"], word)]
        if chosen.empty:
            raise UnknownNameError("word in this text", word, _likely(word, known))
        counts = chosen.groupby("paragraph", sort=False)["count"].sum()
        # Paragraphs stay in the order of the text.
        order = [one for one in terms["paragraph"].unique() if one in counts.index]
        parts.append(counts[order].reset_index().assign(word=word))
    found = pd.concat(parts, ignore_index=True)[["word", "paragraph", "count"]]
    return _remembering(found, terms)


def how_often(terms: pd.DataFrame, words: Sequence[str]) -> pd.DataFrame:
    """Say how often words stand in a text, also when they do not.

    Parameters
    ----------
    terms
        Counted words with the columns ``paragraph``, ``term`` and ``count``.
    words
        Words in small letters; ``right*`` takes all words that begin so.

    Returns
    -------
    pandas.DataFrame
        Columns ``word``, ``times`` and ``paragraphs`` (how many have it); 0 for a word that the
        text does not have.

    Examples
    --------
    >>> import infosoc
    >>> how_often(infosoc.load("paragraph_terms"), ["gender", "libraries"])["times"].tolist()
    [8, 0]
    """
    _require(terms)
    rows = []
    for word in words:
        chosen = terms[_fits(terms["term"], word)]
        rows.append((word, int(chosen["count"].sum()), chosen["paragraph"].nunique()))
    return _remembering(pd.DataFrame(rows, columns=["word", "times", "paragraphs"]), terms)


def _remembering(found: pd.DataFrame, terms: pd.DataFrame) -> pd.DataFrame:
    """Let what was counted remember its table, so that its sources can be found."""
    found.attrs = dict(terms.attrs)
    return found


def _require(terms: pd.DataFrame) -> None:
    missing = {"paragraph", "term", "count"} - set(terms.columns)
    if missing:
        raise UnknownNameError("column", min(missing), map(str, terms.columns))


def _fits(column: pd.Series, word: str) -> pd.Series:
    plain = word.strip().casefold()
    if plain.endswith(STAR):
        return column.str.startswith(plain.removesuffix(STAR))
    return column == plain


def _likely(word: str, known: Sequence[str]) -> list[str]:
    """Return the words of a text that look like this one: a text has too many to list all."""
    plain = word.strip(STAR).casefold()
    near = difflib.get_close_matches(plain, known, n=MOST_NAMES, cutoff=0.6)
    alike = sorted(one for one in known if one.startswith(plain[:BEGINNING]))
    return list(dict.fromkeys(near + alike))[:MOST_NAMES]


def key_words(
    paragraphs: pd.DataFrame,
    terms: pd.DataFrame,
    *,
    by: str = "section",
    most: int = 4,
    least: int = 3,
) -> pd.DataFrame:
    """Find the words that set each part of a text apart from the rest of it.

    A word is a key word of a part if it stands there more often than its length would lead us
    to expect. The score is the log-likelihood ratio G2 (Dunning 1993), as key word tools
    compute it: 2 * (a * ln(a / e1) + b * ln(b / e2)), where ``a`` and ``b`` are the counts in the
    part and in the rest, ``e1`` and ``e2`` what would be expected. A score above 6.63 comes by
    chance for one word in a hundred. Words that stand everywhere, such as "the", mostly score
    low by themselves, so no list of them is needed, in any language.

    Parameters
    ----------
    paragraphs
        One row for each paragraph with ``paragraph``, ``words`` and the column of the parts.
    terms
        Counted words with the columns ``paragraph``, ``term`` and ``count``.
    by
        Column of ``paragraphs`` that names the part.
    most
        At most so many words for each part.
    least
        A word has to stand in a part so many times: one time may be chance.

    Returns
    -------
    pandas.DataFrame
        Columns: the part, ``word``, ``count`` (in the part), ``elsewhere`` (in the rest) and
        ``score``. Parts in the order of the text, the highest score first.

    Raises
    ------
    UnknownNameError
        If a column is missing.
    TableShapeError
        If the text has one part only, so that there is nothing to compare with.

    Examples
    --------
    >>> import infosoc
    >>> found = key_words(infosoc.load("paragraphs"), infosoc.load("paragraph_terms"))
    >>> found[found.section == "Human rights"].word.tolist()[:2]
    ['rights', 'human']
    """
    _require(terms)
    for name in ("paragraph", "words", by):
        if name not in paragraphs:
            raise UnknownNameError("column", name, map(str, paragraphs.columns))
    parts = paragraphs.set_index("paragraph")[by]
    if parts.nunique() < 2:  # noqa: PLR2004
        raise TableShapeError(
            f"The text has one part only in {by!r}: there is nothing to compare it with."
        )
    order = list(dict.fromkeys(parts))
    lengths = paragraphs.groupby(by)["words"].sum()
    counts = terms.assign(part=terms["paragraph"].map(parts)).pivot_table(
        index="term", columns="part", values="count", aggfunc="sum", fill_value=0
    )
    total, all_words = counts.sum(axis=1), lengths.sum()
    found = []
    for part in order:
        here = counts[part] if part in counts else total * 0
        score = _log_likelihood(here, total - here, lengths[part], all_words - lengths[part])
        is_key = (here >= least) & (here * all_words > total * lengths[part])
        is_key &= score >= LOWEST_SCORE
        best = pd.DataFrame({"count": here, "elsewhere": total - here, "score": score.round(1)})
        best = best[is_key].sort_values("score", ascending=False, kind="stable").head(most)
        found.append(best.rename_axis("word").reset_index().assign(**{by: part}))
    columns = [by, "word", "count", "elsewhere", "score"]
    return _remembering(pd.concat(found, ignore_index=True)[columns], terms)


def _log_likelihood(a: pd.Series, b: pd.Series, words_a: float, words_b: float) -> pd.Series:
    together = (a + b) / (words_a + words_b)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = [
            np.where(count > 0, count * np.log(count / (words * together)), 0.0)
            for count, words in ((a, words_a), (b, words_b))
        ]
    return pd.Series(2 * (parts[0] + parts[1]), index=a.index)


def together(terms: pd.DataFrame, words: Sequence[str]) -> pd.DataFrame:
    """Say how often each two words stand in the same paragraph.

    The measure is the Jaccard index of their paragraphs: those with both words, divided by those
    with at least one of them. 1 means always together, 0 never.

    Parameters
    ----------
    terms
        Counted words with the columns ``paragraph``, ``term`` and ``count``.
    words
        Words in small letters; ``right*`` takes all words that begin so.

    Returns
    -------
    pandas.DataFrame
        One row for each pair: ``word``, ``other``, ``both`` (paragraphs with both), ``either``
        (paragraphs with at least one), ``jaccard`` (0 to 1, two decimals).

    Raises
    ------
    UnknownNameError
        If a word does not stand in the text.

    Examples
    --------
    >>> import infosoc
    >>> print(together(infosoc.load("paragraph_terms"), ["civil", "society"]).to_string())
        word    other  both  either  jaccard
    0  civil  society    11      36     0.31
    """
    found = where_words_stand(terms, words)
    places = {word: set(rows["paragraph"]) for word, rows in found.groupby("word", sort=False)}
    rows = []
    for number, word in enumerate(words):
        for other in words[number + 1 :]:
            both = len(places[word] & places[other])
            either = len(places[word] | places[other])
            rows.append((word, other, both, either, round(both / either, 2)))
    pairs = pd.DataFrame(rows, columns=["word", "other", "both", "either", "jaccard"])
    return _remembering(pairs, terms)


def companions(terms: pd.DataFrame, word: str, *, most: int = 8, least: int = 3) -> pd.DataFrame:
    """Find the words that share most paragraphs with a word, by the Jaccard index.

    Parameters
    ----------
    terms
        Counted words with the columns ``paragraph``, ``term`` and ``count``.
    word
        A word in small letters; ``right*`` takes all words that begin so.
    most
        At most so many companions.
    least
        Both words have to share so many paragraphs: once may be chance.

    Returns
    -------
    pandas.DataFrame
        Columns ``word``, ``both``, ``either`` and ``jaccard``, the closest first.

    Raises
    ------
    UnknownNameError
        If the word does not stand in the text.

    Examples
    --------
    >>> import infosoc
    >>> companions(infosoc.load("paragraph_terms"), "private", most=2).word.tolist()
    ['sector', 'governments']
    """
    here = set(where_words_stand(terms, [word])["paragraph"])
    rest = terms[~_fits(terms["term"], word)]
    spread = rest.groupby("term")["paragraph"].agg(["size", lambda places: len(here & {*places})])
    spread.columns = ["size", "both"]
    spread = spread[spread["both"] >= least]
    either = len(here) + spread["size"] - spread["both"]
    found = spread.assign(either=either, jaccard=(spread["both"] / either).round(2))
    best = found.sort_values(["jaccard", "both"], ascending=False, kind="stable").head(most)
    named = best.rename_axis("word").reset_index()[["word", "both", "either", "jaccard"]]
    return _remembering(named, terms)
