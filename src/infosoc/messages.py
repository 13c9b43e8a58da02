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
    "cards.boxes": (
        "Boxes: {first} not known yet, {middle} known once, {last} known twice or more. "
        "Words of the first box come first."
    ),
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
    "compare.kind.figure": "a picture",
    "compare.part.right": "This is right: {part}.",
    "compare.part.wrong": "{part}: {fault}",
    "compare.part.kind": "kind of picture",
    "compare.part.kind.wrong": "another kind is asked for.",
    "compare.part.title": "title",
    "compare.part.names": "names in the picture",
    "compare.part.x": "values along the horizontal axis",
    "compare.part.y": "values along the vertical axis",
    "compare.part.x_title": "text at the horizontal axis",
    "compare.part.y_title": "text at the vertical axis",
    "compare.part.x_from": "beginning of the horizontal axis",
    "compare.part.x_to": "end of the horizontal axis",
    "compare.part.y_from": "beginning of the vertical axis",
    "compare.part.y_to": "end of the vertical axis",
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
    # Handouts to print.
    "handout.title": "Handouts",
    "handout.debate": "Find one reason for each sentence, and one against it.",
    "handout.about": "The information society: an open course. Lesson of {minutes} minutes.",
    "handout.name": "Name: ______________________",
    "handout.questions": "Questions",
    "handout.answers": "Answers",
    "handout.answer": "Answer {number}: {answer}.",
    "handout.choice": "{letter}. {text}",
    "handout.single": "{ask} Choose one.",
    "handout.several": "{ask} Choose all that are right.",
    "handout.true_false": "True or false? {ask}",
    "handout.order": "{ask} Number them, the earliest first.",
    "handout.number": "{ask} Your number: ________ {unit}",
    "handout.made": (
        "Each key point has its sources in the lesson; fold this line back before you copy."
    ),
    # A guess before the figures.
    "predict.guess": "Your guess",
    "predict.real": "The figures",
    "predict.show": "Show the figures",
    "predict.again": "Guess again",
    "predict.begin": "Move the sliders to your guess. Then press Show the figures.",
    "predict.begin.number": (
        "Write your guess, a number from {low} to {high}. Then press Show the figures."
    ),
    "predict.number": "Your guess for {year}",
    "predict.first": (
        "Guess first: move a slider. To see the figures without a guess, press the button again."
    ),
    "predict.first.number": (
        "Guess first: write a number. To see the figures without a guess, press the button again."
    ),
    "predict.only": "For {year} the figure is {real}.",
    "predict.close": "For {year} you say {guess}, the figure is {real}: very close.",
    "predict.high": (
        "For {year} you say {guess}, the figure is {real}: your guess is {off} too high."
    ),
    "predict.low": "For {year} you say {guess}, the figure is {real}: your guess is {off} too low.",
    "predict.mean": "On average your guess is {off} off.",
    "predict.plain": "Guess first. Run this cell to guess with sliders.",
    "predict.plain.number": "Guess first. Run this cell to write your guess.",
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
    "progress.words": (
        "Flashcards: {begun} of {count} words begun, {known} of them in the last box."
    ),
    "words.some": "Words to know",
    "words.all": "Glossary",
    # The evidence below a picture or a table.
    "evidence.table": "The data as a table",
    "evidence.sources": "Sources ({count})",
    "evidence.count": "Sources: {count}",
    "evidence.all": "Add .table to the command to see all.",
    "evidence.none": "These rows name no source.",
    "evidence.more": "and {count} more: add .sources to the command to see all.",
    "evidence.more.list": "and {count} more: infosoc.sources(...) lists them.",
    "evidence.rows": "{publisher} ({rows:,} rows)",
    "evidence.shortened": "{caption} The first {shown} of {count} rows.",
    "evidence.plain.more": "... and {count:,} more rows",
    "evidence.own_file": "named in your own file",
    "evidence.source": "Source: {source}",
    "evidence.gaps": "What is not known",
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
    "tables.first.row": "row {number}",
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
    "tables.unit.column": "see column {column}",
    "tables.rows": "Rows",
    "tables.years": "Years covered",
    "tables.span": "{first} to {last}",
    "tables.countries": "Countries and territories",
    "tables.publisher": "Publisher",
    "tables.publisher.code": "{publisher}, {code}",
    "tables.vintage": "State of the publisher's data",
    "tables.gaps": "What is missing",
    "cite.how": "Cite the sources for the facts, and the table for the work of collecting them.",
    "cite.more": (
        "and {count} more: cite fewer rows, or write all into a file with "
        'infosoc.cite(...).table.to_csv("sources.csv").'
    ),
    "cite.data": "Data: {publisher}.",
    "cite.state": "State of {vintage}.",
    "cite.table": "{title} (table {name}, {rows:,} rows).",
    "cite.place": "In: {title}, version {version}. Licence: {licence}.",
    # The two handles of a slider for a range.
    "slider.from": "{label}, from",
    "slider.to": "{label}, to",
    "slider.number": "{label}, in numbers",
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
    "explore.countries.nothing": "No figure is known for any of them.",
    "explore.countries.unknown": "{name}: not known.",
    "explore.countries.source": "Source:",
    "explore.countries.plain": (
        "{title}: an explorer for every country. Run this cell to choose a country and "
        "another one beside it. Indicators: {names}."
    ),
    "explore.profile.plain": (
        "{title}: an explorer for every country. Run this cell to choose a country and see where "
        "it stands in: {names}."
    ),
    "explore.countries.group": "Group",
    "explore.countries.group.region": "its region",
    "explore.countries.group.income": "its income group",
    "explore.countries.group.least_developed": "least developed countries",
    "explore.countries.group.islands": "small island States",
    "explore.countries.group.landlocked": "landlocked developing countries",
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
    "matrix.kinds": "By kind: {parts}.",
    "matrix.kind": "{kind} ({count})",
    "matrix.yes": "yes",
    "matrix.paired": (
        "Matrix of two counts: {left} (left, {left_count}) and {right} (right, {right_count}). "
        "In {agreed} of {used} used cells stand both."
    ),
    # What pictures say: periods.
    "periods.unknown": "not known",
    "periods.one": "Bar chart of 1 period on a time axis, from {span}.",
    "periods.many": "Bar chart of {count} periods on a time axis, from {span}.",
    "periods.span": "{first} to {last}",
    "periods.longest": "The longest is {name} ({days:,} days).",
    "periods.open": "For {count} of them the end is not known.",
    "periods.open.label": "{name}, end not known",
    "periods.endless": "For {count} of them: {words}.",
    "periods.endless.label": "{name}, {words}",
    # What pictures say: who is named in which office.
    "offices.title": "Who is named in which office",
    "offices.head": (
        "Chart of periods, from {first} to {last}. {count} of them show a {role}: {parts}."
    ),
    "offices.part": "{name} ({count})",
    "offices.gaps": (
        "In {count} gaps of a year or more no source names one; the longest is from {first} "
        "to {last}."
    ),
    "offices.doubt": "In {when} more than one is named: {told}.",
    "offices.told": "{name} as {role}",
    "offices.gap": "no source for {years} years",
    "offices.which": "which?",
    "offices.known": "the source tells of the change",
    "offices.legend": (
        "A bar goes from the first to the last day on which a source names the role; a single day "
        "is drawn a little wider. Grey: no source for a year or more. Dotted frame: more than one "
        "is named."
    ),
    # What pictures say: layers and trees.
    "layers.title": "Layers",
    "layers.summary": "Chart of {count} layers, from top to bottom: {parts}.",
    "layers.part": "{layer} ({count})",
    "tree.title": "Tree",
    "tree.one": "Tree of 1 field below {root}: {names}.",
    "tree.many": "Tree of {count} fields below {root}. The first below it are: {names}.",
    "tree.known": "For {known} of {count} fields the number of {unit} is known.",
    "tree.unknown": "not found",
    # What pictures say: wheels.
    "wheel.title": "Wheel",
    "wheel.summary": (
        "Wheel around {center} with {count} sectors: {sectors}. Rings from the inside: {rings}."
    ),
    "wheel.none": "none",
    "wheel.legend": "From the inside outwards: {rings}",
    # What pictures say: profiles.
    "profile.title": "Profile of {country}",
    "profile.head": "Profile of {country} in {count} indicators, latest figures.",
    "profile.part": (
        "{name}: {value} in {year}, more than in {below} of every 100 countries with a figure."
    ),
    "profile.unknown": "Not known: {names}.",
    "profile.dot": "each other country",
    "profile.stroke": "Each stroke is a country, with its latest figure.",
    "profile.region": "median of the region",
    "profile.all": "median of all",
    "profile.no_table": "We know of no figure by country.",
    "profile.no_figure": "not known for this country",
    "profile.scale": "{title}, {low} to {high}",
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
    "claims.reason": "Write your reason first, in one sentence: what in the evidence decides?",
    # Sorting cards into groups.
    "sort.count": "Card {number} of {count}:",
    "sort.begin": "Read the card, choose a group and write your reason.",
    "sort.done": "{done} of {count} cards sorted; on {same} of them we agree.",
    "sort.group": "Your group",
    "sort.reason": "Your reason, in one sentence",
    "sort.compare": "Keep and compare",
    "sort.before": "Card before",
    "sort.next": "Next card",
    "sort.choose": "Choose a group first.",
    "sort.defend": "Write your reason first: a sorting without a reason cannot be defended.",
    "sort.same": "✓ We say the same: {ours}. Our reason: {why} {done}",
    "sort.other": (
        "We say: {ours}. Our reason: {why} Compare it with yours; you may keep yours. {done}"
    ),
    "sort.also": "{first}, and also {others}",
    "sort.plain": "Run this cell to sort these cards one by one into: {groups}.",
    "sort.plain.ours": "How we sort them, and why",
    "sort.plain.text": "{title}: {count} cards. Run this cell to sort them.",
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
    "quiz.number.is": "The source says: {value}{unit}.",
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
    # Two figures of all countries, year by year.
    "explore.scatter.title": "Does it go together?",
    "explore.scatter.year": "Year",
    "explore.scatter.picture": "{title} {year}",
    "explore.scatter.year_is": "Year {year}.",
    "explore.scatter.old": (
        "{table}: surveys are rare, so the newest figure of this year or the {years} years before "
        "is taken."
    ),
    "explore.scatter.unknown": "{name} lacks a figure for this year and is not drawn.",
    "explore.scatter.country": ("A ring shows {name}: across {x} (figure of {x_year}), up {y}."),
    "explore.scatter.plain": (
        "{title} Run this cell to move a slider through the years and to choose what stands "
        "across: {names}. Up: {table}."
    ),
    # What pictures say: dumbbells.
    "dumbbells.head": (
        "Dumbbell chart of {value} for {count} values of {label}; marks on each line: {groups}."
    ),
    "dumbbells.ends": "{first} {high}, {last} {low}",
    "dumbbells.difference": "The widest difference is that of {name}: {far} ({ends}).",
    "dumbbells.ratio": "The largest ratio is that of {name}: {times} times.",
    "dumbbells.alone": "For {count} only one figure is known.",
    "dumbbells.gap": "{far} apart, {times} times",
    "dumbbells.far": "{far} apart",
    # What pictures say: scatter charts.
    "scatter.head": "Scatter chart with {count} marks, one for each {label}. Across: {x}. Up: {y}.",
    "scatter.axis": "{title}, {unit}",
    "scatter.log": "Equal steps are equal ratios on the axis {axis}.",
    "scatter.correlation": "{told} (correlation of ranks {found}).",
    "scatter.weak": "The two orders have little to do with each other",
    "scatter.some.same": "Where one figure is higher, the other is often higher too",
    "scatter.some.opposite": "Where one figure is higher, the other is often lower",
    "scatter.strong.same": "Where one figure is higher, the other nearly always is higher too",
    "scatter.strong.opposite": "Where one figure is higher, the other nearly always is lower",
    "scatter.missing": "{count} more lack a figure and are not drawn; that is not zero.",
    "scatter.no_group": "no group",
    # What pictures say: spreads.
    "spread.head": "Spread of {value}: {count} marks in {groups} groups.",
    "spread.widest": (
        "The widest spread is that of {name}, from {low} with {least} to {high} with {most}."
    ),
    "spread.averages": (
        "The averages differ most for {name}: {plain} if each {thing} counts once, {weighted} if "
        "each {person} does."
    ),
    "spread.missing": "{count} more have no figure and are not drawn; that is not zero.",
    "spread.one": "one figure",
    "spread.half": "middle half",
    "spread.plain": "average, each {thing} once",
    "spread.weighted": "average, each {person} once",
    "spread.lane": "({count}) average {plain}, each {thing} once",
    "spread.lane.weighted": ("({count}) average {plain} by {thing}, {weighted} by {person}"),
    # What pictures say: a hundred marks.
    "hundred.head": "Of 100 {unit}: {parts}.",
    "hundred.part": "{name}: {count}",
    "hundred.none": "Too few for a mark: {names}.",
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
    # What pictures say: where words stand.
    "dispersion.one": "Chart of where one word stands along {count} {place}: {parts}.",
    "dispersion.many": "Chart of where {words} words stand along {count} {place}: {parts}.",
    "dispersion.part": "{name} in {places} ({times} times)",
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
    # The cockpit of a facilitator.
    "cockpit.minutes": "Minutes",
    "cockpit.people": "People",
    "cockpit.devices": "Devices",
    "cockpit.devices.none": "none",
    "cockpit.devices.projector": "one projector",
    "cockpit.devices.pairs": "a computer for two",
    "cockpit.level": "Level",
    "cockpit.level.beginner": "beginner",
    "cockpit.level.intermediate": "intermediate",
    "cockpit.aim": "Aim",
    "cockpit.start": "Start",
    "cockpit.make": "Write the run sheet",
    "cockpit.saved": "Saved: {place}. Open it in a browser and print it.",
    "cockpit.not_saved": "The run sheet could not be saved here: {error}",
    "cockpit.ready": "{title}: {parts} parts, {begin} to {end}, {groups}.",
    "cockpit.plain": (
        "Run this cell to write a run sheet for your class: minutes, people, devices, level and "
        "aim. Below stands one for {minutes} minutes and {people} people."
    ),
    "cockpit.title": "Run sheet: {aim}, {minutes} minutes, {people} people",
    "cockpit.goal": "Aim: {sentence}",
    "cockpit.lessons": "Lessons: {titles}.",
    "cockpit.groups": "{count} groups: {sizes} people",
    "cockpit.group": "1 group of {sizes}",
    "cockpit.clock": "Clock",
    "cockpit.clock.caption": "{begin} to {end}. Breaks and talk are counted.",
    "cockpit.time": "time",
    "cockpit.minutes.column": "minutes",
    "cockpit.part": "part",
    "cockpit.how": "how",
    "cockpit.how.pairs": "In twos at a computer: {what}.",
    "cockpit.how.projector": "On the wall: {what}. Everybody answers with a card or a hand.",
    "cockpit.talk": "Talk in roles about one motion",
    "cockpit.talk.how": (
        "Hand out the role cards. Each role speaks for a minute, then all look for words that "
        "everybody can live with."
    ),
    "cockpit.roles": "Role cards",
    "cockpit.role.asks": "You may ask: {question}",
    "cockpit.questions": "Question cards",
    "cockpit.question": "Question {number}",
    "cockpit.key": "Answer key",
    "cockpit.motions": "Two motions worth debating",
    "cockpit.motions.how": (
        "Choose one. One half of the room speaks for it, the other half against it. Change sides "
        "after half of the time."
    ),
    "cockpit.debrief": "Questions at the end",
    "cockpit.access": "So that everybody can take part",
    "cockpit.access.read": "Read every sentence below a picture aloud before you ask.",
    "cockpit.access.silence": "One question, then half a minute of silence, then the answers.",
    "cockpit.access.print": "Print one set in large letters, 16 points or more.",
    "cockpit.access.seat": "Leave a wide way between the tables, and a place in front.",
    "cockpit.access.colour": "Call things by their name and place, never by their colour.",
    "cockpit.access.keyboard": "All controls of the lessons work with the keyboard alone.",
    "cockpit.access.language": "Let people think in their own language first.",
    "cockpit.facts": "Check again before class",
    "cockpit.facts.none": "Nothing in these lessons is likely to have changed.",
    "cockpit.fact": "{fact} (as of {day})",
    "cockpit.checked": "{title}: facts last checked on {day}.",
    # What pictures say: one country before its peers.
    "peers.median.label": "median of peers; the band holds the middle half",
    "peers.median": "median of peers",
    "peers.low": "middle half, from",
    "peers.high": "middle half, to",
    "peers.count": "peers with a figure",
    "peers.head": "Line chart before a band, from {first} to {last}, {unit}.",
    "peers.value": "{name}: {value} in {year}.",
    "peers.unknown": "{name}: no figure.",
    "peers.few": "Too few peers have a figure for a median.",
    "peers.spread": (
        "Median of {known} of {count} peers in {year}: {median}; the middle half of them lies "
        "from {low} to {high}."
    ),
    # The page of a country.
    "country.title": "{name}: people online, and what else is known",
    "country.title.two": "{name} and {other}: people online, and what else is known",
    "country.peers": "Peers are the {count} other States of the group {group}.",
    "country.peers.all": "The World Bank names no income group, so all other States are peers.",
    "country.item": "item",
    "country.kind": "kind",
    "country.source": "source",
    "country.none": "not known",
    "country.figure": "{value} {unit} ({year})",
    "country.figure.bare": "{value} ({year})",
    "country.groups": "Groups",
    "country.groups.kind": "Lists of the World Bank and the UN; income group of July 2026",
    "country.group.ldc": "least developed country",
    "country.group.sids": "small island developing State",
    "country.group.lldc": "landlocked developing country",
    "country.group.none": "no income group",
    "country.summit": "Internet use in the year of Tunis",
    "country.languages": "Official languages",
    "country.languages.kind": "Collected by the Unicode Consortium for computers, not a census",
    "country.language.regional": "{language} (in a part of the country)",
    "country.wikipedia": "Wikipedia in these languages",
    "country.wikipedia.kind": "Counted articles; programs wrote many of some editions",
    "country.wikipedia.one": "{language} {articles:,} articles",
    "country.hosted": "IGF meetings hosted",
    "country.hosted.kind": "From the list of twenty meetings, 2006 to 2025",
    "country.hosted.one": "{city} {year}",
    "country.hosted.none": "none",
    "country.events": "Events of our timeline that took place there",
    "country.events.kind": "A choice of events, not all that happened",
    "country.gap.no_figure": "{name}: our tables have no figure for: {items}.",
    "country.gap.old": "{name}: {item}. The last figure is of {year}; nobody knows today's.",
    "country.gap.sex": (
        "Women and men online: no table of this course has this by country. For the world, ITU "
        "estimates {men:.0f} percent of men and {women:.0f} percent of women in {year}."
    ),
    "country.gap.place": "Town and village, young and old: not known by country here.",
    "country.gap.wikipedia": "{name}: no Wikipedia edition found for {languages}.",
    "country.gap.nri": (
        "A national or regional forum on Internet governance: our tables count forums in the "
        "world, but have no list of countries. Look at the list of the IGF Secretariat."
    ),
    "country.choose": "Country",
    "country.beside": "Beside it",
    "country.beside.nobody": "nobody",
    "country.type": "Type the name of a country and choose it from the list.",
    "country.unknown": "{name!r} is not in the list. Type the name and choose it from the list.",
    "country.little": "Little is known about {name}: {count} of {total} figures are missing.",
    "country.save": "Save as one page",
    "country.saved": "Saved: {place}. It opens in any browser, without a network.",
    "country.not_saved": "The page could not be saved here: {error}",
    "country.plain": (
        "Run this cell to choose one of {count} States and another one beside it. About {name}:"
    ),
    # Who can decide this?
    "decide.card": "Card {number} of {count}: {title}",
    "decide.place": "Place",
    "decide.place.icann": "ICANN",
    "decide.place.igf": "IGF",
    "decide.place.states": "UN or other body of States",
    "decide.verb": "What it does",
    "decide.year": "Year",
    "decide.add": "Add this answer",
    "decide.show": "Show the sourced answers",
    "decide.before": "Card before",
    "decide.next": "Next card",
    "decide.choose": "Choose a place and a verb, then press Add this answer.",
    "decide.both": "Choose a place and a verb first.",
    "decide.added.match": (
        "✓ {place} {verb}: a source of this year says so too. Answers on this card: {count}."
    ),
    "decide.added.other": (
        "{place} {verb}: no source of ours says so for this year. You may be right: say why. "
        "Answers on this card: {count}."
    ),
    "decide.answer": "{place} {verb}{mark}. {reason} ({document}, {paragraph})",
    "decide.contested": " (contested)",
    "decide.shown": "{count} sourced answers for the end of {year}:",
    "decide.none": (
        "For the end of {year} we have no sourced answer. Perhaps the rule did not exist yet, "
        "perhaps we have not found it."
    ),
    "decide.year.set": (
        "The year is {year} now. {changed} of {count} cards have other answers than in {last}."
    ),
    "decide.you": "answers given",
    "decide.sourced": "sourced answers",
    "decide.picture": "Answers given and sourced answers, {year}",
    "decide.disputed": "Cards for the debate",
    "decide.disputed.caption": "The most disputed cards come first.",
    "decide.card.column": "card",
    "decide.given": "answers",
    "decide.different": "different answers",
    "decide.sides": "share of the commonest",
    "decide.contested.column": "contested in the sources",
    "decide.plain": (
        "A sorting game with {count} everyday cases. Run this cell to play. Here are the cases:"
    ),
    "decide.cards.title": "Who can decide this? Cards to print",
    "decide.cards.how": (
        "Cut out the cards. Write the ten places and the five verbs on the wall. Each group puts "
        "its cards where it thinks they belong and says why. Then read the answers. Several "
        "answers can be right. Talk about the contested ones."
    ),
    "decide.cards.places": "Places",
    "decide.cards.verbs": "Verbs",
    "decide.cards.key": "Answers, as they stand at the end of {year}",
    "decide.cards.key.caption": "Answers with document and paragraph.",
    # Before and after.
    "gain.title": "Before and after: {count} questions",
    "gain.round": "Round",
    "gain.before": "before",
    "gain.after": "after",
    "gain.ask": "Question {number} of {count} ({round}): {ask}",
    "gain.answer": "Your answer",
    "gain.unsure": "I do not know",
    "gain.keep": "Keep and go on",
    "gain.save": "Write the file for the facilitator",
    "gain.again": "Delete my answers",
    "gain.choose": "Choose an answer, or say that you do not know. Nobody sees it but you.",
    "gain.first": "Choose an answer first.",
    "gain.kept": "Kept. {done} of {count} questions answered ({round}).",
    "gain.halfway": (
        "The round before is done: {count} answers are kept on this computer. Do the lessons, "
        "then choose the round after. You will see then what you have learned."
    ),
    "gain.done": "Both rounds are done: {before} right before, {after} right after, of {count}.",
    "gain.table": "Your gain, question by question.",
    "gain.question": "question",
    "gain.gain": "gain",
    "gain.why": "answer",
    "gain.right": "✓ right",
    "gain.wrong": "✗ not right",
    "gain.why.text": "{answer}. {explanation}",
    "gain.saved": (
        "Saved: {place}. It holds no name and no time. Give it to the facilitator who asks for it."
    ),
    "gain.not_saved": "The file could not be saved here: {error}",
    "gain.incomplete": "Finish both rounds first.",
    "gain.deleted": "Your answers are deleted.",
    "gain.plain": (
        "Run this cell to answer {count} questions before the lessons and again after them. "
        "Answers stay on this computer."
    ),
    "gain.group": "Gain of {people} people, question by question",
    "gain.group.before": "right before",
    "gain.group.after": "right after",
    # A reading list.
    "reading.time": "I have",
    "reading.5-minutes": "5 minutes",
    "reading.30-minutes": "30 minutes",
    "reading.3-hours": "3 hours",
    "reading.all": "any",
    "reading.lesson": "Lesson",
    "reading.language": "Language",
    "reading.free": "Only free of charge",
    "reading.count": "{shown} of {count} texts.",
    "reading.caption": "Texts for {depth}, with a question to hold while reading.",
    "reading.none": "No text fits. Choose another language or lesson.",
    "reading.title": "title",
    "reading.question": "hold this question",
    "reading.language.column": "language",
    "reading.cost": "cost",
    "reading.minutes": "minutes",
    "reading.level": "level",
    "reading.plain": (
        "{count} texts in three depths. Run this cell to filter them by time, lesson and language."
    ),
    # What pictures say: values above and below zero, and points.
    "signed.grid": (
        "Grid of {row} ({rows}) by {column} ({columns}): {above} values above zero, {below} below."
    ),
    "signed.highest": "The highest is {row}, {column}, with {value}.",
    "signed.lowest": "The lowest is {row}, {column}, with {value}.",
    "signed.marked": "{mark} means: {meaning} ({count}).",
    "signed.bars": (
        "Bars to both sides of zero for {count} values of {value}, from {most} to {fewest}."
    ),
    "signed.missing": "{value}, {count} missing",
    "signed.enough": "Each reaches the dotted line, which is what it needs.",
    "signed.short": "These stay below the dotted line, which is what they need: {names}.",
    "points.head": (
        "{count} points. To the right: {x}, from {x_min} to {x_max}. Upward: {y}, from {y_min} to "
        "{y_max}."
    ),
    "points.highest": "The highest is {name}.",
    "points.kinds": "Kinds of points: {kinds}.",
    # The negotiation: the text and how it stands.
    "talks.title": "Square Brackets: negotiate a text",
    "talks.begin": "All six paragraphs are in brackets. Choose a wording for each.",
    "talks.plain": (
        "Run this cell to negotiate {paragraphs} paragraphs among {roles} roles, as a group or "
        "alone. This is the text with all its brackets:"
    ),
    "talks.who": "You speak for",
    "talks.group": "All roles (a group)",
    "talks.playing": "You speak for {role}. The other delegates follow their cards.",
    "talks.playing.all": "Your group speaks for all roles.",
    "talks.room": "the group",
    "talks.clock": "the clock",
    "talks.paragraph": "Paragraph {number}",
    "talks.choice": "{letter}: {title}",
    "talks.reopen": "[...] open",
    "talks.open": "[...]",
    "talks.deleted": "(paragraph deleted)",
    "talks.against": "Red line of: {roles}.",
    "talks.chosen": "{paragraph} is now {letter}: {title}.",
    "talks.opened": "{paragraph} is open again.",
    "talks.all_chosen": "No paragraph is open.",
    "talks.still_open": "Still open: {count} of 6.",
    "talks.nobody_blocked": "No role is below its red line.",
    "talks.blocked": "Below their red line: {roles}.",
    "talks.blocked.one": "{role} ({why})",
    "talks.reason.red_line": "red line in paragraph {paragraphs}",
    "talks.reason.gain": "only {gain} points",
    "talks.in_silence": "The text cannot change during the silence. Break the silence first.",
    "talks.over": "The talks are over. Press Begin again for another round.",
    "talks.grid": "Points of each role, paragraph by paragraph",
    "talks.bars": "Points of each role, and what it needs (dotted line)",
    "talks.sum": "Sum",
    # The negotiation: wordings of the group's own.
    "talks.own.title": "Your own words",
    "talks.own.which": "For paragraph",
    "talks.own": "Your wording",
    "talks.own.take": "Use our wording",
    "talks.own.taken": "{paragraph} has your wording. Its points are those of the chosen option.",
    "talks.own.not_yet": "Choose A, B or C for {paragraph} first: your wording is scored like it.",
    # The negotiation: offers.
    "talks.offers.title": "Offers",
    "talks.offers.ask": "Ask for offers",
    "talks.offers.accept": "Accept offer {number}",
    "talks.offers.one": "{role} offers: {changes}. Points for you: {yours}, for them: {theirs}.",
    "talks.offers.bridge": (
        "{role} builds a bridge: {changes}. Points for you: {yours}, for the proposer: {theirs}."
    ),
    "talks.offers.change": "{paragraph} becomes {letter} ({title})",
    "talks.offers.accepted": "The offer is in the text.",
    "talks.offers.none": "Nobody has a better offer. If the text could pass, start the silence.",
    "talks.offers.none_there": "There is no such offer. Press Ask for offers.",
    "talks.offers.not_now": "There are no offers now.",
    # The negotiation: the silence.
    "talks.silence.title": "Silence procedure",
    "talks.silence.seconds": "Seconds",
    "talks.silence.start": "Start the silence",
    "talks.silence.pause": "Pause",
    "talks.silence.resume": "Go on",
    "talks.silence.break": "Break: {role}",
    "talks.silence.started": (
        "The silence runs for {seconds} seconds. Whoever cannot live with the text breaks it now."
    ),
    "talks.silence.open": "Choose first: {count} paragraphs are still in brackets.",
    "talks.silence.paused": "Paused with {left} left.",
    "talks.silence.goes_on": "The silence goes on, {left} left.",
    "talks.silence.not_running": "No silence is running.",
    "talks.silence.not_paused": "The clock is not paused.",
    "talks.silence.broken": "{role} breaks the silence. The talks go on.",
    "talks.clock.idle": "No silence",
    "talks.clock.running": "Silence: {left} left",
    "talks.clock.paused": "Paused: {left} left",
    "talks.clock.over": "The silence is over",
    "talks.break_off": "Break off the talks",
    "talks.again": "Begin again",
    # The negotiation: the end and the debrief.
    "talks.end.none": "The talks are still going on.",
    "talks.end.agreed": "Agreed: nobody broke the silence, and no role is below its red line.",
    "talks.end.no_consensus": (
        "No consensus: nobody broke the silence, but a role is below its red line. "
        "Ask it why it kept silent."
    ),
    "talks.end.breaks_off": "The talks are broken off. There is no text.",
    "talks.outcome": "How it ended. {outcome}",
    "talks.debrief.title": "Debrief",
    "talks.debrief.show": "Show the debrief",
    "talks.debrief.count": (
        "Of {count:,} packages, {passing} could pass: {share} per cent. A package is one choice "
        "in each paragraph."
    ),
    "talks.debrief.open": "Some paragraphs are still open, so this is not a package yet.",
    "talks.debrief.fails": "This package could not pass. {blocked}",
    "talks.debrief.place": (
        "Your package could pass. By the points of all roles together ({total}) it is number "
        "{place} of {count}."
    ),
    "talks.debrief.efficient": (
        "It wastes nothing: no other one that could pass is better for one role and as good for "
        "all others."
    ),
    "talks.debrief.beaten": (
        "{package} would have been as good for everybody, and better for: {roles}."
    ),
    "talks.debrief.most": "Most was given by {roles}: {points} points below the best it could get.",
    "talks.debrief.gave": "Who gave how much, against its best package that could pass.",
    "talks.history.caption": "The same six questions in 2005 and in 2025",
    "talks.history.paragraph": "Paragraph",
    "talks.history.yours": "Your text",
    "talks.history.2005": "Tunis Agenda, 2005",
    "talks.history.2025": "Review after twenty years, 2025",
    "talks.history.paragraphs": "(Para. {numbers}.)",
    "talks.history.unknown": "(Number of the paragraph not known.)",
    "talks.history.nearest": "Nearest to {letter}.",
    "talks.history.source": "source {number}",
    # The negotiation: the log.
    "talks.log.title": "The log",
    "talks.log.name": "Name of the file",
    "talks.log.file": "negotiation-log",
    "talks.log.save": "Save the log (CSV and HTML)",
    "talks.log.read": "Read the log again",
    "talks.log.saved": "Saved: {files}.",
    "talks.log.not_saved": "It could not be saved: {error}.",
    "talks.log.again": "The log is read again: {count} moves.",
    "talks.log.caption": "Moves so far: {count}.",
    "talks.log.choice": "{action} {letter}: {title}",
    # The negotiation on paper.
    "kit.title": "Square Brackets: the brief",
    "kit.brief": "Square Brackets: brief",
    "kit.cards": "Square Brackets: role cards",
    "kit.plan": "Square Brackets: clock plan",
    "kit.score": "Square Brackets: score sheet of the chair",
    "kit.key": "Square Brackets: key",
    "kit.write": "Write the pages",
    "kit.written": "{count} pages are in the folder {folder}, beside this lesson.",
    "kit.not_written": "The pages could not be written: {error}.",
    "kit.plain": (
        "Run this cell and press the button: it writes {count} pages. Open them in a browser and "
        "print them."
    ),
    "kit.what.brief": "Brief: two pages for everybody.",
    "kit.what.cards": "Role cards: eight cards, two on a page. Cut them apart.",
    "kit.what.plan": "Clock plan: 90 minutes, for the person who leads the class.",
    "kit.what.score": "Score sheet: with it the chair adds up the points by hand.",
    "kit.what.key": "Key: all packages that could pass, and what was really decided.",
    "kit.story.1": (
        "Delegates have drafted a short text on how the Internet is governed. It has six "
        "paragraphs. For each there are three wordings, and some would rather delete it. As long "
        "as they disagree, all wordings stand in square brackets."
    ),
    "kit.story.2": (
        "Tonight is the last night. You speak for one of eight roles. Find one choice for each "
        "paragraph that all roles can live with. The text is a training text: it stands in no "
        "document. The questions are real; they were argued over in 2005 and again in 2025."
    ),
    "kit.rules": "Rules",
    "kit.rule.consensus": (
        "Consensus means that no role is below its red line. Nobody votes; a majority does not "
        "help."
    ),
    "kit.rule.red_line": (
        "A red line is a wording that your role never accepts. It is marked on your card."
    ),
    "kit.rule.least": (
        "The text as a whole has to bring your role at least {least} points, the chair at least "
        "{chair}. Less is below your red line too."
    ),
    "kit.rule.brackets": "Nothing is agreed until everything is agreed. Any bracket can come back.",
    "kit.rule.own_words": (
        "You may write words of your own. Say to which of the wordings they come nearest; they "
        "count like it."
    ),
    "kit.rule.silence": (
        "When the chair starts the silence, the text stands as read. Whoever cannot live with it "
        "speaks before the time is over. If nobody speaks, it is agreed."
    ),
    "kit.rule.end": (
        "There may be no deal. That is a result too, and the debrief asks why it came to that."
    ),
    "kit.roles": "The eight roles",
    "kit.clock": "The clock",
    "kit.stage": "{title}: {minutes} minutes",
    "kit.text": "The text with all its brackets",
    "kit.text.how": "Strike out what falls away. What is left in the end is your text.",
    "kit.card.least": (
        "You need at least {least} points from the whole text. {mark} is a red line: you never "
        "accept it."
    ),
    "kit.card.table": "Your points",
    "kit.plan.caption": "{minutes} minutes, {begin} to {end}.",
    "kit.plan.notes": "Notes",
    "kit.plan.people": "8 to 32 people, one to four for each role. With fewer, some play two.",
    "kit.plan.small": (
        "Short of time: leave out paragraphs 1 and 4 and let them stand as A and C; take 60 "
        "minutes."
    ),
    "kit.plan.room": "Needs a board or a large sheet for the text, a watch and eight name plates.",
    "kit.plan.access": (
        "Read cards and text aloud for those who want it; tables need room for wheelchairs; let "
        "people write instead of speak."
    ),
    "kit.plan.care": (
        "Roles are types, not countries. Nobody has to defend in the debrief what the card said."
    ),
    "kit.step.letters": "Write the letter that is chosen for each paragraph into the boxes below.",
    "kit.step.circle": "Circle in each line the numbers under these letters.",
    "kit.step.add": "Add up the circled numbers of each line.",
    "kit.step.compare": (
        "Compare with what the role needs. If the sum is smaller, or if a circled number has a "
        "{mark}, the role cannot live with the text."
    ),
    "kit.step.silence": (
        "Do not tell the numbers. Start the silence, and see whether those roles speak."
    ),
    "kit.sum": "Sum",
    "kit.needs": "Needs",
    "kit.role": "Role",
    "kit.choices": "The choices",
    "kit.key.caption": "The {count} of {every:,} packages that could pass, with their points.",
    "kit.key.how": (
        "For the debrief only. Efficient means: no other one that could pass is better for one "
        "role and as good for all others."
    ),
    # The log of a negotiation: what is wrong with the file.
    "log.columns": "The columns are not those of a log.",
    "log.columns.mend": "They are: {columns}. Choose a log that was saved here.",
    "log.large": "The file is too large for a log.",
    "log.missing": "There is no such file.",
    "log.missing.mend": "Save the log first, or correct the name.",
    "log.unreadable": "It cannot be read: {error}.",
    "log.cells": "The line has {count} cells instead of {wanted}.",
    "log.cells.mend": "Save the log again.",
    "log.value": "{given!r} is not valid.",
    "log.near": "Did you mean {near!r}? Use one of: {valid}.",
    "log.valid": "Use one of: {valid}.",
    "log.number": "{given!r} is not a whole number from 0.",
    "log.number.mend": "Write digits.",
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
