"""Plain English: a lesson can be read by someone of sixteen, also in a second language.

The measure is the Flesch-Kincaid grade, the school year in the United States in which a text can
be read. It counts the words of a sentence and the syllables of a word, the two things that a
writer can change; measures with lists of easy words (Dale-Chall) punish the names of this field,
and those that count letters (Coleman-Liau) punish names such as Switzerland. It is taken paragraph
by paragraph, and the median decides: one quotation or one list of names should not count for a
whole lesson.

The course aims at grades 9 to 11. Short sentences in plain words come out lower, at 4 to 8, and
that is welcome: so there is a bar above and none below. A single hard paragraph has its own bar.
"""

import json
import re
import statistics
from pathlib import Path

import pytest
from textstat import textstat

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
HARDEST_MEDIAN = 11
HARDEST_PARAGRAPH = 16
#: Shorter pieces of text give no stable grade.
LEAST_WORDS = 20


def narrative(path):
    """Return the paragraphs of a lesson without code, links, lists and signs."""
    found = []
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            text = re.sub(r"```.*?```", "", "".join(cell["source"]), flags=re.S)
            text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", re.sub(r"<[^>]+>", " ", text))
            for part in re.split(r"\n\s*\n", re.sub(r"[*_`]", "", text)):
                lines = [line for line in part.splitlines() if not re.match(r"(#|- |\d+\. )", line)]
                found.append(" ".join(lines).strip())
    return [part for part in found if len(part.split()) >= LEAST_WORDS]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_can_be_read_by_many(path):
    grades = {part: textstat.flesch_kincaid_grade(part) for part in narrative(path)}
    assert statistics.median(grades.values()) <= HARDEST_MEDIAN
    hard = {part[:80]: grade for part, grade in grades.items() if grade > HARDEST_PARAGRAPH}
    assert not hard


def test_the_measure_tells_plain_from_hard():
    plain = "The cat sat on the mat. It looked at the dog. The dog did not look at the cat at all."
    hard = (
        "Notwithstanding the aforementioned considerations, the intergovernmental organization's "
        "constitutionally established institutional prerogatives necessitate multistakeholder "
        "harmonization of implementation methodologies."
    )
    assert textstat.flesch_kincaid_grade(plain) < 5
    assert textstat.flesch_kincaid_grade(hard) > HARDEST_PARAGRAPH
