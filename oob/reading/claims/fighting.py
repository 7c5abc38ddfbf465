"""What verbs of fighting allege of a thing: what was fired strikes, what was hit is damaged."""

from __future__ import annotations

import re
from typing import Final

from oob.reading.claims.use import Use
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import bag, both
from oob.reading.grammar.syntax import Noun, Verb, is_patient

_AMOUNTING: Final = bag("amount total include comprise reach number exceed stand come be make")
_LOSSES: Final = bag("losses loss toll")
_LETTING_GO: Final = bag("fire drop launch release loose lob hurl rain unleash")
_ROUNDS: Final = both("interceptor missile rocket salvo") | bag("rounds shells bombs")
ATTACKS: Final = both("attack raid strike airstrike") | bag("assault bombardment bombing operation")
_AIRSTRIKES: Final = both("strike airstrike raid attack bombing")
_FENDING: Final = bag("repel repulse thwart foil parry deflect rebuff")
_STOPPING: Final = bag("stop halt counter block jam suppress neutralise neutralize")
"""What is done with what flies, so that it does not come through."""
_MEANS: Final = bag("use employ involve utilise utilize")
_IN_WHICH: Final = re.compile(r"\b([a-z]+) in which (?:\S+ ){0,4}$")
_MINES: Final = ("mine", "landmine")
_FIRING: Final = ("warship", "submarine", "aircraft", "uav", "artillery", "rocket-launcher", "tank", "air-defence")
"""What missiles and rockets come from."""
_FALLING: Final = bag("land fall explode detonate crash fly impact plunge slam burst") | {"come down", "touch down"}
_ONTO: Final = ("on", "onto", "near", "in", "inside", "around", "at")
"""Where mortars fall that were fired: their bombs are meant."""
_SUMS: Final = both("number price share total cost stock order")
"""What falls without anything falling: the number of jets."""
_TAKING_IN: Final = bag("involve feature include comprise see")
_SILENCING: Final = bag("suppress silence")
_GUNS: Final = ("artillery", "air-defence")
_KILLING: Final = bag("kill wound injure maim slay")
_DEADLY: Final = ("missile", "uav", "aircraft", "ammunition", "artillery", "car-bomb", "landmine", "booby-trap")
_WARNINGS: Final = both("warning threat risk plan")
USING: Final = bag("use employ deploy utilise utilize")


def let_go(use: Use) -> str | None:
    """What is fired or launched strikes, as does a gun that is fired at somebody; else it is in use."""
    if not use.patient or use.people or use.verb.verb not in _LETTING_GO:
        return None
    if use.is_any("missile", "uav", "ammunition", "rocket") or _is_round(use.noun):
        return use.intended("struck")
    if use.verb.verb == "fire" and use.role == "object" and use.beside("at", "across", "into", "on", "against", "over"):
        return use.intended("struck")
    if use.verb.verb == "launch" and use.is_any("aircraft", "boat"):
        return use.intended("deployed")
    if use.verb.verb in ("fire", "launch"):
        return use.intended("operates")
    return use.intended("laid") if use.is_any(*_MINES) else None


def _is_round(noun: Noun) -> bool:
    """Whether a phrase is of what is fired, by its last word: Grad rockets."""
    named = noun.system is not None and noun.system.word.casefold().split()[-1] in _ROUNDS
    return named or noun.tail in _ROUNDS


def shot_from(use: Use) -> str | None:
    """What things are fired or dropped from, or a town is bombed from: rockets launched from a Grad."""
    if use.role != "from" or use.people:
        return None
    hits = use.verb.verb in lexicon.HITS and use.is_any("aircraft", "uav", "artillery", "tank", "warship")
    within, sent = use.memory.knowledge.systems.within, (*use.verb.objects, *filter(None, (use.verb.subject,)))
    named = (use.memory.meaning(each.system, "system") for each in sent if each.system is not None)
    if any(each is not None and within(each, "aircraft") and not within(each, "uav") for each in named):
        return "operates"  # launched a helicopter from a frigate
    return use.intended("struck") if hits or use.verb.verb in _LETTING_GO else None


def came_from(use: Use) -> str | None:
    """Missiles that came from a ship, an aircraft or a launcher were fired by it."""
    if use.verb.verb != "come" or not use.acts or not use.is_any("missile", "rocket", "ammunition", "artillery-rocket"):
        return None
    within, memory = use.memory.knowledge.systems.within, use.memory
    from_ = (memory.meaning(each.system, "system") for each in use.verb.preps if each.prep == "from" and each.system)
    fired = any(id_ is not None and any(within(id_, each) for each in _FIRING) for id_ in from_)
    return use.intended("struck") if fired else None


