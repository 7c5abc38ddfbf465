"""What is said of every cell, a holder and a system, and what it comes to: design section 5.5. Pure.

A word is what the voices on one matter make of one cell. The ledger of a section adds the words of all its matters up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from oob.count import UNSTATED, Count, readings
from oob.matters import Claim, Matter, World
from oob.reckoning import (
    END,
    NOTHING,
    START,
    Cell,
    Level,
    Roll,
    either,
    latest,
    minus,
    perhaps_minus,
    together,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """One origin's word on a cell: the wording that stands for it, and all its claims there."""

    origin: str
    stands: Claim
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """What the voices on one matter make of one cell: those that count, and those that a later level replaced."""

    event: str | None
    kind: str
    cell: Cell
    voices: tuple[Voice, ...]
    replaced: tuple[Voice, ...]
    level: Level


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The parts of a cell's number."""

    base: Level
    arrived: Level
    amid: Level
    """Arrivals that may be among the base already; the larger of the two holds."""
    gone: Level
    perhaps_gone: Level
    own: Level
    """What these make, before the cells below are looked at."""


# -- words: what the voices on a matter say of a cell ---------------------------------------------------------------


def hear(matter: Matter, cell: Cell, claims: Sequence[Claim]) -> Word:
    """What the claims on one matter and cell come to: one voice an origin, and of levels in time the latest."""
    by_origin: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_origin[claim.origin].append(claim)
    voices = [_voice(origin, said, matter.kind) for origin, said in sorted(by_origin.items())]
    kept, replaced = _current(voices) if matter.kind == "presence" else (voices, [])
    return Word(matter.event, matter.kind, cell, tuple(kept), tuple(replaced), _level(kept, matter))


def _voice(origin: str, claims: Sequence[Claim], kind: str) -> Voice:
    """The wording that stands for an origin: a number before none, of levels the latest, else the last."""

    def rank(claim: Claim) -> tuple[bool, str, tuple[str, int, str]]:
        return claim.number.stated, claim.earliest if kind == "presence" else "", claim.order

    return Voice(origin, max(claims, key=rank), tuple(claims))


def _current(voices: Sequence[Voice]) -> tuple[list[Voice], list[Voice]]:
    """The voices on the latest level, and those on earlier ones.

    Only a number replaces a number. Levels that are left overlap in time, each with each: they are alternatives.
    """
    numbered = [voice.stands for voice in voices if voice.stands.number.stated]
    since = max((claim.earliest for claim in numbered), default=START)
    return [v for v in voices if v.stands.latest >= since], [v for v in voices if v.stands.latest < since]


def _level(voices: Sequence[Voice], matter: Matter) -> Level:
    said = [voice.stands for voice in voices]
    numbered = [claim for claim in said if claim.number.stated]
    every = [claim for voice in voices for claim in voice.claims]
    telling, vague = numbered or every, False
    if matter.kind != "presence":
        # An arrival or a loss has a date of its own. Who saw the things there, or gives no date, says only by when. On
        # a named event others may date it for him; on none they may speak of another.
        dated = [claim for claim in every if claim.dated and claim.effect not in ("presence", "use")]
        telling, vague = (dated, False) if dated and matter.event else (every, len(dated) < len(every))
    start, end = min(claim.earliest for claim in telling), max(claim.latest for claim in telling)
    return Level(readings(claim.number for claim in said), start, end, vague)


# -- the ledger: every cell of one section --------------------------------------------------------------------------

LOSSES: Final = frozenset(("destroyed", "shot-down", "crashed", "killed", "captured"))


