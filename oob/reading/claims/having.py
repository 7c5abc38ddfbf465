"""What verbs of being, seeing and having allege of a thing: it is there, is somebody's, is to come."""

from __future__ import annotations

from typing import Final

from oob.reading.claims import moving
from oob.reading.claims.use import Use
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag, both
from oob.reading.grammar.syntax import Noun, Verb
from oob.vocabulary import ACTIONS

_SERVING: Final = bag("refuel tow jam")
"""What some things do to others."""
_GIFTS: Final = bag("gift gifts donation donations")
"""What a thing is that somebody gave: the jet was a gift from the Emirates."""
_OUSTING: Final = bag("drive push force")
_DEALS: Final = bag("deal contract agreement order sale")
_COVERING: Final = bag("cover include comprise provide")
_COVER: Final = bag("support cover fires protection fire")
_COVERED: Final = _COVER | bag("airlift escort reconnaissance bombardment")
_GETTING: Final = bag("get receive have enjoy obtain need")
_MOVING: Final = ("to", "into", "under", "over", "across", "through", "via", "on")
"""Prepositions after "come" that make it a movement."""
_AWAITING: Final = bag("await expect anticipate")
_FITTED: Final = bag("equip arm outfit kit fit") | {"fit out", "kit out"}
_ASKING: Final = bag("pay contract order ask appeal plead call apply lobby")
_ONE: Final = ("a", "an")
_ACTIVE: Final = bag("active operational airborne")
_BECOMING: Final = bag("become remain stay get reach")
_MEN: Final = both("man gunman attacker assailant bandit guard") | bag("men gunmen youths villagers")
_SENSORS: Final = both("radar sensor satellite camera drone monitor") | bag("reconnaissance surveillance sonar")
_REGARDING: Final = bag("take see view regard count treat")
_FEATURING: Final = bag("have feature boast possess include")
_HELPING: Final = bag("help aid assist support reinforce")
_PROVING: Final = frozenset({"turn", "turn out", "prove", "appear", "seem"})
_SUPPORTING: Final = bag("support back help assist aid")
_BACKING: Final = bag("back support accompany protect cover flank precede lead reinforce spearhead")
_AREAS: Final = bag("country region area province capital city town theatre theater")
"""Where things are, though nobody says which place that is."""
_DEFENDING: Final = bag("defend guard hold garrison man secure")
_LINES: Final = both("border frontier front frontline")
_GUARDING: Final = bag("guard protect man staff patrol secure garrison")
REINFORCING: Final = bag("reinforce bolster strengthen augment") | {"beef up", "shore up"}
_TEACHING: Final = bag("train teach instruct advise coach mentor")
_TEACHERS: Final = ("instructors", "military-advisers", "mercenaries", "special-forces")
"""Those who are somewhere in order to teach others; an army's own men are taught at home."""
_STORES: Final = both(
    "store reserve hangar shelter depot warehouse tunnel bunker cave silo garage shed cellar arsenal"
) | {"storage"}
_GROUPS: Final = {
    "destroyed": bag("wrecks wreckage losses hulks remains debris casualties"),
    "captured": bag("trophies spoils booty haul prizes"),
}
"""By what became of things: words for all of them together."""


def being(use: Use) -> str | None:
    """There are 2,500 mercenaries in Libya; the jets are at Al Jufra."""
    if use.verb.verb not in ("be", "do"):
        return None
    if use.role == "object":
        return _is_what_there_is(use)
    if use.role == "to" and use.verb.voice == "be" and use.does(("home",)):
        return use.intended("based")  # the airfield is home to bombers
    if use.role != "subject":
        return ""
    return use.intended("supplied") if use.does(_GIFTS) and not use.people else _is_where(use)


def _is_what_there_is(use: Use) -> str:
    """There are mercenaries, there will be jets, it is a drone."""
    verb, subject = use.verb, use.verb.subject
    if subject is not None and (subject.pronoun == "there" or subject.head in ("visible", "present")):
        return "present"
    if verb.modal in lexicon.MODALS_FUTURE:
        return "planned"
    if verb.voice != "be":
        return ""
    if subject is None and (fate := _fate_of_group(use)):
        return fate
    if verb.above is not None and verb.above.verb in _PROVING:
        return "present"  # it turned out to be a drone
    identified = subject is not None and subject.pronoun in ("it", "they") and use.noun.determiner in _ONE
    return "present" if identified and not use.people else ""  # we think that it is a Pantsir


def _fate_of_group(use: Use) -> str:
    """Among the wrecks were two tanks, among the captured vehicles a T-90: what became of all of them."""
    group = next((each for each in use.memory.nouns if each.end + 1 == use.verb.start and each.prep == "among"), None)
    if group is None:
        return ""
    told = next((frame.action for word in group.participles if (frame := lexicon.FRAMES.get(word))), "")
    told = told or next((fate for fate, heads in _GROUPS.items() if group.head in heads), "")
    return told if told in ACTIONS and ACTIONS[told].effect in ("departure", "exchange") else ""


