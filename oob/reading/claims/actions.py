"""What a verb alleges of a thing: by a rule for verbs of fighting, moving or having, else as the lexicon says."""

from __future__ import annotations

from typing import Final

from oob.reading.claims import fighting, having, losing, moving, upkeep
from oob.reading.claims.kinds import Kinds
from oob.reading.claims.memory import Memory
from oob.reading.claims.mood import SEEMING, idle
from oob.reading.claims.use import Rule, Use
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES, IDIOMS, Frame, Idiom, bag
from oob.reading.grammar.syntax import Noun, Verb, first
from oob.vocabulary import ACTIONS

COMING: Final = bag("come return fly go turn circle dive") | {"come back", "take off", "fly in", "swoop in", "move in"}
"""What aircraft do in order to strike: came back to bomb it."""
_SHIFTING: Final = bag("move shift relocate")
"""What a side does with its own things, to have them elsewhere."""
_USING: Final = bag("patrol operate protect guard defend parade circle loiter")
"""What is done with one's things, where they are: patrols the strait with two ships."""
_YIELDING: Final = bag("surrender give hand turn deliver") | {"give up", "hand over", "turn in", "turn over"}
_THEMSELVES: Final = bag("themselves himself")
_LAID_DOWN: Final = bag("arms weapons")
"""What those give up who surrender."""
_FIRING: Final = frozenset({"fire", "expend", "use up", "burn through"})
_DROPPING: Final = bag("drop lob loose discharge release")
_FINDING: Final = bag("find discover uncover unearth") | {
    "stumble upon", "stumble on", "come across", "happen upon",
}  # fmt: skip
_ARMED: Final = ("service", "militia", "group")
_TROOPS: Final = bag("army troops soldiers forces police guards guard navy fighters militiamen rebels patrol marines")
_LIGHT: Final = bag("part place aim care advantage note account notice")
"""What is taken without taking anything: tanks took part, the raid took place."""
_WEAPONS: Final = ("missile", "uav", "aircraft", "ammunition", "artillery-rocket", "artillery", "sea-drone")
"""What may put something out of action."""
_TAKING_PEOPLE: Final = frozenset({"capture", "round up", "seize", "abduct", "kidnap", "recapture"})
_PRISONER: Final = bag("prisoner prisoners captive hostage")
"""What people become who are taken: took 70 soldiers prisoner."""
_VIOLENCE: Final = bag("struck destroyed damaged killed shot-down")
_NOT_OF_PEOPLE: Final = bag("destroyed damaged lost captured struck abandoned shot-down serviced crashed laid")
_THINGS_ONLY: Final = frozenset(bag("lie rest feature block idle advance push wait line") | {"line up", "hold", "keep"})
"""Verbs that tell where things are, but of people too little: an army advances, soldiers lie."""


