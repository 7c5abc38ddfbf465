"""What verbs of motion and transport allege of a thing: it is on its way, has come or has left."""

from __future__ import annotations

import re
from typing import Final

from oob.reading.claims.use import Use
from oob.reading.grammar.lexicon import Frame, bag, both

_ON_LAND: Final = bag(
    "roll drive move cross pour stream trundle rumble head march advance push pass ride snake speed sweep"
)
CARRIERS: Final = (
    "transport-aircraft",
    "cargo-ship",
    "merchant-ship",
    "landing-ship",
    "truck",
    "transport-helicopter",
)
"""What other things come in."""
SHIPS: Final = ("merchant-ship", "warship")
CALLING: Final = bag("call put tie dock moor anchor berth") | {"put in", "tie up"}
_BORDERS: Final = both("border frontier") | {"line"}
_INTRUDING: Final = bag("enter fly cross violate penetrate breach stray patrol leave pass")
_ABOVE: Final = both("district area region province sky airspace vicinity") | {"skies"}
_DRIVING: Final = bag("drive ride patrol cruise tour")
_SKY: Final = both("airspace") | bag("skies")
"""What aircraft enter without coming to stay."""
_HOMES: Final = both("base barrack garrison country home") | {"barracks", "quarters"}
_OWN: Final = ("their", "its", "his")
_LANDING: Final = frozenset({"land", "touch down", "disembark", "fly in"})
_MARCHING: Final = bag("move head cross pass drive roll march shift sail stream pour advance")
_ONTO: Final = ("to", "into", "towards", "toward", "on", "across", "through", "onto", "in", "within", "over")
_GOING: Final = Frame("", "", "transported")
_NEARING: Final = bag("come fly pass sail get go")
_CLOSE: Final = re.compile(r" (?:very |too |dangerously |so )?(?:close|near|closer|nearer)\b")
_STEERING: Final = bag("steer take") | {"take away"}
ONWARD: Final = bag("go continue proceed") | {"go on", "fly on", "move on"}
"""What a thing does on its way from one stop to the next."""
_STOPS: Final = both("stop stopover layover") | bag("landing landings")
BOMBS: Final = both("bomb munition rocket grenade") | bag("ordnance shells")
_SUPPLIES: Final = bag("supplies aid food rations medicine leaflets provisions relief sorghum flour parcels mail")
_TRIPS: Final = both("flight trip journey voyage run rotation crossing")
_PERFORMING: Final = bag("make fly conduct perform operate complete undertake") | {"carry out"}
_RESCUING: Final = bag("rescue collect retrieve evacuate extract recover") | {"pick up"}
_TAKING_OUT: Final = frozenset({"take out", "bring out", "fly out", "take off"})
_SAVED: Final = bag(
    "wounded injured civilians evacuees casualties people dead bodies refugees survivors families patients"
)
_MANNING: Final = bag("fly drive operate pilot man use") | _STEERING
_CREW: Final = bag("pilot driver gunner captain airman")
_LOADING: Final = bag("load stack pack cram fill lade")


def flies(use: Use) -> str | None:
    """What flies without an aim is in use."""
    above = use.verb.verb == "fly in" and use.acts and not use.people
    if above and use.verb.objects and use.verb.objects[0].head in _ABOVE:
        return use.intended("operates")  # have been flying in the district
    if use.verb.verb != "fly" or use.role != "subject":
        return None
    if use.people:
        return None if use.verb.voice in ("passive", "pp") else ""  # mercenaries were flown in
    if _comes_close(use):
        return use.intended("operates")
    flown_by = use.verb.voice in ("passive", "pp") and use.beside("by")
    if (flown_by or use.verb.voice in ("active", "ing", "inf")) and not use.beside(
        "to", "via", "through", "into", "across"
    ):
        return use.intended("operates")
    return None


