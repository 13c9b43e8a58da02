"""The reading list: three depths, a question for each text, filters that fit together."""

import pytest

import infosoc

TEXTS = infosoc.load("reading_list")


@pytest.fixture
def texts():
    return infosoc.explore.reading_list()


def test_each_depth_has_texts_that_fit_the_time():
    longest = {"5-minutes": 5, "30-minutes": 30, "3-hours": 180}
    for depth, minutes in longest.items():
        chosen = TEXTS[TEXTS["depth"] == depth]
        assert len(chosen) >= 5
        assert chosen["minutes"].max() <= minutes


def test_each_text_has_a_question():
    assert TEXTS["question"].str.endswith("?").all()
    assert TEXTS["question"].is_unique


def test_filters_are_joined(texts):
    assert len(texts.chosen()) == len(TEXTS)
    texts.depth.value = "30-minutes"
    texts.language.value = "Spanish"
    assert set(texts.chosen()["language"]) == {"Spanish"}
    assert f"2 of {len(TEXTS)} texts." in texts.said.value
    texts.lesson.value = "07-igf"
    assert "No text fits" in texts.said.value
    assert texts._list.value == ""


def test_only_what_is_free_is_shown_on_request(texts, monkeypatch):
    texts._texts = texts._texts.astype({"cost": "str"})
    texts._texts.loc[0, "cost"] = "paid"
    texts.free.value = True
    assert len(texts.chosen()) == len(TEXTS) - 1


def test_a_title_links_to_its_source(texts):
    address = infosoc.sources(TEXTS.iloc[[0]])["address"].iloc[0]
    assert f'href="{address}"' in texts._list.value
    assert 'scope="col"' in texts._list.value
