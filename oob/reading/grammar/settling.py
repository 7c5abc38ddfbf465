"""Which words that may be verbs are nouns or adjectives here, by what stands beside them."""

from __future__ import annotations

from typing import Final

from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import NATIONALITIES, NOUNISH, Form
from oob.reading.grammar.spots import Spot
from oob.reading.grammar.syntax import Item
from oob.reading.grammar.telling import tells
from oob.reading.grammar.words import is_genitive


def settle(row: list[Item]) -> None:
    """Decides which words that may be verbs are nouns or adjectives here."""
    _pass_over_floating(row)
    for i, item in enumerate(row):
        if item.tag not in _UNSETTLED and item.word not in _MAY_CHANGE:
            continue
        if item.word == "own" and i and row[i - 1].tag in ("D", "E", "N") and row[i - 1].word not in ("they", "who"):
            item.tag = "J" if row[i - 1].tag == "D" or is_genitive(row[i - 1].word) else item.tag
        if (form := _verb_here(row, i)) is not None:
            item.tag, item.form = "V", form
        elif (item.tag == "B" and _is_adverb_settled(row, i)) or _is_turn(row, i):
            continue
        elif _is_compass(row, i):
            item.tag, row[i + 1].tag = "I", "skip"  # three tanks south of the capital
            item.word = "near"
        elif item.tag == "V" and item.form is not None:
            _join_prefix(row, i)
            item.tag = _tag_here(Spot(row, i))
            if item.tag == "N" and item.form.form == "ing" and _is_particle_of(row, i):
                row[i + 1].tag = "skip"  # the shooting down of a drone


def _is_adverb_settled(row: list[Item], i: int) -> bool:
    """Whether an adverb is none here, or belongs to another: with long-range drones, most likely, by the well."""
    item, last = row[i], i + 1 == len(row)
    if not last and row[i + 1].tag == "-" and row[i + 1].start == item.end:
        item.tag = "J"  # with long-range drones
        return True
    if i and row[i - 1].word in ("most", "very"):
        row[i - 1].tag = "skip"  # was most likely damaged
    if i and row[i - 1].tag == "D" and (last or row[i + 1].tag in ",.ICRAMH"):
        item.tag = "N"  # by the well
    return False


def _is_turn(row: list[Item], i: int) -> bool:
    """Whether a word is part of a turn of phrase, whose words are then tagged by what they mean together."""
    item = row[i]
    before, after = row[i - 1] if i else _NOTHING, row[i + 1] if i + 1 < len(row) else _NOTHING
    if item.word in _BEFORE_ARTICLE and after.word in ("a", "an", "the"):
        item.tag = "skip"  # such a run, quite a few
    elif item.word in _SELF and before.tag in ("N", "S", "E") and after.tag in ("V", "A", "H", "M"):
        item.tag = "skip"  # the army itself lost two
    elif item.word == "worth" and after.form is not None and after.form.form == "ing":
        item.tag = after.tag = "skip"  # it is worth noting that they fell
    elif item.word == "so" and [each.word for each in row[i + 1 : i + 3]] == ["-", "called"]:
        item.tag = after.tag = row[i + 2].tag = "skip"  # the so-called Islamic State
    elif item.word == "present" and before.tag == "A":
        item.tag = "skip"  # jets are present at the base: they are there
    elif item.word == "bound" and i and before.tag != "A" and after.word == "for":
        item.tag, after.word = "skip", "towards"  # left Tartus bound for Tobruk
    elif item.word == "commander" and [each.word for each in row[i + 1 : i + 5]] == ["-", "in", "-", "chief"]:
        item.end = row[i + 4].end
        for each in row[i + 1 : i + 5]:
            each.tag = "skip"  # the commander-in-chief
    elif item.word == "result" and i > 1 and [row[i - 2].word, before.word, after.word] == ["as", "a", "of"]:
        row[i - 2].tag = before.tag = item.tag = "skip"
        after.word = "due to"  # died as a result of shelling
    elif item.word in _CAUSING and after.word == "to" and row[i + 2 : i + 3] and row[i + 2].tag != "V":
        item.tag, after.word = "skip", "due to"  # lost them due to Russian attacks
    elif item.word == "times" and i > 1 and before.tag in ("J", "Q", "U") and row[i - 2].tag == "H":
        before.tag = item.tag = "B"  # has many times accused it
    elif item.word in ("tank", "tanks") and before.word == "think":
        before.tag = "J"  # a think tank
    elif item.word == "yet" and i < len(row) - 2 and before.tag == "H" and after.word == "to":
        item.tag, after.tag = "X", "skip"  # have yet to arrive: have not
    elif item.word == "most" and after.word in ("likely", "probably"):
        item.tag = "B"
    elif item.word == "board" and before.word == "on" and after.tag in _OPENS_NOUN:
        before.tag, item.tag, item.word = "skip", "I", "aboard"
    else:
        return False
    return True