def flown_out(use: Use) -> str | None:
    """People whom somebody flew out of a place have left it; planes that flew them are on their way."""
    if use.verb.verb not in ("fly", "airlift") or use.verb.voice in ("passive", "pp"):
        return None
    away = use.beside("from", "out") and not use.beside("to", "into")
    if use.role == "object" and use.people:
        return use.intended("withdrawn") if away else None
    carried = (each for each in use.verb.objects if each is not use.noun and each.time is None)
    carries = use.acts and use.is_any("transport-aircraft") and next(carried, None) is not None
    return use.intended("transported") if carries else None


def follows(use: Use) -> str | None:
    """A further 14 tanks will follow: they are to come as those before did."""
    goes = use.acts and use.verb.verb == "follow" and use.noun.quantity is not None
    return use.intended("deployed") if goes and all(each.time is not None for each in use.verb.objects) else None


def returns(use: Use) -> str | None:
    """Jets that return somewhere are on their way; men who return from a war, or to their bases, have left it."""
    if use.verb.verb != "return" or not use.acts or use.verb.objects:
        return None
    if use.people:
        to = (each for each in use.verb.preps if each.prep == "to" and each.determiner in _OWN)
        home = any(each.head in _HOMES for each in to)
        leaves = home or use.beside("from") or use.memory.text.startswith(" home", use.verb.end)
        return use.intended("withdrawn") if leaves else None
    return use.intended("transported") if use.beside("to", "from", "into") else None


def comes_near(use: Use) -> str | None:
    """Aircraft and ships that come close to a border, or into a country's air, have not gone there: they are in use."""
    flies = use.acts and not use.people and use.is_any("aircraft", "uav", "warship")
    if (
        flies
        and use.verb.verb in _INTRUDING
        and any(each.head in _SKY for each in (*use.verb.objects, *use.verb.preps))
    ):
        return use.intended("operates")  # entered its airspace
    near = flies and use.verb.verb in _NEARING and _comes_close(use)
    return use.intended("operates") if near else None


def _comes_close(use: Use) -> bool:
    return _CLOSE.match(use.memory.text, use.verb.end) is not None


def lands(use: Use) -> str | None:
    """People who land somewhere, or move there by themselves, have come there."""
    if not use.acts or not use.people:
        return None
    onto = (each for each in _ONTO if each != "on" or use.verb.verb != "advance")
    marches = use.verb.verb in _MARCHING and use.verb.voice != "pp" and use.beside(*onto)
    return use.intended("deployed") if marches or use.verb.verb in _LANDING else None


def is_manned(use: Use) -> str | None:
    """What one man flies, drives or takes somewhere is told for his sake: the jet that he was flying."""
    subject = use.verb.subject
    if use.role != "object" or subject is None or use.verb.verb not in _MANNING:
        return None
    if use.verb.gap is not use.noun and use.verb.verb not in _STEERING:
        return None
    return "" if subject.pronoun in ("he", "she") or (subject.head in _CREW and subject.quantity is None) else None


def enters(use: Use) -> str | None:
    """What rolls into a place or over its border, or advances on it, has come; what passes through is on its way."""
    attacks = use.verb.verb in ("advance", "march") and use.beside("on")
    counted = use.noun.quantity or (use.noun.host.quantity if use.noun.host is not None else None)
    if attacks and use.people and counted is None:
        return ""
    if not use.acts or use.verb.verb not in _ON_LAND or not (attacks or use.beside("into", "onto") or _is_over(use)):
        return None
    return use.intended("deployed")


def _is_over(use: Use) -> bool:
    """Whether a side's own things are said to come over a border, or across a country; a cargo is on its way."""
    over = [each for each in use.verb.preps if each.prep in ("across", "over")]
    own = use.people or use.is_any("tank", "armoured-vehicle", "artillery")
    return own and any(each.head in _BORDERS or use.memory.place_of(each) is not None for each in over)


def leaves(use: Use) -> str | None:
    """People who leave are withdrawn; things that do are on their way."""
    if not use.acts or not use.people or use.verb.verb not in ("leave", "depart"):
        return None
    return use.intended("withdrawn")


def inverted(use: Use) -> str | None:
    """With them went two T-55s."""
    frame = use.frame if use.verb.verb != "go" else _GOING
    if use.role == "object" and use.verb.subject is None and frame and frame.alone and use.verb.voice == "active":
        return use.intended(frame.alone)
    return None


