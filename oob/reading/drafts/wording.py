"""A claim in one sentence of our own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from oob.names import printable
from oob.reading.knowledge import Knowledge
from oob.reading.reader import Proposal

_SAID: Final = {
    "asserted": "stated", "assessed": "judged", "alleged": "said", "possible": "thought it possible",
    "denied": "denied",
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
_LINKS: Final = {
    "deployed": "by", "struck": "by", "controls": "by", "operates": "with", "withdrawn": "by", "laid": "by",
    "supplied": "to", "delivered": "to", "captured": "from", "purchased": "by", "planned": "by", "recruited": "by",
}  # fmt: skip
"""What joins an action with who has the thing; with other actions it is his before anything is done to it."""
_WITHIN: Final = ("town", "country", "region", "area")
"""Kinds of place in which things are, not at which."""


def says(each: Proposal, knowledge: Knowledge) -> str:
    """The claim in one sentence of our own."""

    def force(id_: str) -> str:
        return knowledge.title("force", id_)

    def place(ids: Iterable[str]) -> str:
        return " and ".join(knowledge.title("place", id_) for id_ in ids)

    thing = knowledge.title("system", each.system) if each.system else place(each.places.get("at", ()))
    several = bool(each.count_text) and each.count_text.casefold() not in _ONE
    how_many = printable(each.count_text)
    counted = f"{thing} ({how_many[:1].lower()}{how_many[1:]})" if several else thing
    serving = each.action == "operates" and each.system is not None and knowledge.is_personnel(each.system)
    done = "was serving" if serving else _DONE.get(each.action, f"was {each.action}")
    if thing.endswith("s") or several:
        done = done.replace("was ", "were ", 1)
    link = _LINKS.get(each.action)
    owned = f"{counted} of {force(each.operator)}" if each.operator and link is None else counted
    parts = [each.speaker.name, _SAID[each.stance], "that", owned, done]
    parties = (
        (link, each.operator),
        ("against" if each.action == "struck" else "by", each.opponent),
        ("from" if each.action == "purchased" else "by", each.supplier),
        ("to" if link == "to" and not each.operator else "for", each.beneficiary),
    )
    named = {each.operator} if link is None else set()
    for word, id_ in parties:
        if id_ and id_ not in named:
            parts.append(f"{word} {force(id_)}")
            named.add(id_)
    for role in ("at", "near", "from", "via", "to"):
        places = [id_ for id_ in each.places.get(role, ()) if role != "to" or id_ not in named]  # a country given it
        if places and each.system:
            within = role == "at" and knowledge.place_kind(places[0]) in _WITHIN
            parts.append(f"{'in' if within else role} {place(places)}")
    told = printable(" ".join(parts))
    return f"{told[:1].upper()}{told[1:]}."