_OPENS_NOUN: Final = frozenset("DQUNSEJ")
_NOTHING: Final = Item("", "", -1, -1)
"""What stands beside the first and last word."""


def _join_prefix(row: list[Item], i: int) -> None:
    """Takes a verb and what a hyphen joins to its front for one word: crash-landed, pre-positioned."""
    form = row[i].form
    if i < 2 or row[i - 1].tag != "-" or form is None or f"{row[i - 2].word}-{form.verb}" not in lexicon.FRAMES:
        return
    row[i].form = Form(f"{row[i - 2].word}-{form.verb}", form.form)
    row[i - 2].tag = row[i - 1].tag = "skip"


def _verb_here(row: list[Item], i: int) -> Form | None:
    """The verb that a word is here which elsewhere is none."""
    if not 0 < i < len(row) - 1:
        return None
    word, before, after = row[i].word, row[i - 1], row[i + 1]
    if word == "arms" and _does(before) and after.tag in _OPENS_PHRASE:
        return Form("arm", "s")  # accused of lying when it says that it arms the rebels
    if word == "down" and before.word == "to" and after.tag in "DQUSEJ":
        return Form("down", "base")  # fired a missile to down a helicopter
    if word in _TO_DO and before.word == "to" and after.tag in "DE":
        return Form(word, "base")  # used howitzers to shell the town
    return Form("control", "base") if word == "control" and _control(before, after) else None


def _pass_over_floating(row: list[Item]) -> None:
    """Leaves out what says of how many within a verb group: the jets had all been lost, have both taken part."""
    for before, item, after in zip(row, row[1:], row[2:], strict=False):
        if item.word in ("all", "both", "each") and before.tag in ("A", "H") and after.tag in ("A", "V"):
            past = after.form is not None and after.form.form in ("pp", "pastpp", "ing")
            item.tag = "skip" if past or after.word in ("been", "being") else item.tag
        elif item.word in _IN_ORDER and _tells_order(before, after):
            item.tag = "B"  # drones first struck the radar, which was last seen in May


def _tells_order(before: Item, after: Item) -> bool:
    """Whether a verb group goes on after "first", or begins with it, right behind who does it."""
    if after.tag not in ("V", "A", "H") or (after.form is not None and after.form.form == "ing"):
        return False
    if after.form is not None and after.form.verb == "fly":
        return False  # the type first flew in 1977: that is no flight of anybody's
    doer = before.tag in ("N", "S", "E", "O") and not is_genitive(before.word)
    several = before.word.endswith("s") and after.word in _SAME_PAST
    return before.tag in ("A", "H") or (doer and (several or after.word not in NOUNISH))


_IN_ORDER: Final = frozenset({"first", "next", "last"})
"""Words that say which came before which, of a thing or of a deed."""


def _is_particle_of(row: list[Item], i: int) -> bool:
    """Whether the particle of a verb that is a noun here follows, and "of"."""
    return i + 2 < len(row) and row[i + 1].word in lexicon.PARTICLES and row[i + 2].word == "of"


def _control(before: Item, after: Item) -> bool:
    """Whether "control" is what several do with what follows: the rebels control the town."""
    several = before.word in _MAY_CONTROL or (before.tag in ("N", "E", "S") and before.word.endswith("s"))
    return several and not is_genitive(before.word) and (after.tag in ("D", "E") or after.word in _SHARES)