def driven(use: Use) -> str | None:
    """What is driven through a town is on its way."""
    if use.role != "subject" or use.verb.voice not in ("passive", "pp") or use.verb.verb not in ("drive", "sail"):
        return None
    return use.intended("transported")


_KEPT_IN: Final = bag("storage store stores depot depots warehouse warehouses reserve mothballs hangar hangars museum")


def places(use: Use) -> str | None:
    """Who places things somewhere sends them there; those placed there are there."""
    sends = use.role == "object" and use.verb.verb == "place" and use.verb.voice in ("active", "ing", "inf")
    return use.intended("deployed") if sends and use.beside("in", "near", "at", "on", "along") else None


def takes(use: Use) -> str | None:
    """What is taken to a place is on its way, not captured; who takes his own from one has it leave."""
    if not use.patient or use.verb.verb != "take":
        return None
    if use.beside("to", "into", "towards"):
        return use.intended("transported")
    if any(each.prep in ("of", "from") and each.head in _KEPT_IN for each in use.verb.preps):
        return ""  # taken out of storage
    own = use.role == "object" and use.noun.determiner in ("its", "their", "his") and not use.people
    return use.intended("withdrawn") if own and use.beside("from", "out") else None


_BROUGHT: Final = bag("delivered deployed supplied transported withdrawn")


def rides(use: Use) -> str | None:
    """People arrive and leave in vehicles."""
    frame = use.frame
    if use.role == "aboard" and not use.people and frame is not None and frame.action in _BROUGHT:
        return use.intended("transported")  # sent to Libya aboard Il-76s
    if use.role not in ("in", "aboard", "on", "by") or use.people or frame is None or use.verb.voice == "passive":
        return None
    if frame.alone == "withdrawn" or use.verb.verb in _DRIVING:
        return (
            use.intended("withdrawn" if frame.alone == "withdrawn" else "operates") if use.noun.entity is None else None
        )
    moves = frame.alone in ("transported", "deployed")
    return use.intended("transported") if moves and use.noun.entity is None else None


def aboard(use: Use) -> str | None:
    """A plane landed with two helicopters on board: it brought them."""
    if use.role != "with" or use.people or use.frame is None or use.frame.alone not in ("transported", "deployed"):
        return None
    inside = use.memory.text.startswith((" on board", " aboard", " inside"), use.noun.end)
    return use.intended("transported") if inside else None


def laden(use: Use) -> str | None:
    """A ship loaded with rifles carries them."""
    if use.role != "with" or use.people or use.verb.verb not in _LOADING:
        return None
    return use.intended("transported")


def carries(use: Use) -> str | None:
    """A cargo plane that unloads or drops something carried it."""
    brings = use.frame is not None and use.frame.action in ("delivered", "supplied")
    bombs = any(each.head.rsplit(" ", 1)[-1] in BOMBS for each in use.verb.objects)
    drops = use.verb.verb in ("drop", "land") and bool(use.verb.objects) and not bombs
    if not use.acts or use.people or not (brings or drops):
        return None
    if drops and use.is_any("aircraft") and any(each.head in _SUPPLIES for each in use.verb.objects):
        return use.intended("transported")  # dropped food to the garrison
    return use.intended("transported") if use.is_any(*CARRIERS) else None


def unloaded(use: Use) -> str | None:
    """What things are unloaded from brought them, as did a cargo plane that is being unloaded."""
    leaves = use.verb.verb in ("unload", "offload", "disembark", "deplane")
    if leaves and use.patient and use.is_any("transport-aircraft", "merchant-ship", "cargo-ship"):
        return use.intended("transported")
    if use.role != "from" or use.people or not leaves or not use.is_any("merchant-ship", *CARRIERS):
        return None
    return use.intended("transported")


