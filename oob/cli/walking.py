"""The walk through a draft's proposals: prompts and answers, in plain lines, from a terminal or a pipe."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from oob.catalog import ClaimEntry, shapes
from oob.cli import proposals
from oob.errors import Refusal
from oob.names import printable
from oob.reading.drafts.reviewing import FIELDS, NEEDED, Wrong
from oob.texts import paragraphs

if TYPE_CHECKING:
    from oob.cli.proposals import Screen, Spellings
    from oob.reading.drafts.reviewing import Review

_KEYS: Final = {
    "a": "accept: it is right",
    "e": "edit a field; 'e count' goes to it, 'e count at least 14' sets it",
    "s": "skip: it is wrong, or no claim of equipment; it is never loaded",
    "n": "next: leave it for later",
    "b": "back to the one before",
    "+": "add a claim that was missed here: a copy of this one, to be edited",
    "t": "text: the paragraphs around it",
    "q": "quit; every answer is kept, and the next review goes on here",
    "?": "this help",
}
_WORDS: Final = {
    "accept": "a", "edit": "e", "skip": "s", "next": "n", "back": "b", "add": "+", "text": "t", "quit": "q",
    "help": "?", "h": "?",
}  # fmt: skip
_PROMPT: Final = "a accept, e edit, s skip, b back, q quit, ? help: "
_PATIENCE: Final = 5
"""Answers to a plain question that may be none, before it is taken for a no."""
_EMPTY: Final = "-"
"""What is typed for nothing where Enter takes what is proposed."""


class _Stop(Exception):
    """The person quits, or there is nobody to answer any more."""


class Walk:
    """A review in the course of being made by a person."""

    def __init__(self, review: Review, screen: Screen, spellings: Spellings) -> None:
        self.review = review
        self.screen = screen
        self.spellings = spellings
        self._text: list[str] | None = None
        if sys.stdin is not None and hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="replace")

    # talk

    def tell(self, text: str = "") -> None:
        """Prints a line, whatever the terminal's encoding has letters for."""
        _put(text + "\n")

    def _ask(self, prompt: str) -> str:
        """What a person types. Raises _Stop where there is nothing more to read."""
        _put(prompt)
        line = sys.stdin.readline() if sys.stdin is not None else ""
        is_typed = sys.stdin is not None and sys.stdin.isatty()
        if not is_typed or not line:
            _put(printable(line.strip()) + "\n")  # so that what a pipe answered can be read, too
        if not line:
            raise _Stop
        return line.strip()

    def choose(self, prompt: str, choices: Sequence[str]) -> str:
        """One of some letters; Enter is the first. Where there is nobody to answer: n."""
        for _ in range(_PATIENCE):
            try:
                answer = self._ask(prompt).casefold()
            except _Stop:
                break
            if not answer or answer[0] in choices:
                return answer[:1] or choices[0]
        return "n"

    # the walk

    def run(self, *, back: bool = False) -> bool:
        """Puts the proposals to the person, one after another, those first that nobody has looked at.

        `back`: begins with the last one, whatever became of it. Gives whether the walk came to its end.
        """
        order = self.review.order
        at = len(order) - 1 if back and order else self._next(0)
        if at is None:
            return True
        if not back:
            self.tell(proposals.heading(self.review, self.screen))
            for each in self.review.faults_around[:10]:
                self.tell(f"To be mended before a load: {printable(str(each))}")
        try:
            while at is not None:
                at = self._one(at)
        except _Stop:
            return False
        return True

    def _next(self, after: int) -> int | None:
        """The place of the first proposal from a place on that nobody has looked at."""
        claims, order = self.review.claims, self.review.order
        return next((at for at in range(after, len(order)) if claims[order[at]].review == "proposed"), None)

    def _one(self, at: int) -> int | None:
        """Puts one claim to the person until it is answered; gives the place of the next."""
        self._show(at)
        while True:
            number = self.review.order[at]
            letter, _, rest = self._ask(_PROMPT).partition(" ")
            key = _WORDS.get(letter.casefold(), letter.casefold())
            if key == "a" and not self._accept(number):
                continue
            if key == "s":
                self.review.decide([number], "skipped")
            if key in ("a", "s", "n"):
                return self._next(at + 1)
            if key == "q":
                raise _Stop
            if key == "b" and at == 0:
                self.tell("This is the first.")
            elif key == "b":
                return at - 1
            elif key == "e":
                self._edit(number, rest)
                self._show(at)
            elif key == "+":
                self.review.copy(number)
                at += 1
                self.tell("A copy of it, to be changed to what was missed; s throws it away again.")
                self._show(at)
                self._edit(self.review.order[at], "")
                self._show(at)
            elif key == "t":
                self._show_text(number)
            elif key == "?":
                for each, told in _KEYS.items():
                    self.tell(f"  {each}  {told}")
            else:
                self.tell(f"'{printable(letter)}' is no answer; ? lists them." if letter else "? lists the answers.")

    def _show(self, at: int) -> None:
        self.tell("-" * min(self.screen.width, proposals.WIDEST))
        self.tell(proposals.card(self.review, self.review.order[at], self.screen, self.spellings))

    def _accept(self, number: int) -> bool:
        if faults := self.review.faults(number):
            self.tell("It cannot be accepted as it is:")
            for fault in faults:
                self.tell(f"  {printable(fault)}")
            self.tell("Edit the field (e), or skip the claim (s).")
            return False
        self.review.decide([number], "accepted")
        return True

    def _show_text(self, number: int) -> None:
        if self._text is None:
            path = self.review.draft.path.with_name(f"{self.review.report.id}.txt")
            try:
                self._text = paragraphs(path.read_text("utf-8-sig"))
            except (OSError, UnicodeDecodeError):
                self.tell(f"The text is not beside the draft, as {printable(path.name)}.")
                return
        paragraph = self.review.claims[number].paragraph
        if not re.fullmatch("[0-9]{1,5}", paragraph) or not 1 <= int(paragraph) <= len(self._text):
            self.tell(f"The text has no paragraph {printable(paragraph)}; it has {len(self._text)}.")
            return
        self.tell(proposals.around(self._text, int(paragraph), self.screen))

    # editing

    def _edit(self, number: int, typed: str) -> None:
        """Changes fields of a claim until the person has enough; what is typed behind `e` goes first."""
        if typed:
            name, _, value = typed.partition(" ")
            field = self._field(name)
            if field is not None:
                self._change(number, field, value.strip() or None)
            return
        for place, field in enumerate(FIELDS, 1):
            held = printable(self.review.value(number, field))
            shown = textwrap.shorten(held, max(20, self.screen.width - 20), placeholder=" ...")
            self.tell(f"{place:>4}  {field:<12} {shown}".rstrip())
        while name := self._ask("Field, by number or name (Enter when done): "):
            field = self._field(name)
            if field is not None:
                self._change(number, field, None)

    def _field(self, name: str) -> str | None:
        """The field that a number, a name or the beginning of one stands for."""
        if name.isdecimal() and len(name) < 4 and 1 <= int(name) <= len(FIELDS):
            return FIELDS[int(name) - 1]
        wanted = name.casefold().replace("-", "_")
        found = [each for each in FIELDS if each == wanted] or [each for each in FIELDS if each.startswith(wanted)]
        if len(found) == 1:
            return found[0]
        told = f"which of {', '.join(found)}?" if found else f"there are {', '.join(FIELDS)}"
        self.tell(f"No field '{printable(name)}'; {told}")
        return None

    def _change(self, number: int, field: str, typed: str | None) -> None:
        """Asks for a field's value until it can stand, and keeps it."""
        if typed is None:
            self._tell_choices(number, field)
        while True:
            held = printable(self.review.value(number, field))
            anew = ", ! tells it anew" if field == "says" else ""
            if typed is None:
                typed = self._ask(f"{field} [{held}] (Enter clears, = keeps{anew}): ")
            if typed == "=":
                return
            try:
                retold = self._put_in(number, field, typed)
            except Wrong as wrong:
                typed = self._instead(number, wrong, typed)
                continue
            self.tell(f"{field}: {printable(self.review.value(number, field)) or 'nothing'}")
            if retold:
                self.tell(f"says: {printable(retold)}")
            return

    def _put_in(self, number: int, field: str, typed: str) -> str | None:
        if field == "says" and typed == "!":
            self.review.retell(number)
            return None
        return self.review.set(number, field, typed)

    def _tell_choices(self, number: int, field: str) -> None:
        """What a field of a closed list, or an origin, may be."""
        shape = shapes(ClaimEntry).get(field)
        if shape is not None and shape.members:
            self.tell(self._wrapped(f"one of {', '.join(shape.members)}"))
        elif field == "origin":
            for each in self.review.origins:
                told = ", ".join(filter(None, (self.review.title("source", each.speaker), each.basis, each.made)))
                self.tell(f"  {each.id}: {printable(told)}")

    def _instead(self, number: int, wrong: Wrong, typed: str) -> str | None:
        """What is to be taken instead of a wrong value: a known name, a new one, or None to be asked again."""
        self.tell(printable(str(wrong)))
        if wrong.kind not in NEEDED:
            return None
        for place, each in enumerate(wrong.options, 1):
            self.tell(f"  {place}  {printable(self.review.title(wrong.kind, each))} ({each})")
        numbers = {0: "", 1: "1 takes it, "}.get(len(wrong.options), f"1-{len(wrong.options)} takes one, ")
        answer = self._ask(f"{numbers}+ adds '{printable(wrong.name)}' as new, Enter asks again: ")
        if answer.isdecimal() and len(answer) < 3 and 1 <= int(answer) <= len(wrong.options):
            return typed.replace(wrong.name, wrong.options[int(answer) - 1])
        if answer == "+":
            id_ = self._add(number, wrong.kind, wrong.name)
            return typed.replace(wrong.name, id_) if id_ is not None else None
        return answer or None

    # what is new

    def _add(self, number: int, kind: str, name: str) -> str | None:
        """Describes something new and writes it into the user's own catalogue file; gives its id."""
        entry: Any = self.review.newcomer(kind, name)
        self.tell(f"A new {kind}, '{printable(entry.name)}'. Enter takes what is in brackets, {_EMPTY} is for nothing.")
        for field in NEEDED[kind]:
            entry = self._described(number, entry, field)
        try:
            id_ = self.review.welcome(entry)
        except Wrong as wrong:
            self.tell(printable(str(wrong)))
            return None
        self.tell(f"Added {kind} '{id_}' to {printable(str(self.review.catalogue.path))}.")
        return id_

    def _described(self, number: int, entry: Any, field: str) -> Any:
        """A newcomer with a field that the person was asked for."""
        shape = shapes(type(entry))[field]
        guess = self.review.guess(number, entry.KIND, field)
        members = f" ({', '.join(shape.members)})" if shape.members else ""
        typed: str | None = None
        while True:
            if typed is None:
                typed = self._ask(f"  {field}: {shape.help[0].lower()}{shape.help[1:]}{members} [{guess}]: ") or guess
            typed = "" if typed == _EMPTY else typed
            try:
                return self.review.describe(entry, field, typed)
            except Wrong as wrong:
                typed = self._instead(number, wrong, typed)

    def _wrapped(self, text: str) -> str:
        return textwrap.fill(text, min(self.screen.width, proposals.WIDEST), subsequent_indent="  ")


def _put(text: str) -> None:
    if sys.stdout is None:
        raise Refusal("there is no standard output to show the proposals on")
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, errors="replace").decode(encoding))
    sys.stdout.flush()
