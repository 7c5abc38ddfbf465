"""A claim in one sentence of our own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from oob.names import printable
from oob.reading.knowledge import Knowledge
from oob.reading.reader import Proposal
from oob.vocabulary import ACTIONS

_VERBS: Final = {
    "asserted": "states that", "assessed": "judges that", "alleged": "says that", "possible": "thinks it possible that",
    "denied": "denies that",
}  # fmt: skip
_ONE: Final = ("a", "an", "one", "1", "a single")
_DONE: Final = {
    "present": "was there", "operates": "was in use", "based": "was stationed", "stored": "was kept in store",
    "exercised": "was used in an exercise", "serviced": "was repaired or maintained", "shot-down": "was shot down",
    "crashed": "was lost in an accident", "purchased": "was bought", "transported": "was on the move",
    "escorted": "went along as escort", "struck": "was used in strikes", "controls": "was held", "backs": "was backed",
    "planned": "was promised, intended or expected",
}  # fmt: skip
"""What is said of a thing, where "was" and the action's own name would not do."""


def says(each: Proposal, knowledge: Knowledge) -> str:
    """The claim in one sentence of our own."""

    def force(id_: str) -> str:
        return knowledge.title("force", id_)

    def place(ids: Iterable[str]) -> str:
        return " and ".join(knowledge.title("place", id_) for id_ in ids)

    thing = knowledge.title("system", each.system) if each.system else place(each.places.get("at", ()))
    counted = f"{thing} ({printable(each.count_text)})" if each.count_text else thing
    done = _DONE.get(each.action, f"was {each.action}")
    if thing.endswith("s") or (each.count_text and each.count_text.casefold() not in _ONE):
        done = done.replace("was ", "were ", 1)
    parts = [each.speaker.name, _VERBS[each.stance], counted, done]
    loss = ACTIONS[each.action].effect in ("departure", "exchange") or each.action == "damaged"
    if each.operator:
        parts.append(
            f"{'on the side of' if loss else 'by' if each.action == 'deployed' else 'with'} {force(each.operator)}"
        )
    for word, id_ in (("by", each.opponent), ("by", each.supplier), ("for", each.beneficiary)):
        if id_ and id_ != each.operator:
            parts.append(f"{word} {force(id_)}")
    for role in ("at", "near", "from", "via", "to"):
        if each.places.get(role) and each.system:
            parts.append(f"{role} {place(each.places[role])}")
    return printable(" ".join(parts)) + "."
