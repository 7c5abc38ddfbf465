"""How a number came about, step by step, in sentences: from the claims to the figure in the inventory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from oob import holdings, vocabulary
from oob.activities import Activity
from oob.count import meets, phrase, phrase_readings
from oob.holdings import Holding
from oob.inventory import ClaimRow
from oob.ledger import Reckoned, Voice, Word
from oob.matters import Claim
from oob.reckoning import Readings
from oob.report.inventories import Answer, kept_and_lost, number_text
from oob.report.words import Words, listed, plural, span
from oob.sourcing import Notes
from oob.table import Cell, Column, Table

COLUMNS: Final = (
    Column("step", "Step"),
    Column("", "What", audience="people", grows=True),
    Column("text", audience="data"),
    Column("claims", kind="ids", audience="data"),
    Column("notes", "Source", kind="notes"),
)

Step = tuple[str, str, Sequence[Claim]]
"""What the step is about, its sentence, the claims that it speaks of."""


def why(
    answer: Answer,
    chosen: Sequence[Holding],
    left_out: int,
    passages: Mapping[str, str],
    used: Sequence[Activity] = (),
    notes: Notes | None = None,
    *,
    brief: bool = False,
) -> Table:
    """The steps to the number of each chosen row, and to how often the things were used.

    `left_out` is how many claims on these systems the clocks (--as-of, --known-by) kept out; `passages` are the
    paragraphs of attached texts, by claim. `brief` is for a page that tells elsewhere what each claim says: it leaves
    that out, and tells of all claims that go back to one utterance in one step.
    """
    teller = _Why(answer, brief)
    notes = notes or Notes(answer.known)
    rows: list[tuple[Cell, ...]] = []
    groups = []
    told_of = [(teller.heading(holding), teller.steps(holding)) for holding in chosen]
    told_of += [(teller.use_heading(activity), teller.use_steps(activity)) for activity in used]
    for heading, steps in told_of:
        groups.append((heading, len(rows)))
        for kind, text, claims in steps:
            cited = [answer.rows[claim.id] for claim in claims]
            ids = tuple(row.id for row in cited)
            single = ids[0] if len(ids) == 1 and kind in ("claim", "denial", "not counted") else ""
            quoted = f"{text} The passage: \u201c{passages[single]}\u201d" if single in passages else text
            rows.append((kind, f"{quoted} ({single})" if single else quoted, quoted, ids, notes.number(cited)))
    remarks = []
    if left_out:
        remarks.append(
            f"{plural(left_out, 'more claim')} on this left out: not published, or not yet so, on the dates asked for."
        )
    remarks.append(f"Rules {holdings.RULES}; every figure is alleged.")
    told = dict.fromkeys([*(each.system for each in chosen), *(each.system for each in used)])
    systems = listed(map(teller.words.system, told), "or")
    faction = listed(teller.words.force(each) for each in answer.inventory.question.factions)
    return Table(
        "why",
        f"Why: {systems} in the inventory of {faction}",
        COLUMNS,
        tuple(rows),
        notes=tuple(remarks),
        footnotes=notes.texts(),
        groups=tuple(groups),
        about={"factions": answer.inventory.question.factions, "rules": holdings.RULES},
    )


class _Why:
    """Tells the steps of rows."""

    def __init__(self, answer: Answer, brief: bool) -> None:
        self.answer = answer
        self.brief = brief
        self.known = answer.known
        self.words = Words(answer.known)

    def heading(self, holding: Holding) -> str:
        """The row that is explained."""
        return (
            f"{self.words.system(holding.system)} of {self.words.full_force(holding.holder)},"
            f" {vocabulary.SECTIONS[holding.section]}: {kept_and_lost(holding)}"
        )

    def steps(self, holding: Holding) -> Iterator[Step]:
        """The way from claims to number."""
        direct = [word for word in holding.words if word.cell == holding.cell]
        for word in direct:
            yield from self._word(word)
        yield from self._tree(holding, direct)
        yield from self._sum(holding.reckoned, holding)
        yield from self._doubts(holding)
        yield from self._support(holding)

    def use_heading(self, activity: Activity) -> str:
        """The use that is explained."""
        event = self.known.events.get(activity.event or "")
        by = self.words.force(activity.operator) or "not stated by whom"
        what = f"\u201c{event.title}\u201d" if event else "no event named"
        return (
            f"Use of {self.words.system(activity.system)} ({what}; {by}):"
            f" {phrase_readings(activity.times)}, in no number of systems"
        )

    def use_steps(self, activity: Activity) -> Iterator[Step]:
        """The way from claims to how often things were used."""
        for voice in activity.voices:
            yield from self._voice(voice)
        yield from self._readings([voice.stands for voice in activity.voices], activity.times, "this use")
        yield from self._denied(activity.denials)
        yield "result", f"So the row says: {phrase_readings(activity.times)}. It counts uses, never systems.", []

    # the claims, event by event

    def _word(self, word: Word) -> Iterator[Step]:
        for voice in word.voices:
            yield from self._voice(voice)
        if word.replaced:
            numbers = listed(
                f"{phrase(voice.stands.count)} ({span(voice.stands.earliest, voice.stands.latest)})"
                for voice in word.replaced
            )
            claims = [claim for voice in word.replaced for claim in voice.claims]
            yield "earlier", f"Earlier levels are replaced by the latest that gives a number: {numbers}.", claims
        counted = [voice.stands for voice in word.voices if voice.stands.effect != "use"]
        yield from self._readings(counted, word.level.readings, self._matter(word))

    def _matter(self, word: Word) -> str:
        if word.event is None:
            return f"claims of {word.kind} that no event is named for"
        event = self.known.events[word.event]
        return f"the event \u201c{event.title}\u201d ({event.kind})"

    def _voice(self, voice: Voice) -> Iterator[Step]:
        if self.brief:
            yield "voice", f"{self._who(self.answer.rows[voice.stands.id])}: {_worded(voice.stands)}.", voice.claims
            return
        for claim in voice.claims:
            row = self.answer.rows[claim.id]
            number = f"\u201c{row.count_text}\u201d = {phrase(claim.count)}" if claim.count.stated else "no number"
            yield "claim", f"{self._who(row)} ({row.stance}): {row.says} {number.capitalize()}.", [claim]
        if len(voice.claims) > 1:
            stands = voice.stands.count
            reports = len({claim.report for claim in voice.claims})
            where = f" in {plural(reports, 'report')}" if reports > 1 else ""
            told = f"its wording {phrase(stands)} stands" if stands.stated else "none gives a number"
            row = self.answer.rows[voice.stands.id]
            yield (
                "one voice",
                f"These {len(voice.claims)} claims{where} go back to one utterance, of {self._who(row)}:"
                f" it counts once; {told}.",
                voice.claims,
            )

    def _who(self, row: ClaimRow) -> str:
        origin = self.known.origins[row.origin]
        return self.known.sources[origin.speaker].name

    def _those(self, claims: Sequence[Claim]) -> str:
        return listed(dict.fromkeys(self._who(self.answer.rows[claim.id]) for claim in claims))

    def _readings(self, stands: Sequence[Claim], result: Readings, matter: str) -> Iterator[Step]:
        numbered = [claim for claim in stands if claim.count.stated]
        if not numbered:
            yield "number", f"On {matter}, nobody gives a number: one or more, \u201cnot stated\u201d.", []
            return
        if len(numbered) == 1:
            yield "number", f"On {matter}, one voice gives a number: {phrase(numbered[0].count)}.", numbered
            return
        for reading in result:
            inside = [claim for claim in numbered if meets(claim.count, reading)]
            wordings = listed(f"\u201c{claim.count.text}\u201d" for claim in inside)
            if len(inside) > 1:
                text = f"{wordings} can {'both' if len(inside) == 2 else 'all'} be true: {phrase(reading)}."
            else:
                text = f"{wordings} stands {'alone: ' if len(result) > 1 else 'for '}{phrase(reading)}."
            yield "reading", text, inside
        if len(result) > 1:
            text = f"No number fits all of them, so on {matter} the figures differ: {phrase_readings(result)}."
            yield "disagreement", text, numbered
        else:
            yield "agreement", f"On {matter}, all figures agree on {phrase_readings(result)}.", numbered

    # the trees

    def _tree(self, holding: Holding, direct: Sequence[Word]) -> Iterator[Step]:
        below = [
            each
            for each in self.answer.inventory.holdings
            if each.part_of == holding.cell and each.part_of_section == holding.section and each.depth
        ]
        for part in below:
            what = f"{self.words.system(part.system)} held by {self.words.force(part.holder)}"
            yield (
                "part",
                f"{what} ({number_text(part)}) is part of this row: it can raise the number, and is never added to it.",
                part.claims,
            )
        if below and not direct:
            yield (
                "sum",
                f"Nothing is claimed for this row itself: it holds what its parts add up to, {number_text(holding)}.",
                [],
            )
        if holding.part_of is not None:
            holder, system = holding.part_of
            whole = f"{self.words.system(system)} of {self.words.force(holder)}"
            how = "is part of" if holding.depth else "may be among"
            yield "part of", f"This row {how} the row of {whole}; a sum of the inventory takes only that one.", []

    # the arithmetic of time

    def _sum(self, reckoned: Reckoned, holding: Holding) -> Iterator[Step]:
        if reckoned.base.numbered:
            dates = span(reckoned.base.start, reckoned.base.end)
            yield "level", f"The latest level that gives a number is {_told(reckoned.base.readings)} ({dates}).", []
        elif reckoned.arrived.readings:
            yield (
                "arrival",
                "No earlier level with a number is known, so what arrived is what is held:"
                f" {_told(reckoned.arrived.readings)}.",
                [],
            )
        elif reckoned.base.readings:
            yield "level", "It was seen or said to be there, without a number.", []
        if reckoned.base.numbered and reckoned.arrived.readings:
            yield "arrival", f"Arrived after that and added: {_told(reckoned.arrived.readings)}.", []
        if reckoned.amid.readings:
            yield (
                "arrival",
                "Arrived about then, so perhaps among them already; the larger holds:"
                f" {_told(reckoned.amid.readings)}.",
                [],
            )
        if reckoned.gone.readings:
            yield "departure", f"Lost or gone after that and taken away: {_told(reckoned.gone.readings)}.", []
        if reckoned.perhaps_gone.readings and (reckoned.base.readings or reckoned.arrived.readings):
            yield (
                "departure",
                f"Lost or gone about then: {_told(reckoned.perhaps_gone.readings)}; perhaps left out already, so only"
                " the low end of the number gives way.",
                [],
            )
        if not holding.held and holding.lost:
            yield (
                "losses",
                f"Only losses are known ({_told(holding.lost)}): what is left is not stated, not zero.",
                holding.claims,
            )
        if holding.held:
            yield "result", f"So the row says: {number_text(holding)}.", []

    # doubts and support

    def _denied(self, denials: Sequence[Claim]) -> Iterator[Step]:
        if self.brief and denials:
            text = f"Denied by {self._those(denials)}. That lowers no number; the row is marked contested."
            yield "denial", text, denials
            return
        for denial in denials:
            row = self.answer.rows[denial.id]
            yield (
                "denial",
                f"{self._who(row)} denies it: {row.says} That lowers no number; the row is marked contested.",
                [denial],
            )

    def _doubts(self, holding: Holding) -> Iterator[Step]:
        yield from self._denied(holding.denials)
        if self.brief:
            for kind in ("planned", "only possible"):
                if claims := [claim for claim in holding.uncounted if _uncounted(claim) == kind]:
                    text = f"{self._those(claims)}: this is {kind}, so it is shown and not counted."
                    yield "not counted", text, claims
            return
        for claim in holding.uncounted:
            row = self.answer.rows[claim.id]
            kind = _uncounted(claim)
            yield (
                "not counted",
                f"{self._who(row)}: {row.says} This is {kind}, so it is shown and not counted.",
                [claim],
            )

    def _support(self, holding: Holding) -> Iterator[Step]:
        if not holding.resting_on:
            return
        origins = {claim.origin for claim in holding.resting_on}
        reports = {claim.report for claim in holding.resting_on}
        parties = [self.words.source(party) for party in holding.parties]
        alone = " One party alone: look for a second." if holding.single_party else ""
        stated = any(count.stated for count in holding.held)
        yield (
            "support",
            f"The {'number' if stated else 'row'} rests on {plural(len(holding.resting_on), 'claim')} in"
            f" {plural(len(reports), 'report')}, by {plural(len(origins), 'utterance')} of"
            f" {plural(len(parties), 'independent party', 'independent parties')}: {listed(parties)}.{alone}",
            [],
        )
        grade = holdings.credibility(holding, self.known.world)
        yield "credibility", f"{grade}, {vocabulary.CREDIBILITY[grade]}.", []


def _worded(claim: Claim) -> str:
    """A figure as it was worded, and what that comes to where it is not the same."""
    if not claim.count.stated:
        return "no number"
    told = phrase(claim.count)
    return told if claim.count.text in ("", told) else f"\u201c{claim.count.text}\u201d = {told}"


def _uncounted(claim: Claim) -> str:
    return "planned" if claim.effect == "intention" else "only possible"


def _told(readings: Readings) -> str:
    return phrase_readings(readings)


def passages(rows: Iterable[ClaimRow], paragraphs: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The paragraph of each claim whose report's text is attached, by claim."""
    return {
        row.id: paragraphs[row.report][row.paragraph - 1]
        for row in rows
        if row.report in paragraphs and row.paragraph <= len(paragraphs[row.report])
    }
