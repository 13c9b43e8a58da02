"""The negotiation on the screen and on paper."""

import asyncio
import re

import pytest

import infosoc
from infosoc import negotiate
from infosoc.errors import DataFileError, UnknownNameError
from infosoc.learn.negotiation import table as negotiation_table
from infosoc.learn.plans import PlanError

CLAUSES = negotiate.game().clauses
DEAL = "ACBCBB"
HOSTILE = "</script><img src=x onerror=\"alert('x')\"><b>&"


class Clock:
    time = 0.0

    def __call__(self):
        return self.time


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def table(clock):
    return infosoc.learn.negotiation(seconds=60, now=clock)


def fill(table, package=DEAL):
    for clause, letter in zip(CLAUSES, package, strict=True):
        table._choices[clause].value = letter


def heat(table):
    return table.grid.data[0]


def test_an_open_text_shows_every_wording_in_brackets(table):
    options = infosoc.load("negotiation_options")
    for clause, text in table._texts.items():
        for row in options[options.clause_id == clause].itertuples():
            wording = row.text if isinstance(row.text, str) else "(paragraph deleted)"
            assert f"[<b>{row.letter}:</b> {wording}]" in text.value.replace("&#x27;", "'")


def test_a_choice_takes_the_brackets_away_unless_a_red_line_is_crossed(table):
    fill(table)
    assert not any("[" in text.value for text in table._texts.values())
    table._choices["rights"].value = "C"
    assert "[Rights" in table._texts["rights"].value
    assert "Red line of: Sovereignty Group." in table._texts["rights"].value
    assert "■" in "".join(heat(table)["text"][1])


def test_the_figures_say_what_the_model_says(table):
    fill(table)
    gains = negotiate.judge(DEAL).gains
    sums = [line[-1] for line in heat(table)["text"]]
    assert sums == [f"{gain:+d}".replace("-", "\N{MINUS SIGN}") for gain in gains.values()]
    assert table.bars.data[0]["x"] == list(gains.values())


def test_an_open_paragraph_has_no_number(table):
    table._choices["forum"].value = "A"
    assert [cell for cell in heat(table)["text"][0][:-1] if cell] == ["+1"]


def test_what_is_said_names_those_who_are_below_their_red_line(table):
    fill(table, "ACBCCC")
    assert "Below their red line: Sovereignty Group (red line in paragraph 6" in table.said.value
    assert 'role="status"' in table.said.value


def test_a_silence_passes_and_the_debrief_tells_where_the_deal_lies(table, clock):
    fill(table)
    table.start_silence()
    assert "Silence: 1:00 left" in table._clock.value
    table._choices["forum"].value = "A"
    assert table._choices["forum"].value == "C"
    assert "cannot change during the silence" in table.said.value
    clock.time = 61
    table.speak("business")
    assert table.talks.outcome == "agreed"
    assert "31 could pass: 0.76 per cent" in table._ending.value
    assert "number 1 of 31" in table._ending.value
    assert "Para. 72." in table._ending.value


def test_no_silence_while_a_paragraph_is_open(table):
    table.start_silence()
    assert "6 paragraphs are still in brackets" in table.said.value


def test_pause_and_go_on(table, clock):
    fill(table)
    table.pause()
    assert "No silence is running." in table.said.value
    table.start_silence()
    clock.time = 20
    table.pause()
    clock.time = 400
    table.resume()
    assert "goes on, 0:40 left" in table.said.value
    table.speak("agency")
    assert "UN agency breaks the silence" in table.said.value
    assert table.talks.can_change


def test_the_clock_is_watched_again_after_a_pause(table, clock, monkeypatch):
    monkeypatch.setattr(negotiation_table, "TICK", 0.001)

    async def class_in_session():
        table.start_silence()
        clock.time = 20
        table.pause()
        await table._ticking
        clock.time = 400
        table.resume()
        clock.time = 441
        await table._ticking

    fill(table)
    asyncio.run(class_in_session())
    assert table.talks.outcome == "agreed"
    assert "number 1 of 31" in table._ending.value


def test_alone_only_the_own_role_can_break_the_silence(clock):
    table = infosoc.learn.negotiation("business", now=clock)
    assert [role for role, b in table._breakers.items() if not b.disabled] == ["business"]
    table._who.value = ""
    assert not any(button.disabled for button in table._breakers.values())