class Actions:
    """Reads the verbs."""

    def __init__(self, memory: Memory, kinds: Kinds) -> None:
        self.memory, self.kinds = memory, kinds

    def frame_of(self, verb: Verb) -> Frame | None:
        """What the lexicon has on a verb, with its particle or without; what troops find they take."""
        if verb.verb in _FINDING and self._is_of_troops(verb):
            return FRAMES["seize"]
        return FRAMES.get(verb.verb) or (FRAMES.get(verb.verb.split()[0]) if " " in verb.verb else None)

    def _is_of_troops(self, verb: Verb) -> bool:
        """Whether those who find something are armed: a navy, a militia, the army's men."""
        passive = verb.voice in ("passive", "pp")
        finder = first(verb.preps, "by") if passive else verb.subject
        if finder is None:
            return False
        kind = self.memory.knowledge.force_kinds.get(self.memory.force_of(finder) or "")
        return kind in _ARMED or finder.head.casefold().rsplit(" ", 1)[-1] in _TROOPS

    def action(self, noun: Noun, verb: Verb, role: str, frame: Frame | None, meant: str = "") -> str:
        """What a verb alleges of a system that has a role in it; blank for nothing. `meant`: which, if not named."""
        able = self.memory.text.endswith("capable of ", 0, verb.start)  # bombers capable of carrying missiles
        if idle(verb) or able or _is_impossible(noun, verb):
            return ""
        use = self._use(noun, verb, role, frame, meant)
        told = _by_rule(use)
        return self._by_frame(use) if told is None else told

    def dismisses(self, noun: Noun, verb: Verb, role: str) -> bool:
        """Whether a rule says that the verb alleges nothing of the system, not only that none knows what."""
        return idle(verb) or _by_rule(self._use(noun, verb, role, self.frame_of(verb))) == ""

    def _use(self, noun: Noun, verb: Verb, role: str, frame: Frame | None, meant: str = "") -> Use:
        id_ = meant or (self.kinds.system(noun)[0] if noun.system is not None else None) or ""
        people = bool(id_) and self.memory.knowledge.is_personnel(id_)
        return Use(self.memory, noun, verb, role, frame, id_, people)

    def _by_frame(self, use: Use) -> str:
        """What the lexicon says that the verb alleges."""
        if use.frame is None or any(each.head in _LIGHT and each is not use.noun for each in use.verb.objects):
            return ""
        action = self._in_role(use, use.frame)
        verb = use.verb
        if _is_sent(use):
            action = "deployed"
        elif verb.verb in ("fly", "drive", "sail") and use.role == "object" and verb.voice in ("active", "ing", "inf"):
            action = "operates"
        if use.people and _is_taken(use):
            return use.intended("captured")
        if action == "killed" or (use.people and action in _NOT_OF_PEOPLE):
            return ""
        if verb.verb == "leave" and verb.voice == "pp" and not use.beside("by"):
            return ""  # the tanks that they have left
        if use.people and verb.verb in _THINGS_ONLY and not (verb.verb == "advance" and use.noun.quantity is not None):
            return ""
        return use.intended(action)

    def _in_role(self, use: Use, frame: Frame) -> str:
        """What a verb alleges of what has a role to it, before its mood is asked."""
        verb, role = use.verb, use.role
        if role == "object" and verb.voice == "passive" and verb.verb in lexicon.DOUBLE:
            return frame.action  # they were given ten
        if role == "object" and verb.voice != "passive":
            armed = frame.with_ and use.people and use.beside("with")
            return "" if armed else frame.action
        if role == "subject":
            return self._as_subject(use, frame)
        if role == "with":
            if frame.with_:
                own = any(each.determiner in ("its", "their") for each in verb.objects)  # its outposts
                return "deployed" if own and verb.verb in having.REINFORCING else "supplied"
            if frame.action in _VIOLENCE:
                return "struck"
            if frame.action == "delivered" and verb.voice in ("passive", "pp"):
                return "delivered"  # the jets were delivered with missiles
            if verb.verb in _USING:
                return "operates"
            if frame.alone == "withdrawn":
                return "withdrawn"  # pulled out with their tanks
            return "deployed" if frame.alone in ("transported", "present", "deployed") else ""
        boards = verb.verb == "intercept" and use.is_any("warship")  # a dhow was intercepted by the frigate
        if role in ("by", "using") and frame.action in _VIOLENCE and not use.people and not boards:
            return "struck"
        return "operates" if role == "using" and not use.people else ""

    def _as_subject(self, use: Use, frame: Frame) -> str:
        """What a verb alleges of its subject."""
        verb = use.verb
        if verb.voice in ("passive", "pp") or self._looks_passive(use, frame):
            given = verb.verb in lexicon.DOUBLE and any(each.time is None and not each.pronoun for each in verb.objects)
            return "" if given else frame.action
        if _serves(verb) and frame.action not in _VIOLENCE:
            return ""  # helicopters were used to evacuate the wounded
        others = [
            each
            for each in verb.objects
            if each is not use.noun and each.listed_with is not use.noun and each.time is None
        ]
        has_thing = any(each.system is not None for each in others)
        destroys = frame.alone == frame.action == "destroyed" and bool(others)  # the frigate sank two boats
        if use.people and verb.verb in ("train", "drill") and not others:
            return "trained"
        goes = use.beside("to", "into", "towards", "from", "through", "across", "over", "on", "within", "onto")
        if use.people and frame.alone == "transported" and not goes and verb.voice not in ("passive", "pp"):
            return ""  # pilots race for their jets
        if verb.verb == "leave" and any(use.memory.place_of(each) is None for each in others):
            return ""  # a missile that left seven dead
        if frame.alone and not has_thing and not destroys:
            return "" if frame.alone == "struck" and use.people else frame.alone
        if verb.verb in _DROPPING and not verb.objects and not use.beside("on", "onto", "against"):
            return ""  # a jet dropping out of the sky
        if has_thing and frame.action == "transported" and not use.people:
            return "transported"
        if verb.voice == "ing" and verb.verb in _FIRING and not use.beside("at", "on", "into", "against", "over"):
            return ""  # under repair after firing 300 rounds
        attacks = frame.action in ("damaged", "struck", "destroyed")
        came = verb.voice == "inf" and verb.above is not None and verb.above.verb in COMING
        if attacks and not use.people and (came or verb.voice in ("active", "ing")):
            return "struck" if self.kinds.is_weapon(use.id_) else ""
        return ""

    def _looks_passive(self, use: Use, frame: Frame) -> bool:
        """Whether a verb may be a participle without its auxiliary: "aircraft deployed to Libya"."""
        verb = use.verb
        if verb.verb in lexicon.SPEECH or verb.voice != "active" or verb.objects or not frame.action:
            return False
        if verb.verb == "leave" and (len(use.noun.verbs) > 1 or use.beside("for")):
            return False
        if verb.verb == "return":
            return False
        if verb.verb == "pass" and use.beside("through", "via", "over", "near", "by"):
            return False  # passed through the canal
        words = self.memory.text[verb.start : verb.end].split()  # none where what is put in parts "had" from its verb
        form = lexicon.FORMS.get(words[0].casefold()) if words else None
        return form is not None and form.form in ("pastpp", "pp") and not verb.perfect and not verb.modal