_UNDER_WAY: Final = (
    " aboard", " on board", " bound for", " en route", " on their way", " on its way", " on the way", " underway",
    " headed",
)  # fmt: skip
_SEEN: Final = (" visible", " clearly visible", " in sight", " in view")


def _is_where(use: Use) -> str:
    """The jets are at a base, aboard a ship, on order, visible."""
    verb, text = use.verb, use.memory.text
    if text.startswith(_SEEN, verb.end):
        return "present"
    if text.startswith((" due", " expected", " on order"), verb.end):
        return "planned"
    if text.startswith(_UNDER_WAY, verb.end) or any(map(_is_aboard, verb.preps)):
        return "transported"
    if any(each.time is None and (each.determiner or each.of) for each in verb.objects):
        return ""  # the helicopters were part of a mission in Somalia
    near = [each for each in (*verb.preps, *use.noun.after) if lexicon.PLACE_ROLE.get(each.prep) in ("at", "near")]
    start = use.noun.start
    where = text.startswith("where ", max(0, start - len("where ")), start)  # a base where instructors are present
    there = where and text.startswith((" present", " there"), verb.end)
    if text.startswith(" present", verb.end) and near and (use.noun.quantity is not None or use.noun.owners):
        return "present"
    if there or any(use.memory.place_of(each) is not None for each in near):
        return "present"
    if use.does(_ACTIVE) and verb.voice == "be" and not use.people:
        return "" if text.startswith(" no longer", verb.end) else "operates"
    if use.people and (text.startswith(" there", verb.end) or any(each.head in _LINES for each in near)):
        return "present"  # 20,000 soldiers are at the border
    return "present" if any(each.head in _AREAS for each in near) else ""  # are in the country


def _is_aboard(near: Noun) -> bool:
    """Whether a phrase says that a thing is on a ship or in an aircraft."""
    return near.prep == "aboard" or (near.prep == "on" and near.head in ("board", "ship", "aircraft"))


def has_aboard(use: Use) -> str | None:
    """A plane that has soldiers on board carries them."""
    if use.verb.verb not in ("have", "take") or use.role != "object" or not any(map(_is_aboard, use.verb.preps)):
        return None
    return use.intended("transported")


def shown(use: Use) -> str | None:
    """Pictures show it: present, whatever verb."""
    subject = use.verb.subject
    if subject is None or subject.head not in lexicon.IMAGERY:
        return None
    if use.frame is None:
        return "present" if use.role in ("to", "object") else None
    return "present" if use.role == "to" and use.frame.action != "present" else None


def observes(use: Use) -> str | None:
    """Detected by a drone, refuelled by tankers: they were in use."""
    served = use.verb.verb in lexicon.OBSERVING or use.verb.verb in _SERVING
    seen = use.role == "by" and served and use.verb.voice in ("passive", "pp")
    return "operates" if seen and not use.people else None


def picked_up(use: Use) -> str | None:
    """What radar picks up, or is picked up doing something, is seen; it is not received."""
    if use.verb.verb != "pick up" or not use.patient:
        return None
    verb, subject = use.verb, use.verb.subject
    senses = subject is not None and subject is not use.noun and subject.head.casefold() in _SENSORS
    senses = senses or any(each.prep in ("by", "on") and each.head.casefold() in _SENSORS for each in verb.preps)
    caught = any(own.voice == "ing" and role == "subject" and own.above is verb for own, role in use.noun.verbs)
    return "present" if senses or caught else None


def bears(use: Use) -> str | None:
    """Fighters who carry rifles have them; a plane that does brings them."""
    bearer = use.verb.subject
    if use.role != "object" or use.people or bearer is None or use.verb.verb not in ("carry", "bear", "tote"):
        return None
    id_ = use.memory.meaning(bearer.system, "system") if bearer.system is not None else None
    men = id_ is not None and use.memory.knowledge.is_personnel(id_)
    by_hand = use.is_any("small-arms", "missile", "rpg", "machine-gun", "mortar")
    return use.intended("operates") if by_hand and (men or _are_people(bearer)) else None


def _are_people(noun: Noun) -> bool:
    return noun.pronoun in ("he", "she", "who") or noun.head in _MEN


def presented(use: Use) -> str | None:
    """Jets that were presented to an army were handed over; those presented at a parade were shown."""
    if use.verb.verb != "present" or not use.patient or use.people:
        return None
    to = (each for each in use.verb.preps if each.prep == "to" and each.head not in _PUBLIC)
    return use.intended("delivered" if next(to, None) is not None else "present")