_MAY_CONTROL: Final = lexicon.bag("they who we which that and now also still jointly already largely effectively")
_SHARES: Final = lexicon.bag("much most parts large several all half some swathes areas vast nearly almost key")


def _does(item: Item) -> bool:
    """Whether a word can only be who does something: it, he, who."""
    return item.word in ("it", "he", "she", "who", "which")


_UNSETTLED: Final = frozenset("VB")
_BEFORE_ARTICLE: Final = lexicon.bag("such quite rather half")
"""Words that may stand before an article, and tell nothing of the thing."""


def _is_compass(row: list[Item], i: int) -> bool:
    near = row[i].word in _COMPASS and 0 < i < len(row) - 1
    return near and row[i + 1].word == "of" and row[i - 1].tag in ("S", "E", "N", "T")


def _tag_here(spot: Spot) -> str:
    if spot.joined:
        return "J"  # co-operate and the like never come so
    if spot.tag == "E" and spot.form in ("base", "s", "ing") and _is_adjective_of_nation(spot):
        return "J" if spot.form == "ing" and spot.follows in ("N", "S") else "N"
    if spot.item.capital and spot.i and spot.tag not in ('"', ":", ".") and spot.form != "ing":
        return "N"
    if spot.form in ("base", "s"):
        return "N" if _is_noun(spot) else "V"
    if spot.form == "ing":
        return _gerund(spot)
    if (
        spot.before == "the"
        and spot.item.word in ("wounded", "injured", "displaced")
        and spot.follows not in ("N", "S", "E", "-")
    ):
        return "N"
    return "J" if _is_adjective(spot) else "V"


def _is_adjective_of_nation(spot: Spot) -> bool:
    """Whether an adjective stands before that cannot be who does something: Russian assaults, not the Russians say."""
    if spot.form == "base" and spot.item.word not in _SAME_PAST and _is_of_one(spot):
        return True  # a Turkish convoy
    people = spot.before.endswith(("s", "ese", "ish", "ch")) or spot.before.isupper()
    return spot.before in NATIONALITIES and not people and spot.verb not in ("say", "tell")


def _is_noun(spot: Spot) -> bool:
    """Whether a word that is a verb in the present or a noun is a noun: an attack, they attack."""
    word, tag, follows = spot.item.word, spot.tag, spot.follows
    if spot.before == "whose":
        return True  # missiles whose reach is 40 km
    if tag == "T" and spot.i > 1 and spot.row[spot.i - 2].tag == "D" and word in NOUNISH:
        return True  # a Monday report
    if word in _MEANING_TO and tag == "E" and spot.after == "to" and not is_genitive(spot.before):
        return False  # the United States plans to base missiles there
    if spot.form == "s" and word in NOUNISH and _opens_clause(spot):
        return True  # photographs show two tanks
    after_verb = tag in ("V", "H") and (word in NOUNISH or word == "hands") and not (tag == "H" and word in _SAME_PAST)
    if after_verb and spot.before not in ("help", "helped", "helping"):
        return True
    if spot.before in lexicon.PARTICLES and spot.i >= 2 and spot.row[spot.i - 2].tag == "V" and word in NOUNISH:
        return True  # carried out raids
    if tag == "Q" and word == "remain":
        return False
    if tag == "Q" and word in _SAME_PAST and follows in _OPENS_PHRASE:
        return False  # six missed, one hit the ship
    if tag == "Q" and word not in NOUNISH and spot.form == "base" and follows in (".", ",", "", "I", "B", "R"):
        return False  # of the eight, six remain
    infinitive = tag == "I" and spot.before == "to" and spot.form == "base"
    if not spot.tag and spot.form == "base" and spot.follows in ("V", "A", "H"):
        return True  # Airlift came from Il-76s
    if spot.verb == "last" and spot.owned:
        return True  # the army's last foothold
    if spot.form == "base" and spot.verb in _POSSESSING and _is_relative_of_several(spot):
        return False  # an area that the Houthis hold
    if spot.before in ("these", "those") and spot.verb in lexicon.CONSISTING:
        return False  # these include two tanks
    if (tag in ("D", "Q", "U", "J", "I") or (tag == "X" and spot.before == "no")) and not infinitive:
        return True
    if spot.form == "base" and tag in ("E", "N", "S") and word not in _SAME_PAST and _is_of_one(spot):
        return True
    if spot.form == "s" and tag == "S" and word in NOUNISH and (spot.before.endswith("s") or spot.after == "by"):
        return True  # weapons purchases, missile purchases by Algeria
    if tag in ("E", "T") and spot.owned:
        return True
    if (
        tag in ("S", "N")
        and word in NOUNISH
        and spot.i > 1
        and is_genitive(spot.row[spot.i - 2].word)
        and follows == "N"
    ):
        return True  # the institute's arms transfers database
    if tag == "S" and (word in lexicon.STRIKES or word in lexicon.NO_CLAIM_HEADS or word == "use"):
        if spot.before in _MEN and spot.verb in _ALSO_VERBS and spot.after in ("at", "on", "into", "from"):
            return False  # which Russian troops fire at the town
        return not (follows in _OPENS_PHRASE and spot.verb in _ALSO_VERBS)
    if tag == "," and word in _SAME_PAST and follows in _OPENS_PHRASE:
        return False  # the general, a former pilot, put the losses at ten
    if tag == "," and spot.form == "base":
        ahead = spot.row[max(0, spot.i - 8) : spot.i]
        if not any(each.word == "to" or each.tag == "M" for each in ahead):
            return True
    return not (tells(spot) or (spot.form == "base" and _is_doers(spot))) and _is_noun_after_noun(spot)