def _serves(verb: Verb) -> bool:
    """Whether a verb tells what something is used for."""
    above = verb.above if verb.voice == "inf" else None
    return above is not None and above.verb in fighting.USING and above.voice in ("passive", "pp")


def _is_impossible(noun: Noun, verb: Verb) -> bool:
    """Whether it is only told what cannot be: no aircraft would be able to pass."""
    above = verb.above if verb.voice == "inf" else None
    return noun.negated and any(each is not None and each.modal in ("would", "could", "can") for each in (verb, above))


def turn(verb: Verb) -> tuple[Idiom, Noun] | None:
    """The turn of phrase that a verb and a noun make: went up in flames, took possession, put it out of action."""
    beside = [*verb.preps, *(of for each in verb.objects for of in each.of)]
    for idiom in IDIOMS.get(verb.verb, ()):
        for each in beside if idiom.prep else verb.objects:
            named = each.system is not None and each.head not in _LAID_DOWN and each.tail != idiom.noun
            if each.head == idiom.noun and each.prep == idiom.prep and not named:
                return idiom, each
    return None


def _by_turn(use: Use) -> str | None:
    """What a turn of phrase alleges."""
    told = turn(use.verb)
    if told is None or told[0].thing == "of":
        return None
    idiom, what = told
    if what is use.noun and what.tail != "home":
        return None if what.tail else ""  # who lays down his arms is told of
    strikes = use.role in ("by", "with", "using") or (use.acts and idiom.thing == "object")
    if strikes and idiom.action in _VIOLENCE and use.is_any(*_WEAPONS):
        return use.intended("struck")  # put out of action by drones
    brings = use.role == "with" and idiom.action == "deployed"  # took up positions with 20 tanks
    fits = use.patient if idiom.thing == "object" else use.role == "subject" or brings
    if not fits:
        return None
    if use.people and what.prep == "under":
        return ""  # soldiers came under fire
    if use.people and what.head in _LAID_DOWN:
        return use.intended("captured")
    if use.people and ACTIONS[idiom.action].effect in ("departure", "exchange"):
        return "withdrawn" if idiom.action == "withdrawn" else ""
    return use.intended(idiom.action)