def puts_in(use: Use) -> str | None:
    """A ship puts in or calls at a port; what carries other things is on its way where it arrives."""
    if not use.acts or use.people:
        return None
    if use.verb.verb in CALLING and use.beside("at", "in", "into") and use.is_any(*SHIPS):
        return use.intended("transported")
    arrives = use.frame is not None and use.frame.alone == "deployed" and use.is_any("merchant-ship", *CARRIERS)
    somewhere = (each for each in (*use.verb.preps, *use.verb.objects) if use.memory.place_of(each) is not None)
    return use.intended("transported") if arrives and any(somewhere) else None


def makes_trips(use: Use) -> str | None:
    """Planes that make flights from one place to another are on their way, as cargo planes that take off are."""
    if not use.acts or use.people:
        return None
    off = use.verb.verb == "take off" and use.is_any("transport-aircraft", "merchant-ship")
    flies = use.verb.verb in _PERFORMING and use.does(_TRIPS) and use.beside("to", "from", "between", "into")
    return use.intended("transported") if off or flies else None


def makes_it(use: Use) -> str | None:
    """What makes it somewhere has come through on its way."""
    arrives = use.acts and use.verb.verb == "make" and use.beside("to", "through", "past")
    return use.intended("transported") if arrives and any(each.pronoun == "it" for each in use.verb.objects) else None


def stops_over(use: Use) -> str | None:
    """Jets that make a stop at a base are on their way, as they are when they go on to another."""
    if not use.acts or use.people:
        return None
    if use.verb.verb == "make" and use.does(_STOPS):
        return use.intended("transported") if _is_placed(use, "at", "in", "on") else ""
    goes = use.verb.verb in ONWARD and not use.verb.objects and _is_placed(use, "to", "towards")
    return use.intended("transported") if goes else None


def goes_to(use: Use) -> str | None:
    """What goes to somebody is handed over to him: most of the tanks went to the army."""
    if not use.acts or use.people or use.verb.verb != "go" or use.verb.objects or use.is_any(*CARRIERS):
        return None
    to = (each for each in use.verb.preps if each.prep == "to" and use.memory.place_of(each) is None)
    return use.intended("delivered") if any(use.memory.force_of(each) for each in to) else None


def _is_placed(use: Use, *preps: str) -> bool:
    """Whether one of these prepositions stands before a place."""
    return any(each.prep in preps and use.memory.place_of(each) is not None for each in use.verb.preps)


def is_shifted(use: Use) -> str | None:
    """What its own side transfers from one base to another is on its way; what goes to a country is handed over."""
    if use.verb.verb != "transfer" or use.people or use.role != "subject" or use.beside("by"):
        return None
    at = (use.memory.place_of(each) for each in use.verb.preps if each.prep in ("to", "from"))
    kinds = [use.memory.knowledge.place_kind(each) for each in at if each is not None]
    given = any(each.prep == "to" and use.memory.force_of(each) is not None for each in use.verb.preps)
    if not kinds or "country" in kinds or given:
        return None
    return use.intended("transported")


def rescues(use: Use) -> str | None:
    """The helicopter that picks somebody up is in use."""
    out = use.verb.verb in _TAKING_OUT and use.does(_SAVED)  # took out the wounded
    if use.verb.verb not in _RESCUING and not out:
        return None
    if use.verb.voice not in ("passive", "pp"):
        saves = any(use.memory.place_of(each) is None and each.time is None for each in use.verb.objects)
        return use.intended("operates") if use.acts and saves and use.is_any("aircraft", "merchant-ship") else None
    if use.people and use.role == "subject" and use.verb.verb == "pick up":
        return ""
    if use.role != "by" or use.people:
        return None
    saved = use.verb.subject
    named = use.memory.meaning(saved.system, "system") if saved is not None else None
    thing = named is not None and not use.memory.knowledge.is_personnel(named)
    return (
        use.intended("operates")
        if not thing and use.is_any("aircraft", "vehicle", "warship", "merchant-ship")
        else None
    )


def escorts(use: Use) -> str | None:
    """What is escorted is on its way, with what escorts it."""
    if use.verb.verb not in ("escort", "accompany"):
        return None
    if use.patient:
        return "transported"
    return "escorted" if use.role in ("by", "subject") else ""
