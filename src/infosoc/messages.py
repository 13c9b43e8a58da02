"""What the package says, in one place, so that a translator finds all of it here.

A message is looked up by its key and may have fields in braces. Texts about facts are not here:
those stand in the tables, in the questions of a quiz, in the hints of an exercise and in the
lessons. The texts of errors stand where they are raised, as those of Python and pandas do.
"""

from __future__ import annotations

from string import Formatter

from infosoc.errors import UnknownNameError

MESSAGES = {
    # Flashcards.
    "cards.show": "Show the meaning",
    "cards.knew": "I knew it",
    "cards.not_yet": "Not yet",
    "cards.again": "Start again",
    "cards.count": "{known} of {count} words known.",
    "cards.done": "All words are known.",
    "cards.hint": "Say what it means, then show the meaning.",
    "cards.told": "{word}: {text} {count}",
    "cards.title.all": "Flashcards: all words",
    "cards.title": "Flashcards: {topic}",
    # The check of an exercise.
    "check.waiting": "Not answered yet: put your answer in the place of None.",
    "check.right": "✓ Right.",
    "check.wrong": "Not right yet: {fault}",
    "check.hint": "Hint {number}",
    # How an answer differs from the solution.
    "compare.asked": "{what} is asked for, this is a {given}.",
    "compare.kind.number": "a number",
    "compare.kind.truth": "True or False",
    "compare.kind.text": "a text",
    "compare.kind.date": "a date",
    "compare.kind.list": "a list",
    "compare.kind.series": "a pandas Series",
    "compare.kind.table": "a pandas DataFrame",
    "compare.year.late": "the year is one too late.",
    "compare.year.early": "the year is one too early.",
    "compare.number.high": "the number is too high.",
    "compare.number.low": "the number is too low.",
    "compare.truth.other": "it is the other way round.",
    "compare.text.other": "this is not the text that is looked for.",
    "compare.date.year": "day and month are right, the year is {years} off.",
    "compare.date.day": "year and month are right, the day is not.",
    "compare.date.late": "the date is too late.",
    "compare.date.early": "the date is too early.",
    "compare.items.found": "{found} of {count} are right.",
    "compare.items.twice": "an item stands in the list more than once.",
    "compare.items.there": "All items are there.",
    "compare.order": "they are not in the right order.",
    "compare.items": "items",
    "compare.names": "names",
    "compare.missing": "{missing} of {count} {what} are missing.",
    "compare.missing.and_more": (
        "{missing} of {count} {what} are missing, and {extra} do not belong there."
    ),
    "compare.extra": "{extra} {what} too many, for example {example!r}.",
    "compare.names.twice": "a name stands in the index more than once.",
    "compare.names.right": "The names are right.",
    "compare.values.right": "The values are right.",
    "compare.values": "{count} of {total} values differ, for example for {first!r}.",
    "compare.values.column": "in the column {name!r} {count} of {total} values differ.",
    "compare.column.missing": "the column {name!r} is missing.",
    "compare.columns.right": "The columns are right.",
    "compare.rows.missing": "{count} rows are missing.",
    "compare.rows.extra": "{count} rows are too many.",
    "compare.rows.order": "the rows are not in the right order.",
    "compare.rows.right": "The number of rows is right.",
    # Plans and handouts for a class.
    "plan.note": "Left out: {parts}.",
    "plan.note.part": "{part} ({minutes} min)",
    "plan.note.none": "Nothing is left out.",
    "plan.caption": "Plan for {minutes} minutes, {begin} to {end}.",
    "plan.pause": "Pause",
    "plan.pause.what": "pause",
    "plan.pause.how": "Needs no computer.",
    "plan.talk": "talk",
    "plan.spare": "Time for questions",
    "plan.spare.how": "Take it where the group has most to say.",
    "plan.opening": "Welcome: what do you know already?",
    "plan.opening.how": "Ask in pairs.",
    "plan.closing": "What do I take home?",
    "plan.closing.how": "One sentence from everybody.",
    "plan.mistakes": "What groups get wrong",
    # A guess before the figures.
    "predict.guess": "Your guess",
    "predict.real": "The figures",
    "predict.show": "Show the figures",
    "predict.again": "Guess again",
    "predict.begin": "Move the sliders to your guess. Then press Show the figures.",
    "predict.close": "For {year} you say {guess}, the figure is {real}: very close.",
    "predict.high": (
        "For {year} you say {guess}, the figure is {real}: your guess is {off} too high."
    ),
    "predict.low": "For {year} you say {guess}, the figure is {real}: your guess is {off} too low.",
    "predict.mean": "On average your guess is {off} off.",
    "predict.plain": "Guess first. Run this cell to guess with sliders.",
    # Progress and words.
    "progress.kept": (
        "Kept in {place}, only on this computer. Delete it with infosoc.learn.forget()."
    ),
    "progress.nothing": (
        "Nothing is finished yet. Quizzes and exercises that you answer are counted here."
    ),
    "progress.caption": "What you have finished so far.",
    "progress.deleted": "Your progress is deleted.",
    "progress.quiz": "{right} of {count} right ({day})",
    "progress.others": "{count} done",
    "words.some": "Words to know",
    "words.all": "Glossary",
    # The evidence below a picture or a table.
    "evidence.table": "The data as a table",
    "evidence.sources": "Sources ({count})",
    "evidence.count": "{count} sources",
    "evidence.all": "Add .table to the command to see all.",
    "evidence.none": "These rows name no source.",
    "evidence.more": "and {count} more: add .sources to the command to see all.",
    "evidence.more.list": "and {count} more: infosoc.sources(...) lists them.",
    "evidence.rows": "{publisher} ({rows:,} rows)",
    "evidence.shortened": "{caption} The first {shown} of {count} rows.",
    "evidence.plain.more": "... and {count:,} more rows",
    "evidence.own_file": "named in your own file",
    "evidence.source": "Source: {source}",
    # The pages about tables and how to cite them.
    "tables.all": (
        "The {count} tables of this course. Load one with {load}, read about it with {describe}."
    ),
    "tables.group": (
        "The {count} tables of the group {group}. Load one with {load}, read about it "
        "with {describe}."
    ),
    "tables.licence": "Licence",
    "tables.fact": "{label}: {value}",
    "tables.columns": "Columns of the table {name}.",
    "tables.first": "The first rows",
    "tables.first.caption": "First rows of the table {name}.",
    "tables.cite": "How to cite it",
    "tables.added": "{meaning} Added on loading.",
    "tables.start": "First day that the date covers.",
    "tables.end": "Last day that the date covers.",
    "tables.precision": "How precise the source is: year, month or day.",
    "tables.type.date": "date, as precise as its source",
    "tables.type.id": "id in {table}",
    "tables.type.ids": "{kind} of ids in {table}",
    "tables.type.truth": "yes or no",
    "tables.type.choice": "one of: {choices}",
    "tables.rows": "Rows",
    "tables.years": "Years covered",
    "tables.span": "{first} to {last}",
    "tables.countries": "Countries and territories",
    "tables.publisher": "Publisher",
    "tables.publisher.code": "{publisher}, {code}",
    "tables.vintage": "State of the publisher's data",
    "tables.gaps": "What is missing",
    "cite.how": "Cite the sources for the facts, and the table for the work of collecting them.",
    "cite.data": "Data: {publisher}.",
    "cite.state": "State of {vintage}.",
    "cite.table": "{title} (table {name}, {rows:,} rows).",
    "cite.place": "In: {title}, version {version}. Licence: {licence}.",
    # The timeline that can be filtered.
    "explore.timeline.title": "Choose topics and years",
    "explore.timeline.years": "Years",
    "explore.timeline.search": "Search",
    "explore.timeline.search.example": "a word in title or place",
    "explore.timeline.reset": "Reset",
    "explore.timeline.reset.what": "Show all events again",
    "explore.timeline.count": "{shown} of {count} events are shown.",
    "explore.timeline.none": (
        "{count} Choose another topic, more years or another word, or press Reset."
    ),
    "explore.timeline.list": "The first {shown} of {count} events that are shown.",
    "explore.timeline.table": "The events as a table",
    "explore.timeline.plain": (
        "{title}: an explorer with {count} events. Run this cell to get the controls: "
        "topics, years and a search."
    ),
    # The countries that can be compared.
    "explore.countries.title": "Your country",
    "explore.countries.country": "Country",
    "explore.countries.other": "Beside it",
    "explore.countries.nobody": "nobody",
    "explore.countries.type": "Type a country and choose a name of the list.",
    "explore.countries.picture": "{title}: {table}",
    "explore.countries.region": "Median, {region}",
    "explore.countries.all": "Median, all countries",
    "explore.countries.latest": "{table}, latest figure, {unit}.",
    "explore.countries.value": "{name}: {value} in {year}.",
    "explore.countries.unknown": "{name}: not known.",
    "explore.countries.source": "Source:",
    "explore.countries.plain": (
        "{title}: an explorer for every country. Run this cell to choose a country and "
        "another one beside it. Indicators: {names}."
    ),
    # A country on two maps.
    "finder.find": "Find",
    "finder.placeholder": "the name of a country",
    "finder.type": "Type the name of a country and choose it from the list.",
    "finder.unknown": "{name!r} is not in the list. Type the name and choose it from the list.",
    "finder.found": "{name}, {what}: {value}. A ring shows it on both maps.",
    "finder.table": "All States as a table",
    "finder.plain": (
        "{title}: run this cell to find each of {count} States on a world map and on a tile map."
    ),
    # A file of the reader's own, chosen in a folder.
    "files.choose": "Your file",
    "files.again": "Look again",
    "files.found": "{count} files in the folder {folder}. Understood: {kinds}.",
    "files.none": (
        "There is no file in the folder {folder}. Put one there ({kinds}), then press Look again."
    ),
    # Words of a text.
    "words.title": "Words in A/RES/70/125",
    "words.field": "Words",
    "words.field.example": "rights, secur*, gender",
    "words.forms": "Show each form of a word",
    "words.type": "Type a word, or several with commas. secur* takes all words that begin so.",
    "words.unknown": "{word!r} does not stand in the text.",
    "words.near": "These do: {words}.",
    "words.alone": "No word shares three paragraphs with {word!r}.",
    "words.beside": "Words beside {word}",
    "words.beside.how": (
        "Words that share most paragraphs with {word}: both, at least one, and the first "
        "divided by the second."
    ),
    "words.passages": "Passages ({count})",
    "words.passages.caption": "Where the words stand.",
    "words.plain": (
        "{title}: run this cell to type words and see in which paragraphs they stand. It begins "
        "with: {words}."
    ),
    "documents.plain": (
        "Run this cell to choose a document in the folder {folder}, see how its paragraphs are "
        "numbered, and explore its words."
    ),
    # A timeline of the reader's own.
    "own.title": "My timeline",
    "own.title.field": "Title",
    "own.beside": "Beside events of the course on:",
    "own.begin": "Begin with a template",
    "own.begun": (
        "Written: {file} in the folder {folder}. Open it, put your events in the place of the two "
        "examples, save it, and press Look again."
    ),
    "own.page": "Save as a page (HTML)",
    "own.table": "Save as a table (CSV)",
    "own.saved.page": (
        "Saved: {file} in the folder {folder}. Download it from the list of files and open it in "
        "any browser, also without the Internet. It has a button that saves a picture (PNG)."
    ),
    "own.saved.table": (
        "Saved: {file} in the folder {folder}, with the sources. Cells that begin like a formula "
        "have an apostrophe in front, so that no spreadsheet computes them."
    ),
    "own.not_saved": "Not saved ({reason}). Choose a folder in which you may write.",
    "own.plain": (
        "Run this cell to choose a file with events in the folder {folder}, check it, draw it, "
        "put it beside events of the course and save it."
    ),
    # What pictures say: timelines.
    "timeline.legend": (
        "Filled mark: the day is known; a thick line shows that it lasts. Open mark: only"
        " the month or the year is known."
    ),
    "timeline.one": "Timeline of 1 event from {first} to {last}, in 1 lane: {parts}.",
    "timeline.many": (
        "Timeline of {count} events from {first} to {last}, in {lanes} lanes: {parts}."
    ),
    "timeline.lane": "Timeline of {count} events from {first} to {last}, in 1 lane: {parts}.",
    "timeline.part": "{lane} ({count})",
    "timeline.most": "Most begin in {year} ({count} events).",
    "timeline.loose": "For {count} of them only the month or the year is known.",
    "timeline.own": "{count} of them are your own.",
    "timeline.ring": "Dark ring and title: an event of your own.",
    "timeline.exact": "known days",
    "timeline.inexact": "days not known",
    # What pictures say: bars.
    "bars.unknown": "not known",
    "bars.head": "Bar chart of {value} for {count} {label}.",
    "bars.head.split": "Bar chart of {value} for {count} {label}, split by {group}.",
    "bars.values": "values of {label}",
    "bars.value": "value of {label}",
    "bars.top": "The largest is {name} with {value}.",
    "bars.top.group": "{label}, {group},",
    "bars.missing": "For {count} the value is not known.",
    "bars.fewer": "{count} more have fewer.",
    "bars.without": "{count} {unit} have no value and are not counted.",
    # What pictures say: maps.
    "map.disclaimer": "No border here is a statement on the status of any territory.",
    "map.unknown": "no figure",
    "map.world": "World map",
    "map.tiles": "Tile map",
    "map.under": "under {high}",
    "map.with": "with a figure",
    "map.from": "{low} and more",
    "map.between": "{low} to under {high}",
    "map.class": "{words}: {count}",
    "map.head": "{kind} with figures for {count} countries and territories. By class: {classes}.",
    "map.ends": "The lowest is {low} with {least}, the highest {high} with {most}.",
    # What pictures say: matrices.
    "matrix.head": (
        "Matrix of {rows} rows ({row}) and {columns} columns ({column}): {filled} of "
        "{count} pairs are filled."
    ),
    "matrix.ticks": "{most} has the most ({high}), {fewest} the fewest ({low}).",
    "matrix.equal": "Each row has the same number of ticks: {count}.",
    "matrix.greatest": "The greatest is {row}, {column}, with {value}.",
    "matrix.yes": "yes",
    # What pictures say: where words stand.
    "dispersion.one": "Chart of where one word stands along {count} {place}: {parts}.",
    "dispersion.many": "Chart of where {words} words stand along {count} {place}: {parts}.",
    "dispersion.part": "{name} in {places} ({times} times)",
    # What pictures say: periods.
    "periods.unknown": "not known",
    "periods.one": "Bar chart of 1 period on a time axis, from {span}.",
    "periods.many": "Bar chart of {count} periods on a time axis, from {span}.",
    "periods.span": "{first} to {last}",
    "periods.longest": "The longest is {name} ({days:,} days).",
    "periods.open": "For {count} of them the end is not known.",
    "periods.open.label": "{name}, end not known",
    # What pictures say: layers and trees.
    "layers.title": "Layers",
    "layers.summary": "Chart of {count} layers, from top to bottom: {parts}.",
    "layers.part": "{layer} ({count})",
    "tree.title": "Tree",
    "tree.one": "Tree of 1 field below {root}: {names}.",
    "tree.many": "Tree of {count} fields below {root}. The first below it are: {names}.",
    "tree.known": "For {known} of {count} fields the number of {unit} is known.",
    "tree.unknown": "not found",
    # What pictures say: lines.
    "trend.one": "Line chart with one line from {first} to {last}, {unit}. {parts}.",
    "trend.many": "Line chart with {count} lines from {first} to {last}, {unit}. {parts}.",
    "trend.plain": "in plain numbers",
    "trend.at": "{value} in {year}",
    "trend.part": "{name}: {told}",
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
    "claims.reason": "Write your reason first, in one sentence: what in the evidence decides?",
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
    # Events of the reader's own.
    "events.good.one": "✓ {file}: 1 event can be used.",
    "events.good": "✓ {file}: {count:,} events can be used.",
    "events.bad.one": "✗ {file}: 1 problem. Mend it, save the file, and check it again.",
    "events.bad": "✗ {file}: {count:,} problems. Mend them, save the file, and check it again.",
    "events.bad.caption": "What to mend in {file}.",
    "events.good.caption": "Events of {file}.",
    "events.whole": "whole file",
    # A document of the reader's own.
    "document.title": "{name}: {count} paragraphs, {words:,} words.",
    "document.paragraphs": "Paragraphs of {name}.",
    "document.preamble": "Preamble",
    "document.all": "Add .paragraphs to the command to have all.",
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
