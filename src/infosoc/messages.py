"""What the package says, in one place, so that a translator finds all of it here.

A message is looked up by its key and may have fields in braces. Texts about facts are not here:
those stand in the tables, in the questions of a quiz and in the lessons.
"""

from __future__ import annotations

from string import Formatter

from infosoc.errors import UnknownNameError

MESSAGES = {
    # The topic navigator.
    "navigator.group.wsis": "World Summit on the Information Society (WSIS)",
    "navigator.group.internet_governance": "Internet governance",
    "navigator.group.measure": "Measure it and judge it",
    "navigator.events": "{count} events, {years}",
    "navigator.years": "{first} to {last}",
    "navigator.in_preparation": "The lesson is in preparation.",
    "navigator.open": "Open the lesson {title} ({minutes} minutes)",
    # The claim tracker.
    "claims.title": "Claims of the founding page",
    "claims.title.topic": "Claims of the founding page: {topic}",
    "claims.count": "Claim {number} of {count}:",
    "claims.done": "{done} of {count} claims decided.",
    "claims.begin": "Read the claim, then show the evidence.",
    "claims.show": "Show the evidence",
    "claims.before": "Claim before",
    "claims.next": "Next claim",
    "claims.verdict": "Your verdict",
    "claims.note": "Your reason, in one sentence",
    "claims.compare": "Keep and compare",
    "claims.own": "A claim of your own",
    "claims.add": "Add the claim",
    "claims.decide": "Read the evidence. Choose a verdict, write your reason, then compare.",
    "claims.evidence_first": "Show the evidence first: nobody can judge a claim by its sound.",
    "claims.choose": "Choose a verdict first.",
    "claims.empty": "Write the claim first, in one sentence.",
    "claims.same": "✓ We say the same: {ours}.",
    "claims.other": "We say: {ours}. Compare the reasons; you may keep yours.",
    "claims.kept": "Kept. Nobody has checked this claim before you.",
    "claims.own_evidence": (
        "This is your own claim. Look for two sources that do not copy from one another."
    ),
    "claims.plain": "Run this cell to check these claims one by one:",
    "claims.plain.verdicts": "Our verdicts",
    "claims.plain.text": "{title}: {count} claims. Run this cell to check them.",
    # A picture as a page of its own.
    "page.picture": "Save the picture (PNG)",
    "page.table": "The data as a table",
    "page.sources": "Sources",
    "page.made": "Made with the open course on the information society.",
    # A timeline of very many events.
    "timeline.dense.count": "{count} events begin here",
    "timeline.dense.quarter": "Quarter {number} of {year}",
    "timeline.dense.rest": "{count} smaller lanes together",
    "timeline.dense.legend": (
        "Each bar counts the events that begin in one {step}; the highest stands for {most}."
    ),
    "timeline.dense.said": "There are too many for a mark each: bars count them by {step}.",
    # A quiz: the frame.
    "quiz.name": "Quiz, {count} questions",
    "quiz.legend": "Question {number} of {count}: {ask}",
    "quiz.check": "Check my answer",
    "quiz.again": "Start again",
    "quiz.waiting": (
        "No reply from Python yet. If a cell is still running, wait until it is done; "
        "otherwise run this cell again."
    ),
    "quiz.score": "{done} of {count} questions answered, {right} right at the first try.",
    "quiz.well_done": "Well done.",
    "quiz.read_again": "Read again:",
    "quiz.sources": "Sources:",
    # A quiz: the hints.
    "quiz.hint": "Show a hint",
    "quiz.hint.step": "Hint {number}: {text}",
    "quiz.hint.section": "Hint {number}: read this section again:",
    # A quiz: the verdict. The sign and the words say the same; neither stands alone.
    "quiz.right": "✓ Right.",
    "quiz.right.later": "✓ Right (try {number}).",
    "quiz.wrong": "✗ Not right. Try again.",
    "quiz.wrong.later": "✗ Not right (try {number}). Try again.",
    "quiz.mark.right": "✓ Right:",
    "quiz.mark.wrong": "✗ Not right:",
    "quiz.part.right": "✓ Right: {text}. {feedback}",
    "quiz.part.wrong": "✗ Not right: {text}. {feedback}",
    "quiz.no_answer": "{answer} is not an answer to the question {question!r}. {valid}",
    # A quiz: one answer to choose.
    "quiz.single.how": "Choose one answer.",
    "quiz.single.valid": "Give the place of an option, from 0 to {last}.",
    # A quiz: true or false.
    "quiz.true_false.how": "Is this true or false?",
    "quiz.true_false.true": "True",
    "quiz.true_false.false": "False",
    "quiz.true_false.valid": "Give True or False.",
    # A quiz: several answers to choose.
    "quiz.several.how": "Choose all answers that are right. Then check.",
    "quiz.several.none": "Choose at least one answer, then check.",
    "quiz.several.one_missing": "One right answer is still missing.",
    "quiz.several.more_missing": "{count} right answers are still missing.",
    "quiz.several.valid": "Give a list of places of options, from 0 to {last}.",
    # A quiz: events to put in order.
    "quiz.order.how": "Put the events in order, the earliest first. Then check.",
    "quiz.order.earlier": "Earlier",
    "quiz.order.later": "Later",
    "quiz.order.move_earlier": "Earlier: {text}",
    "quiz.order.move_later": "Later: {text}",
    "quiz.order.place": "{text}: now number {place} of {count}.",
    "quiz.order.first": "{text}: is the first already.",
    "quiz.order.last": "{text}: is the last already.",
    "quiz.order.one_in_place": "One of {count} events stands at its place.",
    "quiz.order.in_place": "{right} of {count} events stand at their places.",
    "quiz.order.dated": "{date}: {text}",
    "quiz.order.valid": "Give the places of all items, from 0 to {last}, each once.",
    # A quiz: a number to write.
    "quiz.number.how": "Write a number from {lowest} to {highest}. Then check.",
    "quiz.number.label": "Your number ({unit})",
    "quiz.number.too_high": "{given} is too high.",
    "quiz.number.too_low": "{given} is too low.",
    "quiz.number.is": "The source says: {value} {unit}.",
    "quiz.number.words": "Write a number in digits, for example 15.6. {given!r} is not a number.",
    "quiz.number.empty": "Write a number first.",
    "quiz.number.outside": "{given} is not from {lowest} to {highest}. Write a number in between.",
    "quiz.number.valid": "Give a number or a text.",
    # A quiz: the plain form.
    "quiz.plain": "Quiz with {count} questions. Run this cell to answer them.",
    "quiz.plain.text": "Quiz {name}: {count} questions. Run this cell to answer them.",
    "quiz.plain.ask": "{number}. {ask}",
    "quiz.plain.hints": "Hint",
    "quiz.plain.answer": "Answer",
    # The file of a quiz: what is wrong, and what to do about it.
    "quiz_file.place.field": "{file}, question {name!r}, field {field}",
    "quiz_file.nameless": "number {number}",
    "quiz_file.toml": "Not valid TOML: {error}.",
    "quiz_file.empty": "There is no question.",
    "quiz_file.empty.mend": "Add one under [[question]].",
    "quiz_file.top": "{name!r} stands outside the questions.",
    "quiz_file.top.mend": "Put everything under [[question]].",
    "quiz_file.kind": "{given!r} is not a kind.",
    "quiz_file.kind.mend": "Use one of {valid}.",
    "quiz_file.missing": "The field is missing.",
    "quiz_file.missing.mend": "Write it.",
    "quiz_file.no_text": "The text is missing.",
    "quiz_file.type": "{given!r} is {found}, not {wanted}.",
    "quiz_file.type.mend": "Write {wanted}.",
    "quiz_file.type.text": "a text in quotation marks",
    "quiz_file.type.flag": "true or false",
    "quiz_file.type.number": "a number",
    "quiz_file.type.texts": "a list of texts",
    "quiz_file.type.hints": "a text or a list of texts",
    "quiz_file.type.parts": "a list of parts under [[question.{field}]]",
    "quiz_file.type.other": "of another type ({name})",
    "quiz_file.unknown": "There is no such field in a question of the kind {kind!r}.",
    "quiz_file.unknown.nearest": "Did you mean {nearest!r}?",
    "quiz_file.unknown.mend": "Use one of {valid}.",
    "quiz_file.html": "{given!r} holds HTML.",
    "quiz_file.html.mend": "Write plain text.",
    "quiz_file.twice": "The question id {name!r} stands twice.",
    "quiz_file.twice.mend": "Change one.",
    "quiz_file.section": "The lesson has no section {given!r}.",
    "quiz_file.section.mend": "Use one of its headings.",
    "quiz_file.no_source": "No source is named.",
    "quiz_file.no_source.mend": "Name the sources of the right answer.",
    "quiz_file.source": "{given!r} is not in the table sources.",
    "quiz_file.source.mend": "Correct the id.",
    "quiz_file.few": "There are fewer than {least}.",
    "quiz_file.few.mend": "Add more.",
    "quiz_file.same": "Two are the same: {given!r}.",
    "quiz_file.same.mend": "Change one.",
    "quiz_file.one_right": "There is not exactly one right option.",
    "quiz_file.one_right.mend": "Mark one with right = true.",
    "quiz_file.no_right": "No option is right.",
    "quiz_file.no_right.mend": "Mark those that are right with right = true.",
    "quiz_file.all_right": "All options are right, so there is nothing to choose.",
    "quiz_file.all_right.mend": "Add one that is not.",
    "quiz_file.date": "It is not a date: {error}",
    "quiz_file.date.mend": "Write YYYY, YYYY-MM or YYYY-MM-DD in quotation marks.",
    "quiz_file.order": "{given!r} is not surely later than {before!r} before it.",
    "quiz_file.order.mend": "Put the items in order; write dates precisely enough to tell.",
    "quiz_file.negative": "{given} is below 0.",
    "quiz_file.negative.mend": "Write 0 or more.",
    "quiz_file.not_finite": "{given} is not a number to count with.",
    "quiz_file.bounds": "{right} is not from {lowest} to {highest}.",
    "quiz_file.bounds.mend": "Correct right, lowest or highest.",
}


def say(key: str, /, **fields: object) -> str:
    """Return a message with its fields filled in.

    Parameters
    ----------
    key
        Key of the message.
    **fields
        A value for each field of the message, no more and no fewer.

    Raises
    ------
    UnknownNameError
        If there is no such message or no such field, or a field is not given.

    Examples
    --------
    >>> say("quiz.legend", number=1, count=8, ask="Who may vote?")
    'Question 1 of 8: Who may vote?'
    """
    if key not in MESSAGES:
        raise UnknownNameError("message", key, MESSAGES)
    wanted = fields_of(MESSAGES[key])
    for name in sorted(wanted ^ set(fields)):
        raise UnknownNameError(f"value for the field {name!r} of the message", key, wanted)
    return MESSAGES[key].format(**fields)


def fields_of(text: str) -> set[str]:
    """Return the names of the fields in a message.

    Examples
    --------
    >>> sorted(fields_of("{right} of {count} events"))
    ['count', 'right']
    """
    return {name for _, name, _, _ in Formatter().parse(text) if name}