def falls(use: Use) -> str | None:
    """A missile that lands or explodes somewhere struck it; a jet that falls crashed."""
    if not use.acts or use.verb.verb not in _FALLING:
        return None
    if use.is_any("missile", "ammunition") or (use.is_any("mortar") and use.beside(*_ONTO)):
        return use.intended("struck")
    down = use.verb.verb == "fall" and use.is_any("aircraft", "uav") and not use.beside("to", "under", "behind")
    whole = use.noun.host if use.noun.prep == "of" else None
    of_sum = whole is not None and whole.head.split()[-1] in _SUMS
    return use.intended("crashed") if down and not of_sum else None


_AGAINST: Final = ("at", "against", "toward", "towards")
_AIMING: Final = bag("aim direct point")
_SENDING: Final = bag("send direct dispatch steer guide")
"""What is done with what flies by itself; to direct it may be either."""


def aimed_at(use: Use) -> str | None:
    """Drones that were sent against a town struck it; the missile aimed at it is only told of besides."""
    if not use.patient or use.verb.verb not in _SENDING | _AIMING or not use.beside(*_AGAINST):
        return None
    if use.people or not use.is_any("missile", "uav", "rocket", "ammunition", "sea-drone"):
        return None
    if use.verb.voice == "pp" or use.verb.verb in _AIMING - _SENDING:
        return ""
    return use.intended("struck")


_RAMMING: Final = bag("crash slam smash plunge dive ram")
_OBSTACLES: Final = both("line cable wire tree bird mountain hillside pylon mast obstacle hill cliff tower wall")
_BURSTING: Final = ("explode", "detonate")
_CLOSE: Final = ("near", "at", "in", "inside", "outside", "beside", "on")
_GROUND: Final = both("mountain hill slope field forest lake river house sea") | bag(
    "ground water desert woods trees air sky mid-air midair"
)
"""What nobody means to hit."""


def rams(use: Use) -> str | None:
    """A drone that crashes into an airport or explodes at it struck it; one that does into a field came down there."""
    driven = use.is_any("car-bomb") and use.verb.verb in ("drive", "ram", "crash", "plough", "plow", "roll")
    if driven and use.beside("into", "at"):
        return use.intended("struck")
    if not use.acts or not use.is_any("uav", "missile", "sea-drone"):
        return None
    to = ("into",) if use.verb.verb in _RAMMING else _CLOSE if use.verb.verb in _BURSTING else ()
    met = [each for each in use.verb.preps if each.prep in to and each.time is None]
    return use.intended("struck") if met and not any(each.head in _GROUND for each in met) else None


def collides(use: Use) -> str | None:
    """A helicopter that hits a power line struck nothing."""
    hits = use.acts and use.verb.verb in ("hit", "strike", "clip") and not use.people
    return "" if hits and use.does(_OBSTACLES) else None


def fights_with(use: Use) -> str | None:
    """A company that fought with helicopters used them; but: clashed with tanks of the enemy."""
    if use.role != "with" or use.people or use.verb.verb != "fight":
        return None
    return use.intended("operates")


_CONFLICTS: Final = both("battle fight war campaign struggle conflict clash") | bag("fighting clashes battles")


def used_against(use: Use) -> str | None:
    """A weapon used against something struck it."""
    if not use.patient or use.people or use.verb.verb not in USING:
        return None
    if use.is_any("chemical-weapon"):
        return use.intended("struck")
    against = [each for each in use.verb.preps if each.prep == "against"]
    if not any(each.host is None or each.host.head not in _CONFLICTS for each in against):
        return None  # used in their battles against the army: had
    return use.intended("struck")


def in_attack(use: Use) -> str | None:
    """Used in the attack, took part in a raid, a raid in which jets took part: the weapons of a strike."""
    joins = use.acts and (use.verb.verb == "participate" or (use.verb.verb == "take" and use.does(("part",))))
    if use.people or not (joins or (use.patient and use.verb.verb in USING | {"involve"})):
        return None
    attack = any(each.prep in ("in", "for", "during") and each.head in ATTACKS for each in use.verb.preps)
    before = _IN_WHICH.search(use.memory.text, max(0, use.noun.start - 80), use.noun.start) if not attack else None
    attack = attack or (before is not None and before.group(1) in ATTACKS)
    if not attack:
        return None
    rides = use.is_any("vehicle") and not use.is_any("artillery", "rocket-launcher")  # eleven vehicles took part in it
    return use.intended("operates" if rides else "struck")


def joined(use: Use) -> str | None:
    """The army raided the camp. Four jets took part: in the strike that the sentence before tells of."""
    takes = use.verb.verb == "participate" or (use.verb.verb == "take" and use.does(("part",)))
    if not (use.acts and takes) or use.people or use.verb.preps or not _may_strike(use):
        return None
    told, paragraph = use.memory.claimed
    strikes = use.memory.paragraph - paragraph <= 1 and any(one.action == "struck" for one in told)
    return use.intended("struck") if strikes else None


