"""What a verb alleges of a thing, and in which mood: done, planned, possible, denied."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import Final

from oob.reading.claims.found import Found
from oob.reading.claims.kinds import Kinds
from oob.reading.claims.memory import Memory
from oob.reading.grammar import lexicon
from oob.reading.grammar.lexicon import FRAMES, IDIOMS, Frame, Idiom, bag
from oob.reading.grammar.syntax import Noun, Verb
from oob.vocabulary import ACTIONS

_AMOUNTING: Final = bag("amount total include comprise reach number exceed stand come be make")
_LOSSES: Final = bag("losses loss toll")
_DEALS: Final = bag("deal contract agreement order sale")
_COVERING: Final = bag("cover include comprise provide")
_COVER: Final = bag("support cover fires protection fire")
_AHEAD: Final = bag(
    "expect want prepare intend plan promise pledge vow agree threaten hope decide seek ask request"
    " offer aim try attempt order clear authorise authorize license"
)
_LETTING_GO: Final = bag("fire drop launch release loose lob hurl rain unleash")
_ON_LAND: Final = bag(
    "roll drive move cross pour stream trundle rumble head march advance push pass ride snake speed sweep"
)
_FITTED: Final = bag("equip arm outfit kit fit")
_DOUBLE: Final = bag("give lend offer sell hand grant award promise send")
"""Verbs with two objects: "they were given ten"."""
_ROUNDS: Final = bag("interceptors interceptor missiles missile rounds rockets rocket shells bombs salvo salvos")
_TEACHING: Final = bag("teach train instruct learn practise practice coach")
_ASKING: Final = bag("pay contract order ask appeal plead call apply lobby")
_ATTACKS: Final = bag(
    "attack attacks raid raids strike strikes airstrike airstrikes assault bombardment bombing operation"
)
_FENDING: Final = bag("repel repulse thwart foil parry deflect rebuff")
_MINES: Final = ("mine", "landmine")
_LACKING: Final = bag("need require lack")
"""Verbs for what somebody has not."""
_FAILING: Final = bag("fail refuse decline neglect")
COMING: Final = bag("come return fly go turn circle dive") | {"come back", "take off", "fly in", "swoop in", "move in"}
"""What aircraft do in order to strike: came back to bomb it."""
_SHIFTING: Final = bag("move shift relocate")
"""What a side does with its own things, to have them elsewhere."""
_CARRIERS: Final = (
    "transport-aircraft",
    "cargo-ship",
    "merchant-ship",
    "landing-ship",
    "truck",
    "transport-helicopter",
)
"""What other things come in."""
_ONE: Final = ("a", "an")
_GOING: Final = Frame("", "", "transported")
_PROVING: Final = frozenset({"turn", "turn out", "prove", "appear", "seem"})
_FALLING: Final = bag("land fall explode detonate crash fly")
_USING: Final = bag("use employ deploy utilise utilize")
_BACKING: Final = bag("back support accompany protect cover flank precede lead reinforce spearhead")
_LOADING: Final = bag("load stack pack cram fill lade")
_VIOLENCE: Final = bag("struck destroyed damaged killed shot-down")
_NOT_OF_PEOPLE: Final = bag("destroyed damaged lost captured struck abandoned shot-down serviced crashed")
_THINGS_ONLY: Final = frozenset(bag("lie rest feature block idle advance push wait line") | {"line up", "hold", "keep"})
"""Verbs that tell where things are, but of people too little: an army advances, soldiers lie."""


@dataclass(frozen=True, slots=True)
class Use:
    """A system in its role to a verb."""

    noun: Noun
    verb: Verb
    role: str
    """subject, object, or the preposition before it."""
    frame: Frame | None
    id_: str
    people: bool

    @property
    def patient(self) -> bool:
        """Whether something is done to it."""
        return self.role == "object" or (self.role == "subject" and self.verb.voice in ("passive", "pp"))

    @property
    def acts(self) -> bool:
        """Whether it does something."""
        return self.role == "subject" and self.verb.voice not in ("passive", "pp")

    def beside(self, *preps: str) -> bool:
        """Whether the verb has a phrase with one of these prepositions."""
        return any(each.prep in preps for each in self.verb.preps)

    def does(self, heads: Container[str]) -> bool:
        """Whether the verb's object is one of these words: carry out strikes."""
        return any(each.head in heads for each in self.verb.objects)