_PUBLIC: Final = both("journalist reporter visitor delegation guest") | bag("press media public president")


def takes_delivery(use: Use) -> str | None:
    """What somebody took delivery of, where the thing stands before: tanks that Mali took delivery of."""
    takes = use.role == "object" and use.verb.verb == "take" and use.does(("delivery", "receipt", "possession"))
    return use.intended("delivered") if takes and not use.people else None


def regarded(use: Use) -> str | None:
    """What is taken as a sign, seen as a threat: what somebody thinks of it is no claim."""
    if not use.patient or use.verb.verb not in _REGARDING:
        return None
    last = use.verb.end if use.role == "subject" else use.noun.end
    direct = use.verb.verb != "take" or use.role == "subject"
    return "" if direct and use.memory.text.startswith(" as a", last) else None


def guards(use: Use) -> str | None:
    """Mercenaries who guard a mine are there, and so are 200 instructors who train an army's men."""
    if use.role == "by" and use.people and use.verb.verb in _DEFENDING and _counts(use.noun):
        return use.intended("present")  # a base defended by hundreds of troops
    teaches = use.verb.verb in _TEACHING and use.is_any(*_TEACHERS) and use.noun.quantity is not None
    serves = use.verb.verb in _GUARDING or teaches
    return use.intended("present") if use.acts and use.people and serves and use.verb.objects else None


def keeps(use: Use) -> str | None:
    """A side that keeps jets or men at a place has them stationed there; what is kept in a hangar is stored."""
    if use.verb.verb != "keep" or use.role != "object" or use.verb.voice != "active":
        return None
    if use.memory.force_of(use.verb.subject) is None or use.does(_STORES) or any(map(_is_store, use.verb.preps)):
        return None
    return use.intended("based")


def _is_store(noun: Noun) -> bool:
    return noun.head in _STORES


def features(use: Use) -> str | None:
    """What a vehicle has is a part of it: the tank has a gun and thermal sights."""
    subject = use.verb.subject
    if use.role != "object" or use.verb.verb not in _FEATURING or use.people or subject is None:
        return None
    if subject.system is None or subject.entity is not None:
        return None
    id_ = use.memory.meaning(subject.system, "system")
    return "" if id_ is not None and not use.memory.knowledge.is_personnel(id_) else None


def shown_doing(use: Use) -> str | None:
    """Soldiers shown taking a tank: that it is told of, not that there were soldiers."""
    seen = use.frame is not None and use.frame.action == "present" and use.role == "object"
    if not seen or not use.is_any("regular-troops", "combatants") or use.noun.quantity is not None:
        return None
    return "" if is_doing(use.noun) else None


def is_doing(noun: Noun) -> bool:
    """Whether a participle after a phrase tells what they do to something: troops seizing tanks."""
    doing = (verb for verb, role in noun.verbs if role == "subject" and verb.voice == "ing")
    return any(each.time is None for verb in doing for each in verb.objects)


def equipped(use: Use) -> str | None:
    """Who is equipped with a thing, by nobody in particular, has it."""
    if use.role != "with" or use.verb.voice not in ("passive", "pp") or use.verb.verb not in _FITTED:
        return None
    carrier = use.memory.meaning(use.verb.subject.system, "system") if use.verb.subject is not None else None
    if carrier is not None and use.memory.knowledge.systems.within(carrier, "pickup-truck"):
        return ""  # a pickup armed with a gun is one thing
    return None if use.beside("by") else use.intended("operates")


def coming_of(people: Noun | None) -> Verb | None:
    """The verb that says that people arrive or take up positions."""
    for verb, role in people.verbs if people is not None else ():
        frame = lexicon.FRAMES.get(verb.verb)
        arrives = frame is not None and frame.alone == "deployed" and not frame.action
        posted = verb.verb == "take up" and any(each.head in ("position", "positions") for each in verb.objects)
        if role == "subject" and verb.voice == "active" and not verb.modal and (arrives or posted):
            return verb
    return None


def backs(use: Use) -> str | None:
    """Troops backed by helicopters have them; those backed by hired men, or a number of men, have these with them."""
    if use.role != "by" or use.verb.verb not in _BACKING:
        return None
    if use.people and not _counts(use.noun):
        return None
    return use.intended("operates")


def _counts(noun: Noun) -> bool:
    """Whether a phrase has a number, or is of what has one: hundreds of troops."""
    whole = noun.host if noun.prep == "of" else None
    return noun.quantity is not None or (whole is not None and whole.quantity is not None)


def backs_with(use: Use) -> str | None:
    """Who supports a side with weapons gives them to it; who supports an attack with them has them."""
    if use.role != "with" or use.people or use.verb.verb not in _SUPPORTING or use.verb.voice in ("passive", "pp"):
        return None
    sides = (each for each in use.verb.objects if each.determiner not in ("its", "their"))
    backed = any(use.memory.force_of(each) is not None for each in sides)
    return use.intended("supplied" if backed else "operates")