def _may_strike(use: Use) -> bool:
    """Whether a thing is what strikes are made with."""
    return use.is_any("aircraft", "uav", "artillery", "rocket-launcher", "tank", "warship", "missile")


_SHOOTING: Final = lexicon.HITS | {"fire", "open fire"}
_ENGAGING: Final = bag("battle engage fight attack")
_ARMED: Final = ("aircraft", "uav", "warship", "artillery", "tank")


def fires(use: Use) -> str | None:
    """Lorries that fired on civilians are in use; guns, tanks and jets that did struck them."""
    shoots = use.acts and use.verb.verb in ("fire", "shoot") and use.beside("at", "on", "into")
    if not shoots or use.people or use.verb.objects:
        return None
    return use.intended("struck" if use.is_any(*_ARMED) else "operates") if use.is_any("vehicle", *_ARMED) else None


def battles(use: Use) -> str | None:
    """Gunships battled rebels: they struck them; but jets that fight in a war are in use."""
    foes = any(each.time is None and each.system is None for each in use.verb.objects)
    fights = use.acts and use.verb.verb in _ENGAGING and use.verb.voice != "inf" and foes
    return use.intended("struck") if fights and use.is_any(*_ARMED) else None


_ANSWERING: Final = bag("return open exchange trade")
_REPLYING: Final = frozenset({"respond", "retaliate", "reply", "answer", "hit back", "strike back"})


def answers(use: Use) -> str | None:
    """Returned fire with rockets, responded with artillery."""
    fires = (use.verb.verb in _ANSWERING and use.does(("fire",))) or use.verb.verb in _REPLYING
    return use.intended("struck") if fires and use.role in ("with", "using") and not use.people else None


_STRIKING: Final = lexicon.CARRYING_OUT | {"deliver", "perform", "undertake"}


def used_to_strike(use: Use) -> str | None:
    """Carried out raids using Su-35s, shelled the town using howitzers, destroyed a radar using drones."""
    verb, above = use.verb, use.verb.above
    if use.role != "object" or use.people or verb.verb not in USING or verb.voice != "ing" or above is None:
        return None
    if use.is_any("air-defence"):
        return None
    told = (
        [above, *(own for own, role in verb.subject.verbs if role == "subject")]
        if verb.subject is not None
        else [above]
    )
    return use.intended("struck") if any(map(_strikes, told)) else None


def _strikes(verb: Verb) -> bool:
    """Whether a verb tells of an attack, or of what one cost somebody."""
    frame = lexicon.FRAMES.get(verb.verb)
    destroys = frame is not None and frame.action in ("destroyed", "damaged", "shot-down")
    return destroys or verb.verb in _SHOOTING or any(each.head in lexicon.STRIKES for each in verb.objects)


def used_to_attack(use: Use) -> str | None:
    """Used howitzers to shell the town, drones were used to carry out strikes: the weapons struck it."""
    if (
        not use.patient
        or use.people
        or use.verb.verb not in USING
        or use.verb.modal
        or use.is_any("air-defence", "radar")
    ):
        return None
    for verb in use.memory.verbs:
        if verb.above is not use.verb or verb.voice != "inf" or verb.start < use.noun.end:
            continue
        frame = lexicon.FRAMES.get(verb.verb)
        destroys = frame is not None and frame.action in ("destroyed", "damaged", "struck")
        if destroys or verb.verb in lexicon.HITS or any(each.head in lexicon.STRIKES for each in verb.objects):
            return use.intended("struck")
    return None


def used_in_it(use: Use) -> str | None:
    """Russia attacked overnight. 500 drones were used: those of the attack that the sentence before tells of."""
    if use.role != "subject" or use.verb.voice != "passive" or use.people or use.verb.verb not in USING:
        return None
    spent = use.is_any("missile", "uav", "ammunition", "rocket") or use.noun.tail in _ROUNDS or use.id_ == "equipment"
    if not spent or any(each.prep in ("by", "in", "for", "to") for each in use.verb.preps):
        return None
    before = next((each for each in reversed(use.memory.before) if each), ())
    attacked = any(each.head in ATTACKS and any(own.voice == "active" for own, _ in each.verbs) for each in before)
    return use.intended("struck") if attacked else None


def arms_of_attack(use: Use) -> str | None:
    """The attack involved drones and bombers; the raid used Su-34s."""
    subject = use.verb.subject
    if use.role != "object" or use.people or subject is None or use.verb.verb not in USING | _TAKING_IN:
        return None
    if subject.system is not None or subject.head not in ATTACKS:
        return None
    warned = subject.prep == "of" and any(
        each.head in _WARNINGS and each.start < subject.start for each in use.memory.nouns
    )
    return "planned" if warned else use.intended("struck")


