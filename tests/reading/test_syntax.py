"""How a sentence is taken apart: words, phrases, and who does what to whom."""

from __future__ import annotations

import pytest

from oob.reading.grammar.clauses import parse
from oob.reading.grammar.lexicon import FORMS, FRAMES, IDIOMS
from oob.reading.grammar.syntax import Noun, Verb
from oob.vocabulary import ACTIONS


def _parse(text: str) -> tuple[list[Noun], list[Verb]]:
    """Without names: every noun is a plain one."""
    return parse(text, 0, len(text), [])


def _head(noun: Noun | None) -> str:
    return "-" if noun is None else noun.head.casefold()


def _shape(text: str) -> str:
    """Each verb with its subject, voice and objects: "men hit(active) tank"."""
    _, verbs = _parse(text)
    shapes = []
    for verb in verbs:
        objects = "+".join(_head(each) for each in verb.objects)
        shapes.append(f"{_head(verb.subject)} {verb.verb}({verb.voice}) {objects}".rstrip())
    return "; ".join(shapes)


CLAUSES = [
    # active, passive, participle
    ("The rebels destroyed two tanks.", "rebels destroy(active) tanks"),
    ("Two tanks were destroyed by rebels.", "tanks destroy(passive)"),
    ("Tanks destroyed by rebels lined the road.", "tanks destroy(pp); tanks line(active) road"),
    ("The jets deployed to the base were repainted.", "jets deploy(pp); jets repaint(passive)"),
    ("A tank sat by the well.", "tank sit(active)"),
    ("Pickups mounted with guns raced towards the front.", "pickups mount(pp); pickups race(active)"),
    ("Troops backed by guns stormed the town.", "troops back(pp); troops storm(active) town"),
    # a particle, with the verb or after the object
    ("They knocked out a tank.", "they knock out(active) tank"),
    ("They knocked a tank out.", "they knock out(active) tank"),
    ("They shot two jets down over the sea.", "they shoot down(active) jets"),
    ("The crew left the tank behind.", "crew leave behind(active) tank"),
    ("He sent out soldiers.", "he send(active) soldiers"),
    # relative clauses
    ("A tank that his men had hit was towed away.", "men hit(active) tank; tank tow(passive)"),
    ("The jets, which took off at dawn, bombed a camp.", "jets take off(active); jets bomb(active) camp"),
    ("The ship, which included guns, arrived.", "ship include(active); ship arrive(active)"),
    # rows of verbs
    ("They hit six tanks, took three and left.", "they hit(active) tanks; they take(active) three; they leave(active)"),
    ("The plane landed and unloaded crates.", "plane land(active); plane unload(active) crates"),
    # nouns that look like verbs
    ("The army carried out raids on the town.", "army carry out(active) raids"),
    ("They paraded captured helicopters.", "they parade(active) helicopters"),
    ("The brigade lost three of its own four tanks.", "brigade lose(active) three"),
    ("Its air force put up a battery.", "force put up(active) battery"),
    # subordinate clauses
    ("People died when a rocket struck a market.", "people die(active); rocket strike(active) market"),
    ("He said that the rebels had fled.", "he say(active); rebels flee(active)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shape"), CLAUSES)
def test_who_does_what(text: str, shape: str) -> None:
    assert _shape(text) == shape


PHRASES = [
    ("two tanks near the old town", ["tanks", "town"]),
    ("the camp south of the capital", ["camp", "capital"]),
    ("a batch of tanks, trucks and guns", ["batch", "tanks", "trucks", "guns"]),
    ("the last 40 tanks", ["tanks"]),
    ("the vehicles set ablaze", ["vehicles", "ablaze"]),
]


@pytest.mark.parametrize(("text", "heads"), PHRASES)
def test_noun_phrases(text: str, heads: list[str]) -> None:
    nouns, _ = _parse(text)
    assert [noun.head for noun in nouns] == heads


def test_lists_share_their_verb() -> None:
    nouns, verbs = _parse("They sent tanks, trucks and, since June, guns.")
    for head in ("tanks", "trucks"):
        noun = next(each for each in nouns if each.head == head)
        assert (verbs[0], "object") in noun.verbs


def test_examples_know_their_class() -> None:
    nouns, _ = _parse("The package will include tanks.")
    tanks = next(each for each in nouns if each.head == "tanks")
    assert tanks.hypernym is not None
    assert tanks.hypernym.head == "package"


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("If they sent tanks, he would protest.", "if"),
        ("It is unclear whether they sent tanks.", "whether"),
        ("They left while tanks burned.", "while"),
    ],
)
def test_clauses_know_what_opens_them(text: str, under: str) -> None:
    _, verbs = _parse(text)
    assert under in {verb.under for verb in verbs}


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("shipped", "ship"), ("equipped", "equip"), ("repelled", "repel"), ("travelled", "travel"),
        ("traveled", "travel"),
        ("opened", "open"), ("delivered", "deliver"), ("downed", "down"), ("struck", "strike"), ("flew", "fly"),
        ("carries", "carry"), ("lying", "lie"), ("sowed", "sow"), ("fell", "fall"), ("shelling", "shell"),
    ],
)  # fmt: skip
def test_forms_lead_to_their_verb(word: str, verb: str) -> None:
    assert FORMS[word].verb == verb


def test_every_verb_and_turn_of_phrase_alleges_a_known_action() -> None:
    inner = {"", "lost", "abandoned", "killed"}
    told = {frame.action for frame in FRAMES.values()} | {frame.alone for frame in FRAMES.values()}
    assert told - inner <= ACTIONS.keys()
    assert {idiom.action for turns in IDIOMS.values() for idiom in turns} <= ACTIONS.keys()


def test_a_long_sentence_takes_no_long_time() -> None:
    """The square of 2,000 characters at the most: bounded for one sentence."""
    nouns, _ = _parse("tanks, " * 280)
    assert len(nouns) == 280