def reinforces(use: Use) -> str | None:
    """Who reinforces a place, or anybody with his own men, sends them there."""
    if use.role != "with" or use.verb.verb not in REINFORCING or use.verb.voice in ("passive", "pp"):
        return None
    at_place = any(use.memory.place_of(each) is not None for each in use.verb.objects)
    return use.intended("deployed") if use.people or at_place else None


def seen_with(use: Use) -> str | None:
    """Men who are seen with weapons have them."""
    men = use.verb.subject is not None and (use.verb.subject.system is None or use.memory.is_people(use.verb.subject))
    seen = use.verb.verb in lexicon.OBSERVING and use.verb.voice in ("passive", "pp")
    return use.intended("present") if use.role == "with" and seen and men and not use.people else None


def helps(use: Use) -> str | None:
    """Aircraft that provide cover are in use; what a thing provides else is no claim of it."""
    if not use.acts or use.verb.verb not in ("provide", "give", "offer", "deliver"):
        return None
    verb = use.verb
    if verb.voice == "inf" and verb.above is not None and verb.above.verb == "be" and verb.above.preps:
        return ""
    return use.intended("operates") if use.does(_COVER) else ""


def covering(use: Use) -> str | None:
    """Air support came from or was provided by helicopters, troops got it from them: they are in use."""
    verb = use.verb
    if use.people or use.role not in ("from", "by"):
        return None
    given = (
        verb.subject is not None
        and verb.subject.head in _COVERED
        and (verb.verb == "come" if use.role == "from" else verb.verb in ("provide", "give", "supply", "fly"))
    )
    got = use.role == "from" and verb.verb in _GETTING and use.does(_COVERED)
    lifted = verb.subject is not None and verb.subject.head == "airlift"
    return use.intended("transported" if lifted else "operates") if given or got else None


def comes_from(use: Use) -> str | None:
    """Weapons that came from a country were supplied by it."""
    if use.verb.verb != "come" or not use.acts or use.people or use.beside(*_MOVING):
        return None
    memory = use.memory
    givers = [each for each in use.verb.preps if each.prep == "from" and each.entity is not None]
    states = (memory.meaning(each.entity, "force") for each in givers)
    given = any(memory.knowledge.force_kinds.get(state or "") == "state" for state in states)
    if given and use.is_any(*moving.CARRIERS):
        return use.intended("transported")  # the cargo planes come from Russia
    return use.intended("supplied") if given else None


def supports(use: Use) -> str | None:
    """Hired or foreign fighters who help a side are with it."""
    verb = use.verb
    if not use.acts or not use.people or verb.verb not in _HELPING or verb.voice == "inf":
        return None
    if use.noun.quantity is None and use.is_any("regular-troops"):
        return None  # the soldiers who help them
    helped = (each for each in verb.objects if each.entity is not None and use.memory.force_of(each) is not None)
    return use.intended("operates") if next(helped, None) is not None else None


def trained_on(use: Use) -> str | None:
    """What crews are trained on."""
    on = use.role == "on" and use.verb.verb == "train" and not use.people
    return use.intended("trained") if on else None


def ousted(use: Use) -> str | None:
    """People who are driven out are in nobody's use."""
    if not use.people or not use.patient or use.verb.verb not in _OUSTING:
        return None
    return "" if any(each.prep in ("out", "from", "of") for each in (*use.noun.of, *use.verb.preps)) else None


def becomes_active(use: Use) -> str | None:
    """What became operational is in use."""
    becomes = use.acts and use.verb.verb in _BECOMING and use.does(_ACTIVE)
    return use.intended("operates") if becomes and not use.people else None


def disposes(use: Use) -> str | None:
    """Who has at his disposal ten drones has them."""
    disposal = use.role == "at" and use.verb.verb in ("have", "keep") and use.noun.head == "disposal"
    return use.intended("operates") if disposal else None


def covers(use: Use) -> str | None:
    """The deal covers 24 jets."""
    subject = use.verb.subject
    if use.role != "object" or subject is None or subject.head not in _DEALS or use.verb.verb not in _COVERING:
        return None
    return "planned"


def awaited(use: Use) -> str | None:
    """What somebody awaits is to come; of what is expected to do something, that is told."""
    if use.verb.verb not in _AWAITING or not use.patient:
        return None
    goes_on = any(each.above is use.verb and each.voice == "inf" for each in use.memory.verbs)
    return None if goes_on or use.verb.negated else "planned"


def asks_for(use: Use) -> str | None:
    """What is asked or paid for is to come."""
    return use.intended("planned") if use.role == "for" and use.verb.verb in _ASKING else None
