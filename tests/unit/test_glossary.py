"""The glossary is complete in itself, and its words can be looked up and practised."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import UnknownNameError

GLOSSARY = infosoc.load("glossary")


def test_there_are_enough_words_and_no_word_twice():
    assert len(GLOSSARY) >= 80
    assert not GLOSSARY["term"].str.casefold().duplicated().any()
    assert not GLOSSARY["acronym"].dropna().duplicated().any()


def test_meanings_are_short_enough_to_read_aloud():
    words = GLOSSARY["definition"].str.split().str.len()
    assert words.between(10, 45).all()


def test_no_word_is_related_to_itself():
    assert not [row.id for row in GLOSSARY.itertuples() if row.id in row.related]


def test_words_are_in_order():
    terms = GLOSSARY["term"].str.casefold().tolist()
    assert terms == sorted(terms)


def test_every_topic_has_words():
    assert set(infosoc.load("topics")["id"]) == set(GLOSSARY["topics"].explode())


def test_a_word_is_found_by_id_and_by_acronym():
    by_acronym = infosoc.learn.words("wsis").table
    assert by_acronym["word"].tolist() == ["World Summit on the Information Society (WSIS)"]
    with pytest.raises(UnknownNameError, match="Did you mean 'digital-divide'"):
        infosoc.learn.words("digital-devide")


def test_letters_divide_the_whole_glossary():
    parts = [infosoc.learn.words(letters=letter).table for letter in "2ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    assert sum(map(len, parts)) == len(GLOSSARY)


def test_cards_come_back_until_they_are_known():
    cards = infosoc.learn.flashcards("ungis")
    total = len(cards.deck)
    first = cards.deck[0]
    assert GLOSSARY.set_index("id").loc[first, "definition"] not in cards._said.value
    cards.turn()
    assert pd.Series(cards._said.value).str.contains("0 of").all()
    cards.judge(knew=False)
    assert cards.deck[min(3, total - 1)] == first
    for _ in range(total):
        cards.judge(knew=True)
    assert not cards.deck
    assert f"{total} of {total} words known." in cards._said.value
    cards.judge(knew=True)  # nothing left: nothing happens
    cards.start()
    assert len(cards.deck) == total


def test_many_quick_clicks_lose_no_card():
    cards = infosoc.learn.flashcards("ungis")
    total = len(cards.deck)
    for turn in range(200):
        cards.turn() if turn % 3 == 0 else cards.judge(knew=turn % 2 == 0)
        assert len(cards.deck) + len(cards.known) == total


def test_an_unknown_topic_is_refused():
    with pytest.raises(UnknownNameError, match="Did you mean 'ungis'"):
        infosoc.learn.flashcards("ungi")