def test_offers_lead_to_a_deal(clock):
    table = infosoc.learn.negotiation("technical", seed=3, now=clock)
    for _ in range(12):
        table.ask()
        if not table._offers:
            break
        assert "offers:" in table._offered.value or "builds a bridge" in table._offered.value
        table.accept(0)
    assert table.talks.verdict.passes
    table.accept(0)
    assert "There is no such offer" in table.said.value


def test_own_words_are_escaped_everywhere(table, tmp_path):
    fill(table)
    table._which.value = "meaning"
    table._own.value = HOSTILE
    table._worded()
    table.show_debrief()
    csv, page = table.save(tmp_path / "log")
    shown = table._texts["meaning"].value + table._log.value + table._ending.value
    for text in (shown, page.read_text("utf-8")):
        assert "<img" not in text
        assert "&lt;img" in text
    assert "default-src 'none'" in page.read_text("utf-8")
    assert csv.exists()


def test_own_words_need_a_wording(table):
    table._own.value = "Ours"
    table._worded()
    assert "Choose A, B or C" in table.said.value


def test_a_log_is_saved_and_read_again(table, tmp_path, clock):
    fill(table)
    table.break_off()
    table.save(tmp_path / "log")
    other = infosoc.learn.negotiation(now=clock)
    other.read(tmp_path / "log.csv")
    assert other.talks.package == DEAL
    assert [other._choices[clause].value for clause in CLAUSES] == list(DEAL)
    assert "broken off" in other._ending.value
    assert other.talks.moves == table.talks.moves
    with pytest.raises(DataFileError, match="Save the log first"):
        other.read(tmp_path / "other")


@pytest.mark.parametrize("name", ["../../outside", "/etc/outside", "..", "", "a\\b\\outside"])
def test_files_stay_in_the_folder_of_the_lesson(table, tmp_path, monkeypatch, name):
    folder = tmp_path / "lesson"
    folder.mkdir()
    monkeypatch.chdir(folder)
    table._name.value = name
    table._saved()
    assert {path.suffix for path in folder.iterdir()} == {".csv", ".html"}
    assert list(tmp_path.iterdir()) == [folder]
    table._read()
    assert "read again" in table._filed.value


def test_a_bad_log_is_named_on_the_screen(table, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "negotiation-log.csv").write_text("<script>,b\n", "utf-8")
    table._read()
    assert "The columns are not those of a log" in table._filed.value
    assert "<script>" not in table._filed.value


def test_begin_again_opens_everything(table):
    fill(table)
    table.break_off()
    table._choices["forum"].value = "A"
    assert "The talks are over" in table.said.value
    table.begin_again()
    assert table.talks.package == "------"
    assert table._ending.value == ""


def test_an_unknown_role_is_refused():
    with pytest.raises(UnknownNameError, match="Did you mean 'business'"):
        infosoc.learn.negotiation("busines")


def test_the_plain_form_has_the_text_in_brackets(table):
    assert table.plain.html.count("[<b>A:</b>") == 6
    assert "Run this cell" in str(table)


# On paper.


def test_the_kit_has_every_card_and_adds_up(tmp_path):
    kit = infosoc.learn.negotiation_kit("14:00")
    files = kit.save(tmp_path / "kit")
    assert [file.stem for file in files] == kit.names
    cards = kit.page("role-cards")
    for name in infosoc.load("negotiation_roles")["name"]:
        assert name in cards
    assert cards.count("■") == 8 + int(negotiate.game().barred.sum())
    assert "90 minutes, 14:00 to 15:30." in kit.page("clock-plan")
    for name in kit.names:
        assert "<script" not in kit.page(name)
        assert "://" not in re.sub(r'href="[^"]*"', "", kit.page(name))


def test_the_score_sheet_holds_the_points_of_the_model():
    sheet = infosoc.learn.negotiation_kit().page("score-sheet")
    numbers = re.findall(r'<td class="n">([+\N{MINUS SIGN}]?\d+)', sheet)
    values = [int(number.replace("\N{MINUS SIGN}", "-")) for number in numbers]
    rules = negotiate.game()
    lines = [[*row.ravel(), least] for row, least in zip(rules.worth, rules.least, strict=True)]
    assert values == [int(one) for line in lines for one in line]


def test_the_stages_fill_ninety_minutes():
    assert infosoc.load("negotiation_stages")["minutes"].sum() == 90


def test_a_kit_refuses_what_is_no_time_and_no_page():
    with pytest.raises(PlanError, match="time of day"):
        infosoc.learn.negotiation_kit("9 o'clock")
    with pytest.raises(UnknownNameError, match="Did you mean 'brief'"):
        infosoc.learn.negotiation_kit().page("briefs")