def _is_of_one(spot: Spot) -> bool:
    """Whether what stands before is one thing, which would need a verb in -s: a Turkish military convoy."""
    for item in reversed(spot.row[max(0, spot.i - 4) : spot.i]):
        if item.tag == "D":
            return item.word in ("a", "an")
        if item.tag not in ("E", "N", "J", "S") or is_genitive(item.word):
            return False
    return False


def _opens_clause(spot: Spot) -> bool:
    """Whether a form in -s opens a sentence, or a clause whose verb comes right after it: and pictures show jets."""
    if spot.tag in ("", '"'):
        return True
    after = spot.row[spot.i + 1].form if spot.follows == "V" else None
    tells = after is not None and after.form == "base" and (after.verb in lexicon.SPEECH or after.verb == "show")
    return spot.tag in (",", "C", ";", ":") and tells


def _is_doers(spot: Spot) -> bool:
    """Whether those who do it stand before, right after a thing: the missiles the rebels use."""
    if spot.tag not in ("N", "S", "E") or spot.owned or not spot.before.endswith("s") or spot.i < 3:
        return False
    article, thing = spot.row[spot.i - 2], spot.row[spot.i - 3]
    return article.word == "the" and thing.tag in ("N", "S") and thing.word.endswith("s") and spot.follows in ",.IRV"


def _is_relative_of_several(spot: Spot) -> bool:
    """Whether those who do it stand before, right after "that": the area that the Houthis hold."""
    if spot.tag not in ("N", "S", "E") or spot.owned or not spot.before.endswith("s") or spot.i < 3:
        return False
    at = spot.i - 2
    at -= spot.row[at].tag == "D"
    return spot.row[at].word in ("that", "which") and spot.row[at - 1].tag in ("N", "S", "E", "I", ",")


_POSSESSING: Final = lexicon.bag("hold run occupy")


def _is_noun_after_noun(spot: Spot) -> bool:
    word, tag, follows = spot.item.word, spot.tag, spot.follows
    if tag == "" and spot.form == "s" and word in NOUNISH and follows in ("V", "A", "H", "M"):
        return True  # Reports say
    if tag in ("N", "C", "B", "") and follows not in _AFTER_VERB:
        return True
    if tag == "," and word in NOUNISH:
        return follows not in _OPENS_PHRASE
    if tag == "N" and word in _SAME_PAST and (follows in _OPENS_PHRASE or spot.after in lexicon.PARTICLES):
        return False  # its air force put up a battery
    if tag == "N" and spot.form == "base" and not spot.before.endswith("s"):
        return True
    if word not in NOUNISH:
        return False
    if tag == "N":
        return follows in ("I", "C", "V", "A", "M", "H", ",", ".")
    return tag == "E" and follows not in ("D", "S", "E", "Q", "O", "N", "J", "X", "B", "U")