Rule = Callable[["Actions", Use], str | None]
"""The action, blank for none, or None where the rule does not apply."""


class Actions:
    """Reads the verbs."""

    def __init__(self, memory: Memory, kinds: Kinds) -> None:
        self.memory, self.kinds = memory, kinds

    def frame_of(self, verb: Verb) -> Frame | None:
        return FRAMES.get(verb.verb) or (FRAMES.get(verb.verb.split()[0]) if " " in verb.verb else None)

    def action(self, noun: Noun, verb: Verb, role: str, frame: Frame | None) -> str:
        """What a verb alleges of a system that has a role in it; blank for nothing."""
        if self.idle(verb):
            return ""
        id_ = (self.kinds.system(noun)[0] if noun.system is not None else None) or ""
        people = noun.system is not None and self.memory.knowledge.is_personnel(id_)
        use = Use(noun, verb, role, frame, id_, people)
        for rule in _RULES:
            told = rule(self, use)
            if told is not None:
                return told
        return self._by_frame(use)

    def idle(self, verb: Verb) -> bool:
        """Whether a verb tells only what can be, what is asked, or what would be if: nothing was done."""
        if verb.verb in _LACKING or self._fails(verb):
            return True
        if verb.modal == "can" or (verb.above is not None and verb.above.modal == "can"):
            return True
        return verb.under in ("if", "whether", "unless")

    def _fails(self, verb: Verb) -> bool:
        """Whether something did not come about: failed to explode, refused to fly."""
        above = verb.above
        return verb.voice == "inf" and above is not None and above.verb in _FAILING and not above.negated

    def turn(self, verb: Verb) -> tuple[Idiom, Noun] | None:
        """The turn of phrase that a verb and a noun make: went up in flames, took possession."""
        for idiom in IDIOMS.get(verb.verb, ()):
            for each in verb.preps if idiom.prep else verb.objects:
                if each.head == idiom.noun and each.prep == idiom.prep and each.system is None:
                    return idiom, each
        return None

    def _turn(self, use: Use) -> str | None:
        told = self.turn(use.verb)
        if told is None or told[0].thing == "of":
            return None
        idiom, _ = told
        fits = use.patient if idiom.thing == "object" else use.role == "subject"
        if not fits:
            return None
        if use.people and ACTIONS[idiom.action].effect in ("departure", "exchange"):
            return "withdrawn" if idiom.action == "withdrawn" else ""
        return self.intended(idiom.action, use.verb)

    def _shown(self, use: Use) -> str | None:
        """Pictures show it: present, whatever verb."""
        subject = use.verb.subject
        if subject is None or subject.head not in lexicon.IMAGERY:
            return None
        if use.frame is None:
            return "present" if use.role in ("to", "object") else None
        return "present" if use.role == "to" and use.frame.action != "present" else None

    def _amounts(self, use: Use) -> str | None:
        """The losses include two tanks."""
        subject = use.verb.subject
        if subject is None or subject.head not in _LOSSES or use.verb.verb not in _AMOUNTING:
            return None
        if use.role not in ("to", "object"):
            return None
        return "" if use.people else "destroyed"

    def _covers(self, use: Use) -> str | None:
        """The deal covers 24 jets."""
        subject = use.verb.subject
        if use.role != "object" or subject is None or subject.head not in _DEALS or use.verb.verb not in _COVERING:
            return None
        return "planned"

    def _observes(self, use: Use) -> str | None:
        """Detected by a drone: the drone was in use."""
        seen = use.role == "by" and use.verb.verb in lexicon.OBSERVING and use.verb.voice in ("passive", "pp")
        return "operates" if seen and not use.people else None

    def _mission(self, use: Use) -> str | None:
        """Helicopters carried out strikes, flew sorties, provided support."""
        if not use.acts or use.people:
            return None
        if use.verb.verb in ("deliver", "launch", "mount") and use.does(lexicon.STRIKES):
            return "struck"
        if use.verb.verb in ("conduct", "carry out", "perform", "undertake"):
            return "struck" if use.does(lexicon.STRIKES - {"missions"}) else "operates"
        return None

    def _helps(self, use: Use) -> str | None:
        if not use.acts or use.verb.verb not in ("provide", "give", "offer", "deliver"):
            return None
        verb = use.verb
        if verb.voice == "inf" and verb.above is not None and verb.above.verb == "be" and verb.above.preps:
            return ""
        return self.intended("operates", verb) if use.does(_COVER) else ""

    def _hit(self, use: Use) -> str | None:
        """What was hit is damaged; what was bombed or shelled is only aimed at."""
        if not use.patient or use.verb.verb not in lexicon.HITS:
            return None
        return "damaged" if use.verb.verb in ("strike", "hit") and not use.people else ""

    def _let_go(self, use: Use) -> str | None:
        """What is fired or launched strikes; a gun that is fired is in use."""
        if not use.patient or use.people or use.verb.verb not in _LETTING_GO:
            return None
        within = self.memory.knowledge.systems.within
        if (
            any(within(use.id_, each) for each in ("missile", "uav", "ammunition", "rocket"))
            or use.noun.tail in _ROUNDS
            or (use.noun.system is not None and use.noun.system.word.casefold().split()[-1] in _ROUNDS)
        ):
            return self.intended("struck", use.verb)
        if use.verb.verb in ("fire", "launch"):
            return self.intended("operates", use.verb)
        return self.intended("laid", use.verb) if any(within(use.id_, each) for each in ("mine", "landmine")) else None

    def _flies(self, use: Use) -> str | None:
        if use.verb.verb != "fly" or use.role != "subject":
            return None
        if use.people:
            return ""
        flown_by = use.verb.voice in ("passive", "pp") and use.beside("by")
        if (flown_by or use.verb.voice in ("active", "ing")) and not use.beside(
            "to", "via", "through", "into", "over", "across"
        ):
            return self.intended("operates", use.verb)
        return None

    def _escorts(self, use: Use) -> str | None:
        if use.verb.verb not in ("escort", "accompany"):
            return None
        if use.patient:
            return "transported"
        return "escorted" if use.role in ("by", "subject") else ""

    def _inverted(self, use: Use) -> str | None:
        """With them went two T-55s."""
        frame = use.frame if use.verb.verb != "go" else _GOING
        if use.role == "object" and use.verb.subject is None and frame and frame.alone and use.verb.voice == "active":
            return self.intended(frame.alone, use.verb)
        return None

    def _burns(self, use: Use) -> str | None:
        """Set fire to three jets."""
        return "destroyed" if use.verb.verb == "set" and use.role == "to" and use.does(("fire",)) else None

    def _leaves(self, use: Use) -> str | None:
        """People who leave are withdrawn; things that do are on their way."""
        if not use.acts or not use.people or use.verb.verb not in ("leave", "depart"):
            return None
        return self.intended("withdrawn", use.verb)

    def _enters(self, use: Use) -> str | None:
        """What rolls or pours into a place has come there; what passes through it is on its way."""
        if not use.acts or use.verb.verb not in _ON_LAND or not use.beside("into", "onto"):
            return None
        return self.intended("deployed", use.verb)

    def _equipped(self, use: Use) -> str | None:
        """Who is equipped with a thing, by nobody in particular, has it."""
        if use.role != "with" or use.verb.voice not in ("passive", "pp") or use.verb.verb not in _FITTED:
            return None
        return None if use.beside("by") else self.intended("operates", use.verb)

    def _falls(self, use: Use) -> str | None:
        """A missile that lands or explodes somewhere struck it."""
        if not use.acts or use.verb.verb not in _FALLING:
            return None
        within = self.memory.knowledge.systems.within
        return (
            self.intended("struck", use.verb)
            if any(within(use.id_, each) for each in ("missile", "ammunition"))
            else None
        )

    def _shot_from(self, use: Use) -> str | None:
        """What things are fired or dropped from: rockets launched from a Grad, grenades dropped from drones."""
        if use.role != "from" or use.people or use.verb.verb not in _LETTING_GO:
            return None
        return self.intended("struck", use.verb)

    def _used_against(self, use: Use) -> str | None:
        """A weapon used against something struck it."""
        if not use.patient or use.people or use.verb.verb not in _USING or not use.beside("against"):
            return None
        return self.intended("struck", use.verb)

    def _backs(self, use: Use) -> str | None:
        """Troops backed by helicopters have them."""
        if use.role != "by" or use.people or use.verb.verb not in _BACKING:
            return None
        return self.intended("operates", use.verb)

    def _rides(self, use: Use) -> str | None:
        """People arrive and leave in vehicles."""
        frame = use.frame
        if use.role not in ("in", "aboard", "on", "by") or use.people or frame is None or use.verb.voice == "passive":
            return None
        moves = frame.alone in ("transported", "deployed", "withdrawn")
        return self.intended("transported", use.verb) if moves and use.noun.entity is None else None

    def _laden(self, use: Use) -> str | None:
        """A ship loaded with rifles carries them."""
        if use.role != "with" or use.people or use.verb.verb not in _LOADING:
            return None
        return self.intended("transported", use.verb)

    def _takes(self, use: Use) -> str | None:
        """What is taken to a place is on its way, not captured."""
        if not use.patient or use.verb.verb != "take" or not use.beside("to", "into", "towards"):
            return None
        return self.intended("transported", use.verb)

    def _carries(self, use: Use) -> str | None:
        """A cargo plane that unloads or drops something carried it."""
        brings = use.frame is not None and use.frame.action in ("delivered", "supplied")
        drops = use.verb.verb in ("drop", "land") and bool(use.verb.objects)
        if not use.acts or use.people or not (brings or drops):
            return None
        within = self.memory.knowledge.systems.within
        return self.intended("transported", use.verb) if any(within(use.id_, each) for each in _CARRIERS) else None

    def _driven(self, use: Use) -> str | None:
        """What is driven through a town is on its way."""
        if use.role != "subject" or use.verb.voice not in ("passive", "pp") or use.verb.verb not in ("drive", "sail"):
            return None
        return self.intended("transported", use.verb)

    def _in_attack(self, use: Use) -> str | None:
        """Used in the attack, took part in a raid: the weapons of a strike."""
        joins = use.acts and use.verb.verb in ("take", "participate")
        if use.people or not (joins or (use.patient and use.verb.verb in _USING | {"involve"})):
            return None
        attack = any(each.prep in ("in", "for", "during") and each.head in _ATTACKS for each in use.verb.preps)
        return self.intended("struck", use.verb) if attack else None

    def _fended(self, use: Use) -> str | None:
        """Drones that were repelled did not come through; tanks that were are still there."""
        if not use.patient or use.verb.verb not in _FENDING:
            return None
        within = self.memory.knowledge.systems.within
        flies = any(within(use.id_, each) for each in ("missile", "uav", "aircraft"))
        return self.intended("shot-down", use.verb) if flies else ""

    def _on_mine(self, use: Use) -> str | None:
        """A tank that hit a mine."""
        if use.verb.verb not in ("hit", "strike", "trigger", "drive", "run") or use.verb.voice in ("passive", "pp"):
            return None
        within = self.memory.knowledge.systems.within
        if any(within(use.id_, each) for each in _MINES):
            return "" if use.role in ("object", "over", "on") else None
        met = (each for each in (*use.verb.objects, *use.verb.preps) if each.prep in ("", "over", "on"))
        mine = any(within(self.memory.meaning(each.system, "system") or "", kind) for each in met for kind in _MINES)
        return self.intended("damaged", use.verb) if mine and use.acts and not use.people else None

    def _asks_for(self, use: Use) -> str | None:
        return self.intended("planned", use.verb) if use.role == "for" and use.verb.verb in _ASKING else None

    def _trained_on(self, use: Use) -> str | None:
        on = use.role == "on" and use.verb.verb == "train" and not use.people
        return self.intended("trained", use.verb) if on else None

    def _by_frame(self, use: Use) -> str:
        """What the lexicon says that the verb alleges."""
        if use.frame is None:
            return ""
        action = self._in_role(use, use.frame)
        verb = use.verb
        if self._is_sent(use):
            action = "deployed"
        elif verb.verb in ("fly", "drive", "sail") and use.role == "object" and verb.voice in ("active", "ing", "inf"):
            action = "operates"
        if action == "killed" or (use.people and action in _NOT_OF_PEOPLE):
            return ""
        if verb.verb == "leave" and verb.voice == "pp" and not use.beside("by"):
            return ""  # the tanks that they have left
        if use.people and verb.verb in _THINGS_ONLY:
            return ""
        return self.intended(action, verb)

    def _is_sent(self, use: Use) -> bool:
        """Whether somebody has his own things go elsewhere: moved six bombers to Olenya."""
        if use.verb.verb == "fly":
            return (use.role == "object" or use.verb.voice == "passive") and use.beside("to", "into", "over")
        shifted = use.verb.verb in _SHIFTING and use.role == "object" and use.verb.voice != "passive"
        return shifted and use.beside("to", "into") and not use.beside("from")

    def _in_role(self, use: Use, frame: Frame) -> str:
        verb, role = use.verb, use.role
        if role == "object" and verb.voice == "passive" and verb.verb in _DOUBLE:
            return frame.action  # they were given ten
        if role == "object" and verb.voice != "passive":
            armed = frame.with_ and use.people and use.beside("with")
            return "" if armed else frame.action
        if role == "subject":
            return self._as_subject(use, frame)
        if role == "with":
            if frame.with_:
                return "supplied"
            if frame.action in _VIOLENCE:
                return "struck"
            return "deployed" if frame.alone in ("transported", "present", "deployed") else ""
        if role in ("by", "using") and frame.action in _VIOLENCE and not use.people:
            return "struck"
        return ""

    def _as_subject(self, use: Use, frame: Frame) -> str:
        verb = use.verb
        looks = (
            verb.verb not in lexicon.SPEECH
            and verb.voice == "active"
            and self._passive_looking(verb)
            and not verb.objects
            and bool(frame.action)
        )
        looks = looks and not (verb.verb == "leave" and (len(use.noun.verbs) > 1 or use.beside("for")))
        if verb.voice in ("passive", "pp") or looks:
            given = verb.verb in _DOUBLE and any(each.time is None and not each.pronoun for each in verb.objects)
            return "" if given else frame.action
        has_thing = any(
            each.system is not None
            for each in verb.objects
            if each is not use.noun and each.listed_with is not use.noun
        )
        if frame.alone and not has_thing:
            return "" if frame.alone == "struck" and use.people else frame.alone
        if has_thing and frame.action == "transported" and not use.people:
            return "transported"
        attacks = frame.action in ("damaged", "struck", "destroyed")
        came = verb.voice == "inf" and verb.above is not None and verb.above.verb in COMING
        if attacks and not use.people and (came or verb.voice in ("active", "ing")):
            return "struck" if self.kinds.is_weapon(use.id_) else ""
        return ""

    def _passive_looking(self, verb: Verb) -> bool:
        """A form that may be a participle without its auxiliary: "aircraft deployed to Libya"."""
        form = lexicon.FORMS.get(self.memory.text[verb.start : verb.end].split()[0].casefold())
        return form is not None and form.form in ("pastpp", "pp") and not verb.perfect and not verb.modal

    def _being(self, use: Use) -> str | None:
        """There are 2,500 mercenaries in Libya; the jets are at Al Jufra."""
        verb, role = use.verb, use.role
        if verb.verb not in ("be", "do"):
            return None
        there = verb.subject is not None and verb.subject.pronoun == "there"
        if role == "object" and there:
            return "present"
        if role == "subject" and self.memory.text.startswith((" due", " expected", " on order"), verb.end):
            return "planned"
        if role == "object" and verb.modal in lexicon.MODALS_FUTURE:
            return "planned"
        if role == "object" and verb.voice == "be" and verb.above is not None and verb.above.verb in _PROVING:
            return "present"  # it turned out to be a drone
        identified = verb.subject is not None and verb.subject.pronoun in ("it", "they") and use.noun.determiner in _ONE
        if role == "object" and verb.voice == "be" and identified and not use.people:
            return "present"  # we think that it is a Pantsir
        if role == "subject" and self.memory.text.startswith((" aboard", " on board"), verb.end):
            return "transported"
        if role == "subject" and any(
            each.prep == "aboard" or (each.prep == "on" and each.head in ("board", "ship", "aircraft"))
            for each in verb.preps
        ):
            return "transported"
        placed = any(
            self.memory.place_of(each) is not None and each.prep in lexicon.PLACE_ROLE
            for each in (*verb.preps, *use.noun.after)
        )
        return "present" if role == "subject" and placed else ""

    def intended(self, action: str, verb: Verb) -> str:
        """Plans and promises are not yet deeds."""
        at: Verb | None = verb
        hops = 0
        while at is not None and hops < 4 and action:
            if at.modal in lexicon.MODALS_FUTURE and not at.perfect:
                return "planned"
            if (
                at.modal in ("may", "might", "could")
                and not at.perfect
                and action in ACTIONS
                and ACTIONS[action].effect == "arrival"
            ):
                return "planned"
            above = at.above
            if at.voice == "inf" and above is not None and above.verb in _TEACHING:
                return "trained" if action == "operates" else action
            if at.voice == "inf" and at.perfect and action != "planned":
                return action  # likely to have lost
            if at.voice == "inf" and above is not None:
                frame = FRAMES.get(above.verb)
                if (
                    (frame is not None and frame.action == "planned")
                    or above.verb in _AHEAD
                    or set(above.adverbs) & {"likely", "set", "due"}
                ):
                    return "planned"
                if above.verb == "be" or above.verb in ("help", "fail", "try", "refuse", "use"):
                    return "planned" if above.verb == "be" and above.modal == "" and not above.adverbs else action
            elif at.voice != "ing" or above is None or above.modal not in lexicon.MODALS_FUTURE:
                break
            at, hops = above, hops + 1
        return action

    def mood(self, one: Found, noun: Noun, verb: Verb | None) -> None:
        """Negation and hedges of the sentence itself."""
        at, hops = verb, 0
        negated = noun.negated or any(host.head in ("none", "neither") for host in self.hosts(noun))
        while at is not None and hops < 4:
            words = set(at.adverbs)
            if (at.negated and at.verb not in lexicon.SPEECH) or _is_none(at.subject):
                negated = True
            if at.modal in lexicon.MODALS_POSSIBLE or words & lexicon.HEDGES_POSSIBLE:
                one.stance = one.stance or "possible"
            if words & lexicon.HEDGES_ALLEGED:
                one.hearsay = True
            if words & lexicon.HEDGES_ASSESSED:
                one.stance = one.stance or "assessed"
            if at.voice == "passive" and at.verb in ("say", "report", "allege", "rumour", "claim"):
                one.hearsay = True
            if at.voice == "passive" and at.verb in (
                "believe",
                "think",
                "understand",
                "suspect",
                "estimate",
                "consider",
            ):
                one.stance = one.stance or "assessed"
            at, hops = (at.above if at.voice in ("inf", "ing", "pp") or at.subject is None else None), hops + 1
        if any(
            each.head in ("possible", "possibility", "conceivable")
            and each.start < one.at
            and any(role == "object" for _, role in each.verbs)
            for each in self.memory.nouns
        ):
            one.stance = one.stance or "possible"
        for host in self.hosts(noun):
            if host.negated and host.head in (
                "evidence",
                "sign",
                "signs",
                "trace",
                "indication",
                "proof",
                "confirmation",
            ):
                negated = True
        if negated:
            one.stance = "denied"

    def hosts(self, noun: Noun) -> Iterator[Noun]:
        at, hops = noun.host, 0
        while at is not None and hops < 4:
            yield at
            at, hops = at.host, hops + 1


def _is_none(subject: Noun | None) -> bool:
    """Whether nothing does it: none of the images shows a tank, not one soldier went."""
    while subject is not None and not subject.negated and subject.prep == "of":
        subject = subject.host
    return subject is not None and subject.negated


_RULES: Final[tuple[Rule, ...]] = (
    Actions._in_attack,
    Actions._turn,
    Actions._amounts,
    Actions._being,
    Actions._shown,
    Actions._covers,
    Actions._on_mine,
    Actions._fended,
    Actions._mission,
    Actions._observes,
    Actions._hit,
    Actions._let_go,
    Actions._flies,
    Actions._helps,
    Actions._escorts,
    Actions._burns,
    Actions._inverted,
    Actions._leaves,
    Actions._enters,
    Actions._equipped,
    Actions._falls,
    Actions._shot_from,
    Actions._used_against,
    Actions._backs,
    Actions._rides,
    Actions._laden,
    Actions._takes,
    Actions._carries,
    Actions._driven,
    Actions._trained_on,
    Actions._asks_for,
)
"""In the order in which they are asked; the first that applies decides."""