def mission(use: Use) -> str | None:
    """Helicopters carried out strikes, flew sorties, provided support; strikes were flown by bombers."""
    if use.role == "by" and not use.people and use.verb.voice in ("passive", "pp") and use.verb.subject is not None:
        missions = (use.verb.subject, *use.verb.subject.listed)
        flown = use.verb.verb in _STRIKING and any(each.head in lexicon.STRIKES for each in missions)
        return "struck" if flown else None
    if not use.acts or use.people:
        return None
    if use.verb.verb == "open":
        return "struck" if use.does(("fire",)) else None
    if use.verb.verb in ("deliver", "launch", "mount", "fly") and use.does(lexicon.STRIKES):
        return "struck"
    if use.verb.verb == "fly" and use.does(_AIRSTRIKES):
        return "struck"
    if use.verb.verb in ("conduct", "carry out", "perform", "undertake"):
        return "struck" if use.does(lexicon.STRIKES - {"missions"}) else "operates"
    return None


def by_means_of(use: Use) -> str | None:
    """Air strikes using drones, an attack that involved missiles: the weapons of a strike."""
    subject = use.verb.subject
    if use.role != "object" or use.people or subject is None or use.verb.verb not in _MEANS:
        return None
    return use.intended("struck") if subject.system is None and subject.head in ATTACKS else None


def hit(use: Use) -> str | None:
    """What was hit is damaged, as are a depot that was bombed and guns that were silenced."""
    if not is_target(use.verb, use.role):
        return _fired_on(use)
    if use.people:
        return ""
    silenced = use.verb.verb in _SILENCING and use.is_any(*_GUNS)
    hits = use.verb.verb in ("strike", "hit") or use.id_ == "ammunition-depot" or silenced
    return use.intended("damaged") if hits else ""


def _fired_on(use: Use) -> str | None:
    """What somebody fired at has not fired, and need not be hit: a drone was fired on."""
    on = use.patient and use.verb.verb == "fire" and use.memory.text.startswith((" on", " at", " upon"), use.verb.end)
    on = on and use.is_any("aircraft", "uav", "vehicle", "warship", "merchant-ship")
    alone = on and not any(each.prep in ("on", "at", "upon") for each in use.verb.preps)
    return "" if alone else None


def is_target(verb: Verb | None, role: str) -> bool:
    """Whether a strike is told of what it was aimed at: shelled a depot, a howitzer was targeted."""
    return verb is not None and verb.verb in lexicon.HITS | _SILENCING and is_patient(verb, role)


def kills(use: Use) -> str | None:
    """A drone that killed three men struck them."""
    if not use.acts or use.people or use.verb.verb not in _KILLING or not use.verb.objects:
        return None
    crashed = any((frame := lexicon.FRAMES.get(own.verb)) and frame.alone == "crashed" for own, _ in use.noun.verbs)
    if (use.verb.voice == "ing" and use.verb.above is not None) or crashed:
        return "" if crashed else None  # two bombers crashed, killing four; it went down and killed ten
    return use.intended("struck") if use.is_any(*_DEADLY) else None


def burns(use: Use) -> str | None:
    """Set fire to three jets."""
    return "destroyed" if use.verb.verb == "set" and use.role == "to" and use.does(("fire", "light")) else None


def on_mine(use: Use) -> str | None:
    """A tank that hit a mine."""
    if use.verb.verb not in ("hit", "strike", "trigger", "drive", "run") or use.verb.voice in ("passive", "pp"):
        return None
    if use.is_any(*_MINES):
        return "" if use.role in ("object", "over", "on") else None
    met = (each for each in (*use.verb.objects, *use.verb.preps) if each.prep in ("", "over", "on"))
    within = use.memory.knowledge.systems.within
    mine = any(within(use.memory.meaning(each.system, "system") or "", kind) for each in met for kind in _MINES)
    return use.intended("damaged") if mine and use.acts and not use.people else None


def fended(use: Use) -> str | None:
    """Drones that were repelled did not come through; tanks that were are still there."""
    if use.patient and use.verb.verb in _STOPPING:
        return use.intended("shot-down") if use.is_any("missile", "uav") else None
    if not use.patient or use.verb.verb not in _FENDING:
        return None
    return use.intended("shot-down") if use.is_any("missile", "uav", "aircraft") else ""


def amounts(use: Use) -> str | None:
    """The losses include two tanks; he put the losses at two tanks."""
    if use.role == "at" and use.verb.verb in lexicon.GAUGING and use.does(_LOSSES):
        return "" if use.people else "destroyed"
    subject = use.verb.subject
    if subject is None or subject.head not in _LOSSES or use.verb.verb not in _AMOUNTING:
        return None
    if use.role not in ("to", "object"):
        return None
    return "" if use.people else "destroyed"