_MEN: Final = lexicon.bag("troops soldiers fighters militants rebels gunmen men")
_ALSO_VERBS: Final = lexicon.bag("strike raid attack launch fire bomb use")
_OPENS_PHRASE: Final = frozenset("DSEQOU")
"""What one phrase without a preposition may consist of."""
_AFTER_VERB: Final = frozenset([*"DSEQONXBIRUV", '"'])


def _has_thing_after(spot: Spot) -> bool:
    """Whether a name goes before a thing: two captured Russian tanks; but: two bombed Idlib."""
    then = spot.row[spot.i + 2] if spot.i + 2 < len(spot.row) else None
    return then is not None and then.tag in ("S", "N", "J", "E", "-")


def _is_adjective(spot: Spot) -> bool:
    """Whether a participle stands before what it tells of: captured tanks."""
    tag, follows, form = spot.tag, spot.follows, spot.form
    if spot.item.word in _QUALIFYING and follows in ("N", "S"):
        return True
    if follows == "-" and spot.row[spot.i + 1].start == spot.item.end and not _is_particle_after(spot):
        return True  # tired-looking
    if tag == "" and _opens_subject(spot):
        return True
    if follows == "V" and (spot.after in NOUNISH or (tag == "D" and spot.after == "remains")):
        follows = "N"  # the armed forces, the charred remains
    if spot.before in _POSSESSIVES and follows in ("B", "J"):
        return True  # its advanced very accurate missiles
    named = follows == "E" and (tag == "D" or (tag == "Q" and _has_thing_after(spot)))
    attributive = follows in ("N", "S") or named
    if attributive and tag in ("D", "Q", "J", "U"):
        return True
    if attributive and tag in ("E", "N") and form != "past" and follows == "S" and spot.owned:
        return True
    if attributive and tag == "B" and spot.before.endswith("ly") and spot.i > 1 and spot.row[spot.i - 2].tag in "VIQDJ":
        return True  # two fully equipped vehicles, with heavily armed trucks
    plain = spot.before in _PLAIN_ADJECTIVES and follows == "E" and spot.i + 2 < len(spot.row)
    if plain and spot.row[spot.i + 2].tag in ("S", "N"):
        return True
    if tag in ("E", "N") and spot.item.word in COMPOUND and follows in ("N", "S", "E") and _is_compound(spot):
        return True
    if tag == "I" and follows in ("N", "S", "E") and form != "past" and spot.before not in _OPENS_TIME:
        return True
    if tag == "V" and follows in ("S", "E", "N") and form in ("pp", "pastpp") and _acts(spot.row[spot.i - 1]):
        known = spot.item.form.verb in lexicon.FRAMES if spot.item.form is not None else False
        return known or spot.verb == spot.item.word  # paraded captured helicopters; uses sophisticated weapons
    return attributive and tag in ("C", ",") and spot.i >= 2 and spot.row[spot.i - 2].tag == "J"


def _opens_subject(spot: Spot) -> bool:
    """Whether a participle opens a sentence whose verb follows: captured Russian tanks were paraded."""
    if spot.form not in ("pp", "pastpp") or spot.verb not in lexicon.FRAMES:
        return False
    ahead = spot.row[spot.i + 1 :]
    thing = next((item.tag for item in ahead[:3] if item.tag not in ("E", "J")), "")
    return thing == "S" and any(item.tag in ("A", "H", "M", "V") for item in ahead[1:])


def _is_particle_after(spot: Spot) -> bool:
    """Whether a particle is joined to it: burnt-out."""
    return spot.i + 2 < len(spot.row) and spot.row[spot.i + 2].word in lexicon.PARTICLES