class Ledger:
    """The matters of one section, and what they make of any cell."""

    def __init__(self, matters: Iterable[Matter], world: World) -> None:
        self.world = world
        self.words: dict[Cell, list[Word]] = defaultdict(list)
        self.also: dict[Cell, set[str]] = defaultdict(set)
        self._named: dict[tuple[str, Cell], list[Roll]] = defaultdict(list)
        self._implicit: dict[str, Roll] = {}
        implicit: dict[str, dict[Cell, Level]] = defaultdict(dict)
        for matter in matters:
            for kind, words in self._hear(matter):
                claimed = {word.cell: word.level for word in words}
                if matter.event is None:
                    implicit[kind] |= claimed
                else:
                    self._add(kind, claimed)
        for kind, claimed in implicit.items():
            self._implicit[kind] = self._roll(kind, claimed)
        cells = {cell for _, cell in self._named} | {cell for roll in self._implicit.values() for cell in roll.cells}
        self.reckoned = {cell: self._reckon(cell) for cell in cells}
        owned = {cell: reckoned.own for cell, reckoned in self.reckoned.items() if reckoned.own.readings}
        standing = {cell: self._standing(cell) for cell in self.words}
        self._total = Roll(owned, world.forces, world.systems, standing=standing, lessen=self._lessen)

    def _hear(self, matter: Matter) -> Iterable[tuple[str, list[Word]]]:
        """The words on a matter by kind; of departures, those of losses a second time, as `lost`."""
        cells: dict[Cell, list[Claim]] = defaultdict(list)
        for claim, cell in matter.claims:
            cells[cell].append(claim)
        words = [hear(matter, cell, claims) for cell, claims in cells.items()]
        for word in words:
            self.words[word.cell].append(word)
            self.also[word.cell].update(matter.also)
        yield matter.kind, words
        if matter.kind == "departure":
            losses = {cell: [claim for claim in said if claim.action in LOSSES] for cell, said in cells.items()}
            yield "lost", [hear(matter, cell, claims) for cell, claims in losses.items() if claims]

    def _roll(self, kind: str, claimed: Mapping[Cell, Level]) -> Roll:
        standing = claimed if kind == "presence" else None
        return Roll(claimed, self.world.forces, self.world.systems, standing=standing, open_ended=kind == "departure")

    def _add(self, kind: str, claimed: Mapping[Cell, Level]) -> None:
        roll = self._roll(kind, claimed)
        for cell in roll.cells:
            self._named[kind, cell].append(roll)

    def _standing(self, cell: Cell) -> Level:
        """The level that is claimed for just this cell: older numbers of its parts are in it."""
        levels = [(word.event, word.level) for word in self.words[cell] if word.kind == "presence"]
        named = together(level for event, level in levels if event is not None)
        return latest(next((level for event, level in levels if event is None), NOTHING), named)

    def held(self, cell: Cell) -> Level:
        """What is held of a cell, those below it considered."""
        return self._total.at(cell)

    def lost(self, cell: Cell) -> Level:
        """All that was lost of a cell."""
        return either(self._unnamed("lost", cell), together(self._events("lost", cell)))

    def below(self, cell: Cell) -> list[Cell]:
        """The cells that claims were made for and that are part of a cell, itself among them."""
        return self._below.get(cell, [])

    @cached_property
    def _below(self) -> dict[Cell, list[Cell]]:
        """Every cell that has some below it, with these."""
        forces, systems = self.world.forces, self.world.systems
        found: dict[Cell, list[Cell]] = defaultdict(list)
        for cell in self.words:
            for force in forces.line(cell[0]):
                for kind in systems.line(cell[1]):
                    if kind == cell[1] or not systems.is_root(kind):
                        found[force, kind].append(cell)
        return found

    def _events(self, kind: str, cell: Cell) -> list[Level]:
        return [roll.at(cell) for roll in self._named.get((kind, cell), ())]

    def _unnamed(self, kind: str, cell: Cell) -> Level:
        roll = self._implicit.get(kind)
        return roll.at(cell) if roll is not None else NOTHING

    def _reckon(self, cell: Cell) -> Reckoned:
        """Design 5.5: the latest presence, plus what arrived after it, minus what went after it, never under zero."""
        base = latest(self._unnamed("presence", cell), together(self._events("presence", cell)))
        if base.numbered:
            arrived = self._pick("arrival", cell, lambda level: level.after(base))
            amid, since = self._amid(cell, base), base
        else:
            arrived, amid = self._pick("arrival", cell, lambda level: True), NOTHING
            since = arrived
        gone = self._pick("departure", cell, lambda level: level.after(since))
        perhaps = self._pick(
            "departure", cell, lambda level: not level.after(since) and not (since.readings and since.after(level))
        )
        known = either(together((base, arrived)), amid) if base.numbered else arrived
        held = known.readings or base.readings
        held = perhaps_minus(minus(held, gone.readings), perhaps.readings)
        if base.readings and not base.numbered and base.after(gone) and base.after(perhaps):
            held = tuple(_seen_again(count) for count in held)
        dated = [level for level in (base, amid, arrived) if level.readings]
        numbered = [level for level in dated if level.numbered] or dated
        start = min((level.start for level in numbered), default=END)
        end = max((level.end for level in numbered), default=START)
        own = Level(held, start, end, any(level.vague for level in numbered)) if dated else NOTHING
        return Reckoned(base, arrived, amid, gone, perhaps, own)

    def _pick(self, kind: str, cell: Cell, fits: Callable[[Level], bool]) -> Level:
        """The events of a kind that fit, added up; the claims without an event beside them, never on top."""
        unnamed = self._unnamed(kind, cell)
        named = together(level for level in self._events(kind, cell) if level.readings and fits(level))
        return either(unnamed, named) if unnamed.readings and fits(unnamed) else named

    def _amid(self, cell: Cell, base: Level) -> Level:
        """All arrivals of which some may be among the base, without what may have gone of them before it."""

        def apart(level: Level) -> bool:
            return level.after(base) or base.after(level)

        named = [level for level in self._events("arrival", cell) if level.readings and not base.after(level)]
        unnamed = self._unnamed("arrival", cell)
        found = either(
            NOTHING if apart(unnamed) else unnamed,
            NOTHING if all(map(apart, named)) else together(named),
        )
        gone = self._pick("departure", cell, lambda level: base.after(level) and not found.after(level))
        return replace(found, readings=perhaps_minus(found.readings, gone.readings))

    def _lessen(self, cell: Cell, parts: Sequence[Cell], held: Level) -> Level:
        """What parts of a cell hold, where losses claimed for the cell beyond theirs may be among any of them."""
        rolls = [*self._named.get(("departure", cell), ())]
        if (unnamed := self._implicit.get("departure")) is not None:
            rolls.append(unnamed)
        for roll in rolls:
            lost = roll.beyond(cell, parts)
            if lost.readings and not held.after(lost):
                held = replace(held, readings=perhaps_minus(held.readings, lost.readings))
        return held


def _seen_again(count: Count) -> Count:
    """What is left after losses, where some were seen later."""
    return UNSTATED if count.high == 0 else replace(count, low=max(1, count.low))
