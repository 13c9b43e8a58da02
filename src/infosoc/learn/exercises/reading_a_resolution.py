"""Exercises of the lesson on reading a resolution."""

from __future__ import annotations

import pandas as pd

from infosoc.data.loader import load
from infosoc.learn.exercises.form import Exercise


def _places(word: str) -> set[int]:
    terms = load("paragraph_terms")
    return set(terms[terms["term"] == word]["paragraph"].tolist())


def sizes() -> pd.Series:
    """Return the number of paragraphs of each part of the resolution."""
    return load("paragraphs")["section"].value_counts()


def jaccard() -> float:
    """Return the Jaccard index of the paragraphs of two words, with two decimals."""
    human, rights = _places("human"), _places("rights")
    return round(len(human & rights) / len(human | rights), 2)


def both() -> list[int]:
    """Return the numbers of the paragraphs that have both words."""
    return sorted(_places("gender") & _places("education"))


EXERCISES = {
    "read-a-resolution-sizes": Exercise(
        sizes,
        ("Each row of paragraphs is one paragraph.", "Count the values of the column section."),
    ),
    "read-a-resolution-jaccard": Exercise(
        jaccard,
        (
            "set(terms[terms.term == 'human'].paragraph) has the paragraphs of one word.",
            "len(human & rights) / len(human | rights), rounded to 2 decimals.",
        ),
    ),
    "read-a-resolution-both": Exercise(
        both,
        (
            "Make a set of paragraphs for each word, as in the exercise before.",
            "sorted(gender & education) gives the list.",
        ),
    ),
}
