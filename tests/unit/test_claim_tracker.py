"""The claim tracker asks for evidence first and keeps what the reader decides."""

import pandas as pd
import pytest

import infosoc
from infosoc.errors import UnknownNameError
from infosoc.learn import progress_file
from infosoc.learn.claim_tracker import DONE


@pytest.fixture
def tracker():
    return infosoc.learn.claim_tracker("ungis")


@pytest.fixture
def said(tracker):
    return lambda: tracker._said.value


def test_a_verdict_without_evidence_is_not_kept(tracker, said):
    tracker.decide("confirmed")
    assert "evidence first" in said()
    assert set(tracker.table["your_verdict"]) == {""}


def test_the_same_verdict_and_another_one_are_told_apart(tracker, said):
    claims = infosoc.load("founding_claims").query("topic == 'ungis'")
    ours = claims["status"].iloc[0]
    other = next(status for status in tracker.statuses if status != ours)
    tracker.show_evidence()
    tracker.decide(other)
    assert "We say: " + ours in said()
    tracker.decide(ours, "My reason.")
    assert "✓ We say the same" in said()
    row = tracker.table.iloc[0]
    assert (row["your_verdict"], row["our_verdict"], row["your_note"]) == (ours, ours, "My reason.")


def test_a_pressed_verdict_needs_its_evidence_and_a_reason(tracker, said):
    tracker._pressed()
    assert "Choose a verdict first" in said()
    tracker._choice.value = "partly"
    tracker._pressed()
    assert "evidence first" in said()
    tracker.show_evidence()
    tracker._pressed()
    assert "Write your reason first" in said()
    assert set(tracker.table["your_verdict"]) == {""}
    tracker._note.value = "Only a blog says so."
    tracker._pressed()
    assert tracker.table["your_verdict"][0] == "partly"


def test_our_verdict_shows_only_after_the_reader_has_decided(tracker):
    assert set(tracker.table["our_verdict"]) == {""}
    assert "We say" not in tracker._said.value


def test_the_evidence_names_its_sources(tracker):
    tracker.show_evidence()
    claim = infosoc.load("founding_claims").query("topic == 'ungis'").iloc[[0]]
    for address in infosoc.sources(claim)["address"]:
        assert f'href="{address}"' in tracker._evidence.value


def test_turning_back_brings_the_verdict_and_the_reason_back(tracker):
    tracker.show_evidence()
    tracker.decide("partly", "Because.")
    tracker.go(1)
    assert tracker._choice.value is None
    assert tracker._note.value == ""
    tracker.go(-1)
    assert tracker._choice.value == "partly"
    assert tracker._note.value == "Because."
    assert tracker._evidence.value


def test_before_the_first_claim_comes_the_last(tracker):
    tracker.go(-1)
    assert tracker.place == len(tracker.table) - 1


def test_a_claim_of_ones_own_is_added_and_escaped(tracker, said):
    before = len(tracker.table)
    tracker.add("<script>alert(1)</script> UNGIS has 50 members.")
    assert len(tracker.table) == before + 1
    assert "<script>" not in tracker._front.value
    tracker.show_evidence()
    tracker.decide("only-here")
    assert "Kept" in said()
    assert tracker.table["our_verdict"].iloc[-1] == ""


def test_an_empty_claim_is_not_added(tracker, said):
    before = len(tracker.table)
    tracker.add("  ")
    assert len(tracker.table) == before
    assert "Write the claim" in said()


def test_an_unknown_verdict_is_refused(tracker):
    with pytest.raises(UnknownNameError, match="confirmed"):
        tracker.decide("confirm")


def test_an_unknown_topic_is_refused():
    with pytest.raises(UnknownNameError, match="ungis"):
        infosoc.learn.claim_tracker("ungi")


def test_the_buttons_do_what_they_say(tracker, said):
    tracker._pressed()
    assert "Choose a verdict" in said()
    tracker.show_evidence()
    tracker._choice.value = "partly"
    tracker._note.value = "The sources differ."
    tracker._pressed()
    assert tracker.table["your_verdict"].iloc[0] == "partly"
    tracker._new.value = "My own claim."
    tracker._added()
    assert tracker.table["claim"].iloc[-1] == "My own claim."
    assert tracker._new.value == ""


def test_deciding_all_claims_counts_as_finished(tracker):
    for _ in range(len(tracker.table)):
        assert f"exercise:{DONE}" not in progress_file._read().done
        tracker.show_evidence()
        tracker.decide("partly")
        tracker.go(1)
    assert f"exercise:{DONE}" in progress_file._read().done


def test_the_table_can_be_saved_and_read_again(tracker, tmp_path):
    tracker.show_evidence()
    tracker.decide("partly", "Semicolons; commas, “quotes”.")
    file = tracker.save(tmp_path / "claims.csv")
    again = pd.read_csv(file, keep_default_na=False, encoding="utf-8-sig")
    pd.testing.assert_frame_equal(again, tracker.table, check_dtype=False)


def test_the_plain_form_lists_every_claim():
    page = infosoc.learn.claim_tracker().plain
    assert page.html.count("<li>") == len(infosoc.load("founding_claims"))
