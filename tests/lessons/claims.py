"""Find what a text claims in dates and numbers, and whether something printed says it too.

A year that stands somewhere in some table proves nothing. So a claim has to be printed by the
lesson itself: in a picture, a table or a sentence of its outputs, or, for counts such as "twenty
meetings", in a table that the lesson loads, beside the same noun.
"""

from __future__ import annotations

import calendar
import html
import json
import re
from dataclasses import dataclass
from functools import cache

import infosoc
from infosoc.data.registry import registry

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
MONTH = "|".join(MONTHS)
NUMBERS = {
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
}
#: What is counted in this field. Years, months and days are left out: how long something lasts is
#: worked out from two dates, and those are claims themselves. So is what belongs to the lesson,
#: such as cards, rows, cells, bars and pictures.
UNIT = (
    "people|participants|delegates|visitors|countries|states|governments|organizations|agencies|"
    "bodies|members|observers|meetings|committees|documents|chapters|principles|targets|goals|"
    "lines|categories|projects|entries|prizes|sessions|languages|drafts|reviews|phases|claims|"
    "indicators|treaties|covenants|layers|mandates|tasks|periods|forums|themes|initiatives"
)
PATTERNS = {
    "day": rf"\b(\d{{1,2}}) ({MONTH})\b(?: (\d{{4}}))?",
    "month": rf"\b({MONTH}) (\d{{4}})\b",
    "year": r"\b(?:1[5-9]|20)\d{2}\b",
    "share": r"\b(\d+(?:\.\d+)?) (?:per cent|percent|of every \d+)|\b(\d+(?:\.\d+)?)%",
    "large": r"\b\d{1,3}(?:,\d{3})+\b",
    "count": rf"\b(\d{{1,4}}|{'|'.join(NUMBERS)})((?: [\w-]+){{0,2}}?) ({UNIT})\b",
}
#: How far from a number its noun may stand in a table.
NEAR = 2


@dataclass(frozen=True)
class Claim:
    """A date or a number in the narrative, as it is written."""

    kind: str
    text: str
    parts: tuple[str, ...]


def find(paragraph: str) -> list[Claim]:
    """Return the claims of a paragraph; a longer one swallows those within it."""
    left = paragraph
    found = []
    for kind, pattern in PATTERNS.items():
        for match in re.finditer(pattern, left, re.IGNORECASE if kind == "count" else 0):
            found.append(Claim(kind, match[0], tuple(part or "" for part in match.groups())))
        if kind != "count":
            left = re.sub(pattern, " ", left)
    return found


def is_printed(claim: Claim, printed: str, tables: str) -> bool:
    """Say whether the outputs of the lesson print the claim, or a table of it counts the same."""
    match claim.kind:
        case "day":
            day, month, year = claim.parts
            written = rf"\b{int(day)}(?:-\d+)? {month}" + (rf" {year}" if year else "")
            iso = f"{year or '[0-9]{4}'}-{MONTHS[month]:02}-{int(day):02}"
            # The last day of a span is printed as 10-12 December.
            within = rf"\b\d+-{int(day)} {month}"
            return _has(rf"{written}|{iso}|{within}", printed)
        case "month":
            month, year = claim.parts
            return _has(rf"{month} {year}|{year}-{MONTHS[month]:02}\b", printed)
        case "count":
            return _counted(claim, f"{printed}\n{tables}")
        case "share":
            number = re.escape(claim.parts[0] or claim.parts[1])
            unit = r"(?: per ?cent\b|%| of every| [\w ]{0,20}per ?cent)"
            return _has(rf"\b{number}{unit}", printed)
        case "large":
            plain = claim.text.replace(",", "")
            return _has(rf"\b(?:{re.escape(claim.text)}|{plain})\b", printed)
        case _:
            return _has(rf"\b{claim.text}\b", printed)


def _has(pattern: str, text: str) -> bool:
    return re.search(pattern, text) is not None


def _counted(claim: Claim, text: str) -> bool:
    number, _, unit = claim.parts
    value = NUMBERS.get(number.lower()) or int(number)
    names = [str(value), *(word for word, one in NUMBERS.items() if one == value)]
    stem = unit.lower().removesuffix("ies").removesuffix("s")
    # Not the day in a date, and not a part of a longer number.
    figure = rf"(?<![-,.\d])\b(?:{'|'.join(names)})\b(?![-,.]?\d|\W+(?:{MONTH}))"
    return _has(rf"(?i){figure}\W+(?:\w+\W+){{0,{NEAR}}}?{stem}", text)


def paragraphs(notebook: dict) -> list[str]:
    """Return the paragraphs of the narrative, without code, headings and the lesson's own frame."""
    found = []
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            text = re.sub(r"```.*?```", "", "".join(cell["source"]), flags=re.S)
            found += [part for part in re.split(r"\n\s*\n", text) if not part.startswith("#")]
    return found


def printed(notebook: dict) -> str:
    """Return all that the outputs of a lesson show a reader, without the lists of sources."""
    texts = []
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            for kind, content in output.get("data", {}).items():
                if kind == "text/html":
                    texts.append(_shown("".join(content)))
                elif kind == "text/plain":
                    texts.append("".join(content))
                elif "plotly" in kind:
                    texts.append(_shown(json.dumps(content, ensure_ascii=False)))
    return "\n".join(texts)


def _shown(page: str) -> str:
    # A title in a list of sources is not what the lesson says, nor is the line below a mark.
    page = re.sub(
        r"<details><summary>Sources \(\d+\)</summary>.*?</details>", " ", page, flags=re.S
    )
    page = re.sub(r"<br>Source: [^\"]*", " ", page)
    return html.unescape(re.sub(r"<[^>]*>", " ", page))


def loaded(notebook: dict) -> str:
    """Return the rows of the tables with sources that a lesson loads, as text."""
    code = "\n".join("".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code")
    names = set(re.findall(r'infosoc\.load\("(\w+)"\)', code))
    return "\n".join(_rows(name) for name in sorted(names & set(registry())))


@cache
def _rows(name: str) -> str:
    if registry()[name].group in {"course", "figures"}:
        return ""
    rows = infosoc.load(name).drop(columns="source_ids", errors="ignore")
    return rows.astype(str).to_csv(sep=" ", index=False)