def _is_compound(spot: Spot) -> bool:
    """Turkish backed fighters; they hit the LNA controlled airfield. But Iran supplied Sudan, and the UAE backed it."""
    name = spot.row[spot.i - 1]
    if name.mention is None or spot.item.word == "based":
        return True
    if not any(kind == "place" for kind, _ in name.mention.meanings) and name.word in NATIONALITIES:
        return True
    return any(item.tag in ("V", "A", "H") and item.form is not None for item in spot.row[: spot.i - 1])


_QUALIFYING: Final = lexicon.bag("advanced guided tracked wheeled armoured armored unmanned mechanised mechanized")
"""Participles that tell of what kind a thing is, not what was done."""
_POSSESSIVES: Final = lexicon.bag("a an its their his her our")
_OPENS_TIME: Final = lexicon.bag("before after since until like")


def _acts(item: Item) -> bool:
    """Whether a word before a participle is a verb of its own, that has an object."""
    return item.form is not None and item.form.verb not in ("get", "be", "have", "become", "help", "let", "make")


def _gerund(spot: Spot) -> str:
    tag, follows, after = spot.tag, spot.follows, spot.after
    if spot.owned and spot.item.word in lexicon.SUPPORT and spot.after in ("for", "to"):
        return "N"  # Tehran's backing for the group
    if spot.item.word in lexicon.SUPPORT and (
        tag in ("V", "D", "J", "N") or (follows == "I" and after in ("from", "of"))
    ):
        return "N"
    if tag == "C" and follows == "N" and after in ("operations", "missions", "systems", "equipment"):
        return "J"
    if tag == "Q" and follows == "V" and after in NOUNISH:
        follows = "N"  # eleven fighting positions
    of_follows = follows == "I" and after == "of"
    shells = spot.item.word in ("shelling", "bombing")
    bare = tag == "I" and follows not in ("D", "N", "S", "E", "Q", "J")
    if shells and (bare or (tag == "E" and follows == "V")):
        return "N"  # army shelling killed ten, were killed by shelling
    if spot.item.word == "fighting" and bare:
        return "N"  # died in fighting overnight
    if spot.item.word == "crossing" and tag in ("E", "N") and follows not in ("D", "E", "S", "Q"):
        return "N"  # through Bab al-Hawa crossing, north of Idlib
    if spot.item.word == "landing" and spot.before in _LANDINGS | {"on", "upon", "during"}:
        return "N"  # made an emergency landing
    if tag in ("D", "J") or (tag == "Q" and follows in ("S", "N")) or (tag == "N" and of_follows):
        return "J" if follows in ("S", "N") else "N"
    return "N" if tag in ("I", "") and of_follows else "V"


_LANDINGS: Final = lexicon.bag("emergency forced crash hard belly soft rough precautionary")
_COMPASS: Final = lexicon.COMPASS | lexicon.bag("north-east north-west south-east south-west")
_TO_DO: Final = frozenset({"shell", "mine"})
"""Things whose name is also what is done with them."""
_MEANING_TO: Final = lexicon.bag("plans aims hopes needs attempts")
_CAUSING: Final = frozenset({"due", "owing", "thanks"})
_SELF: Final = frozenset({"itself", "himself", "herself", "themselves"})
_MAY_CHANGE: Final = (
    _COMPASS
    | _BEFORE_ARTICLE
    | _TO_DO
    | _SELF
    | _CAUSING
    | {"arms", "control", "times", "result", "commander", "tank", "tanks", "board", "most", "so", "worth"}
)
_SAME_PAST: Final = lexicon.bag("hit cut put set shut split cost run come become overrun")
"""Verbs whose participle is their base form."""

_PLAIN_ADJECTIVES: Final = lexicon.bag("old new more other additional former heavy many few several some")

COMPOUND: Final = lexicon.bag(
    "based led backed controlled held run moneyed funded supported allied aligned made built supplied"
    " occupied operated born"
    " dominated designed"
)
"""Participles that make a compound with the name before them, hyphen or not: Tripoli based, Turkish backed."""
