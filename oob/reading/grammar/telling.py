"""Whether a word after a noun is what somebody says, or what pictures show: ..., the Kyiv Post reports."""

from __future__ import annotations

from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.spots import Spot


def tells(spot: Spot) -> bool:
    """Whether a word after a noun is what somebody says, or what pictures show."""
    tag, follows = spot.tag, spot.follows
    if spot.form == "base" and spot.verb in _SHOWING and tag in ("N", "E", "T") and _is_of_pictures(spot):
        return True
    if spot.form == "s" and spot.verb in _SHOWING and tag == "N" and spot.before in lexicon.IMAGERY:
        return spot.follows in _AFTER_SHOWING or spot.follows == "N"  # a video shows hits on a ship
    if spot.form == "s" and tag in ("N", "E", "S") and (spot.verb in _TELLING or _closes_attribution(spot)):
        return True
    if spot.form == "s" and spot.verb in lexicon.SPEECH and follows in (".", "") and _is_put_after(spot):
        return True
    if spot.verb in lexicon.SPEECH and follows in (",", ".", ";", "") and _is_put_in(spot):
        return True
    if spot.item.word == "say" and tag in ("N", "E", "S") and spot.after in _OPENS_SAID:
        return True  # rebels from the M23 group say they
    # ..., officials say.
    return spot.verb in ("say", "believe", "think", "add") and tag in ("N", "E", "S") and spot.before.endswith("s")


def _is_of_pictures(spot: Spot) -> bool:
    """Whether pictures stand before, which have no verb of their own yet: images published by the institute show."""
    if spot.follows not in _AFTER_SHOWING:
        return False
    before = spot.row[: spot.i]
    pictures = any(item.word in lexicon.IMAGERY and item.word.endswith("s") for item in before)
    return pictures and not any(item.tag in ("A", "H", "M") for item in before)


_AFTER_SHOWING: Final = frozenset("DQUSEJBRIX")
_SHOWING: Final = frozenset({"show", "reveal", "depict", "suggest", "indicate"})


def _closes_attribution(spot: Spot) -> bool:
    """Whether it ends a sentence as what one body does: "..., the Institute for Naval Studies estimates."."""
    row = spot.row
    several = spot.before.endswith("s") and not row[spot.i - 1].capital
    if spot.verb not in _CLOSING or spot.follows not in (".", "") or several:
        return False
    for at in range(spot.i - 1, -1, -1):
        item = row[at]
        if item.tag in (",", '"'):
            return True
        joins = item.word in ("of", "for", "on") and (row[at + 1].capital or row[at + 1].word == "the")
        if item.tag in ("I", "V", "A", "H", "M", "R") and not joins:
            return False
    return False


_CLOSING: Final = ("report", "claim", "state", "estimate", "note")


def _is_put_after(spot: Spot) -> bool:
    """Whether a name alone stands between a comma and a verb of speech: ..., the Kyiv Post reports."""
    row = spot.row
    at = spot.i - 1
    while at > 0 and spot.i - at < 6 and (row[at].capital or row[at].tag == "E") and row[at].tag in "NEJ":
        at -= 1
    if row[at].tag == "D" and row[at].word == "the":
        at -= 1
    return at > 0 and at < spot.i - 1 and row[at].tag in (",", '"')


def _is_put_in(spot: Spot) -> bool:
    """Whether commas set off what one says: Wagner, the command estimates, has 200 men there."""
    several = spot.before in ("data", "media", "police") or spot.before.endswith("s")
    agrees = not several or spot.row[spot.i - 1].capital if spot.form == "s" else several
    if spot.owned or not agrees or (spot.form == "s" and spot.follows != ","):
        return False
    for at in range(spot.i - 1, max(-1, spot.i - 9), -1):
        item = spot.row[at]
        if item.tag in (",", '"') or item.word == "as":
            return at < spot.i - 1
        if item.tag not in _OF_PHRASE:
            return False
    return False


_TELLING: Final = lexicon.bag("say add tell explain write argue note think believe know")
_OPENS_SAID: Final = lexicon.bag("they that it he she the there its their his")
_OF_PHRASE: Final = frozenset("DNSEJ-")
