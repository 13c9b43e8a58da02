"""Counted words: where they stand, what sets a part apart, which travel together."""

import math

import pandas as pd
import pytest

import infosoc
from infosoc.data.counted_words import count_terms, words_of
from infosoc.errors import TableShapeError, UnknownNameError

TERMS = infosoc.load("paragraph_terms")
PARAGRAPHS = infosoc.load("paragraphs")


def small(*texts):
    """Return both tables of a text with a paragraph for each of these."""
    numbers = list(range(1, len(texts) + 1))
    paragraphs = pd.DataFrame(
        {
            "paragraph": numbers,
            "section": [text.split()[0] for text in texts],
            "words": [len(words_of(text)) for text in texts],
        }
    )
    return paragraphs, count_terms(zip(numbers, texts, strict=True))


def test_the_counts_of_the_resolution_add_up_to_its_words():
    sums = TERMS.groupby("paragraph")["count"].sum()
    assert sums.tolist() == PARAGRAPHS.set_index("paragraph")["words"].tolist()


WORDS = [
    ("R&D and C10", ["r", "d", "and", "c"]),
    ("l'Internet d\u2019été", ["l'internet", "d'été"]),
    ("multi-stakeholder high\u2010level", ["multi-stakeholder", "high-level"]),
    ("cafe\u0301", ["café"]),
    ("Ἀθῆναι Женева", ["ἀθῆναι", "женева"]),
    ("2003 - 12", []),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_are_told_apart(text, words):
    assert words_of(text) == words


def test_a_star_takes_all_words_that_begin_so_and_counts_them_together():
    _, terms = small("right rights", "rights wrong", "wrong")
    found = infosoc.where_words_stand(terms, ["right*", "wrong"])
    assert found.to_dict("list") == {
        "word": ["right*", "right*", "wrong", "wrong"],
        "paragraph": [1, 2, 2, 3],
        "count": [2, 1, 1, 1],
    }


def test_a_word_that_is_not_there_is_named_with_the_nearest():
    with pytest.raises(UnknownNameError, match="Did you mean 'internet'"):
        infosoc.where_words_stand(TERMS, ["internett"])


def test_the_score_is_the_log_likelihood_by_hand():
    paragraphs, terms = small("a x x x x x b", "b c d e f g h b c d e f g h")
    found = infosoc.key_words(paragraphs, terms).set_index("word")
    expected = 5 * 7 / 21
    assert found.loc["x", "score"] == round(2 * 5 * math.log(5 / expected), 1)
    assert found.loc["x", ["count", "elsewhere"]].tolist() == [5, 0]
    assert "b" not in found.index


def test_a_text_with_one_part_has_nothing_to_compare():
    paragraphs, terms = small("a b", "a c")
    with pytest.raises(TableShapeError, match="one part only"):
        infosoc.key_words(paragraphs, terms)


def test_the_jaccard_index_by_hand():
    _, terms = small("a b", "a", "b", "c")
    (pair,) = infosoc.together(terms, ["a", "b"]).itertuples(index=False)
    assert tuple(pair) == ("a", "b", 1, 3, 0.33)


def test_companions_are_those_of_together():
    found = infosoc.companions(TERMS, "security", most=5).set_index("word")
    for word in found.index:
        (pair,) = infosoc.together(TERMS, ["security", word]).itertuples()
        assert found.loc[word].tolist() == [pair.both, pair.either, pair.jaccard]
    assert found["jaccard"].is_monotonic_decreasing


def test_a_word_that_is_missing_counts_as_zero():
    found = infosoc.how_often(TERMS, ["libraries", "rights"])
    assert found["times"].tolist() == [0, 22]
    assert found["paragraphs"].tolist() == [0, 10]


@pytest.mark.parametrize(
    "found",
    [
        infosoc.where_words_stand(TERMS, ["rights"]),
        infosoc.key_words(PARAGRAPHS, TERMS),
        infosoc.together(TERMS, ["human", "rights"]),
        infosoc.companions(TERMS, "rights"),
        infosoc.how_often(TERMS, ["rights"]),
    ],
)
def test_what_is_counted_remembers_its_source(found):
    assert infosoc.sources(found)["id"].tolist() == ["undocs-a-res-70-125"]


def test_a_table_without_counts_is_refused():
    with pytest.raises(UnknownNameError, match="count"):
        infosoc.where_words_stand(TERMS.drop(columns="count"), ["rights"])