def gives_up(verb: Verb) -> bool:
    """Whether people surrender: gave themselves up, handed themselves over to the army, turned themselves in."""
    things = [each for each in verb.objects if each.time is None]
    if verb.verb == "surrender" and not things:
        return True
    return verb.verb in _YIELDING and any(each.head in _THEMSELVES for each in things)


def _seems(use: Use) -> str | None:
    """What appears to have been hit is not said to have come up somewhere."""
    verb = use.verb
    seems = verb.verb in SEEMING and any(each.above is verb and each.voice != "ing" for each in use.memory.verbs)
    return "" if use.acts and seems else None


def _is_taken(use: Use) -> bool:
    """Whether people are taken prisoner, or give themselves up."""
    yields = use.acts and gives_up(use.verb)
    prisoner = use.verb.verb == "take" and (use.noun.tail in _PRISONER or use.does(_PRISONER))
    return yields or (use.patient and (prisoner or use.verb.verb in _TAKING_PEOPLE))


def _is_sent(use: Use) -> bool:
    """Whether somebody has his own things go elsewhere: moved six bombers to Olenya."""
    if use.verb.verb == "fly":
        return (use.role == "object" or use.verb.voice == "passive") and use.beside("to", "into", "over")
    own = use.verb.voice != "passive" or use.memory.owner(use.noun) is not None  # the army's tanks were moved to it
    shifted = use.verb.verb in _SHIFTING and use.patient and own
    return shifted and use.beside("to", "into") and not use.beside("from")


_RULES: Final[tuple[Rule, ...]] = (
    _seems,
    fighting.in_attack,
    fighting.joined,
    upkeep.drilled,
    losing.mined,
    losing.goes_off,
    losing.left_so,
    moving.makes_trips,
    _by_turn,
    fighting.amounts,
    having.being,
    having.shown_doing,
    having.shown,
    having.has_aboard,
    having.features,
    having.keeps,
    having.presented,
    having.takes_delivery,
    having.bears,
    having.guards,
    having.picked_up,
    having.regarded,
    having.covers,
    having.becomes_active,
    having.disposes,
    fighting.on_mine,
    fighting.fended,
    losing.stopped,
    losing.intercepts,
    losing.in_accident,
    losing.looks_so,
    losing.fell_to,
    losing.cost,
    losing.given_up,
    upkeep.repaired,
    losing.shoots_down,
    fighting.used_to_strike,
    fighting.used_to_attack,
    fighting.used_in_it,
    fighting.arms_of_attack,
    fighting.by_means_of,
    fighting.mission,
    fighting.answers,
    fighting.fires,
    fighting.battles,
    fighting.rams,
    fighting.came_from,
    having.observes,
    fighting.hit,
    fighting.kills,
    fighting.let_go,
    moving.flown_out,
    moving.flies,
    moving.comes_near,
    moving.returns,
    moving.follows,
    moving.is_manned,
    having.reinforces,
    having.backs_with,
    having.seen_with,
    having.helps,
    having.covering,
    having.comes_from,
    having.supports,
    moving.escorts,
    moving.goes_to,
    moving.makes_it,
    moving.stops_over,
    moving.is_shifted,
    moving.rescues,
    fighting.burns,
    moving.inverted,
    moving.unloaded,
    moving.puts_in,
    moving.leaves,
    moving.lands,
    moving.enters,
    having.equipped,
    fighting.falls,
    fighting.collides,
    fighting.aimed_at,
    fighting.fights_with,
    fighting.shot_from,
    fighting.used_against,
    having.backs,
    moving.rides,
    moving.aboard,
    moving.laden,
    moving.places,
    moving.takes,
    moving.carries,
    moving.driven,
    having.trained_on,
    having.ousted,
    having.asks_for,
    having.awaited,
)
"""In the order in which they are asked; the first that applies decides."""


def _by_rule(use: Use) -> str | None:
    """What the first rule that applies says; None where none does."""
    return next((told for rule in _RULES if (told := rule(use)) is not None), None)
