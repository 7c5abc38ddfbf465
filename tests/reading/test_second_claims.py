"""Second and third claims of one sentence on one system: verbs left out, several who give or get, other figures."""

from __future__ import annotations

import pytest
from proposed import claims, gist

# The verb of the second of two like clauses is left out.
LEFT_OUT = [
    ("The brigade lost three BMP-2s near Lyman and two near Izyum.", ["destroyed three bmp-2", "destroyed two bmp-2"]),
    (
        "A T-55 was burned in Omdurman, another near Rabak and two more in Kosti.",
        ["destroyed a t-55", "destroyed one t-55", "destroyed two t-55"],
    ),
    (
        "Two Mi-8s were delivered in 2021 and three Mi-24s in 2022.",
        ["delivered Two mi-8", "delivered three mi-24"],
    ),
    ("One helicopter crashed near Sevare, the other near Mopti.", ["crashed One helicopter", "crashed one helicopter"]),
    ("Images show four MiG-29s at Jufra and two at Al Khadim.", ["present four mig-29", "present two mig-29"]),
    ("A missile hit the port on Monday and two drones the airport.", ["struck missile", "struck two armed-drone"]),
    (
        "Kyiv has lost nine Leopards since June, including two near Orikhiv and one near Lyman.",
        ["destroyed nine leopard", "destroyed two leopard", "destroyed one leopard"],
    ),
    # what only seems so: the number says which it was, the verb follows, a thing stands beside another
    ("Rebels shot down a MiG-21 on Monday, the second in a week.", ["shot-down a mig-21"]),
    (
        "A T-55 was burned in Omdurman, and two more near Rabak were captured.",
        ["captured two t-55", "destroyed a t-55"],
    ),
    ("A lorry was seen with a radar and a missile launcher on its roof.", ["present truck"]),
]


@pytest.mark.parametrize(("text", "told"), LEFT_OUT)
def test_verbs_that_are_left_out(text: str, told: list[str]) -> None:
    assert sorted(told) == gist(text)


def test_what_has_its_verb_left_out_has_its_own_place_and_time() -> None:
    first, second = claims("A Su-25 was shot down near Gao on Thursday, and another near Timbuktu on Friday.")
    assert (first.places, first.when) == ({"near": ("gao",)}, "2024-05-23")
    assert (second.places, second.when) == ({"near": ("timbuktu",)}, "2024-05-24")


# What several are given is a claim of each.
RECEIVERS = [
    ("Turkey has delivered TB2 drones to Mali, Niger and Burkina Faso.", ["mali", "niger", "burkina-faso"]),
    ("Moscow sent T-90 tanks to the Syrian army and to the LNA.", ["syrian-armed-forces", "lna"]),
    ("Mortars were provided to the RSF and M23 by one of the neighbours.", ["rapid-support-forces", "m23"]),
    ("The US supplied the SDF and the Peshmerga with mortars.", ["sdf", "peshmerga"]),
    # no list of receivers: another name, another clause
    ("Rwanda supplied mortars to M23, a rebel group, and Burundi sent advisers.", ["m23"]),
    ("The UAE sent mortars to the RSF and the army sent instructors.", ["rapid-support-forces"]),
]


@pytest.mark.parametrize(("text", "receivers"), RECEIVERS)
def test_everybody_who_is_given_a_thing(text: str, receivers: list[str]) -> None:
    given = [each for each in claims(text) if each.system in ("bayraktar-tb2", "t-90", "mortar")]
    assert [each.beneficiary for each in given] == receivers


def test_a_country_gets_a_thing_in_that_country_alone() -> None:
    first, second = claims("Iran sold Shahed-136 drones to Russia and Ethiopia.")
    assert (first.beneficiary, second.beneficiary) == ("russia", "ethiopia")
    assert "ethiopia" not in first.places.get("to", ())
    assert "russia" not in second.places.get("to", ())


# Another figure on what was told, by somebody else.
FIGURES = [
    (
        "Kyiv shot down 12 Shahed drones, the air force said; local officials put the number at nine.",
        ["shot-down 12", "shot-down nine"],
    ),
    (
        "The army lost six tanks, according to the ministry; ten, according to the RSF.",
        ["destroyed six", "destroyed ten"],
    ),
    (
        "The army said it had destroyed seven tanks, but the rebels spoke of three.",
        ["destroyed seven", "destroyed three"],
    ),
    (
        "Turkey says 20 tanks were delivered, while a Malian officer said there were 12.",
        ["delivered 20", "delivered 12"],
    ),
    ("The US says 50 tanks were sent; Russian media claim the number was 300.", ["delivered 50", "delivered 300"]),
    ("The minister said 30 tanks were sent. A senior officer said 50.", ["delivered 30", "delivered 50"]),
    # the figure is of something else, or of a list of its own
    ("Officials said six tanks were sent and ten people killed. Residents spoke of twelve.", ["delivered six"]),
    ("The army said it captured three tanks. He said two soldiers were wounded.", ["captured three"]),
    ("Four tanks are parked there. In all I count 15: ten lorries, the rest jeeps.", ["present Four"]),
]


@pytest.mark.parametrize(("text", "told"), FIGURES)
def test_other_figures_on_the_same(text: str, told: list[str]) -> None:
    found = [f"{each.action} {each.count_text}" for each in claims(text) if each.system in ("tank", "shahed-136")]
    assert found == told


def test_another_figure_is_of_him_who_gives_it() -> None:
    first, second = claims("The ministry said 14 tanks had been destroyed. A monitor, the Observatory, said nine.")
    assert (first.count_text, second.count_text) == ("14", "nine")
    assert first.speaker != second.speaker


# What some of the things named before did, or what somebody did with them.
SOME_OF_THEM = [
    ("Eight missiles were launched; six were intercepted and two struck the base.", ["shot-down six", "struck two"]),
    ("Three of the eight drones were intercepted; the rest hit the refinery.", ["shot-down Three", "struck "]),
    ("Ten rockets were fired at the base; one landed in a house, killing two people.", ["struck one"]),
    ("Of the ten rockets, eight were intercepted and two fell in open areas.", ["shot-down eight", "struck two"]),
    ("Six jets took off from Khmeimim. Two bombed Idlib.", ["struck Two"]),
    ("Poland has sent 240 tanks to Ukraine and promised another 60.", ["planned 60"]),
    ("Rebels captured two howitzers and used them to bombard Kidal.", ["captured two", "struck "]),
    ("The first two tanks have arrived in Sofia; another six are due in May.", ["planned six"]),
    ("Twelve of the tanks have arrived, with the rest expected by June.", ["planned "]),
    # no missile hits itself, none that misses strikes, people are no drones
    ("Three missiles were fired; two missed and one hit it.", ["struck one"]),
    ("A drone was seen over the post. Two men came out. One hit a guard.", []),
]


@pytest.mark.parametrize(("text", "told"), SOME_OF_THEM)
def test_what_some_of_them_did(text: str, told: list[str]) -> None:
    found = [f"{each.action} {each.count_text}" for each in claims(text)]
    assert [each for each in found if each in told] == told
    later = [each for each in found if each.startswith(("struck", "damaged", "captured", "planned"))]
    assert len(later) <= len(told) + 1


USED = [
    ("Rebels used two howitzers to bombard Kidal.", ["struck two howitzer"]),
    ("Mali used TB2s to carry out air strikes near Kidal.", ["struck bayraktar-tb2"]),
    ("The army used drones to destroy three lorries.", ["destroyed three truck", "struck armed-drone"]),
    ("Helicopters were used to evacuate the wounded.", ["operates helicopter"]),
    ("Rebels used two howitzers to shell Kidal.", ["struck two howitzer"]),
]


@pytest.mark.parametrize(("text", "told"), USED)
def test_what_is_used_to_strike(text: str, told: list[str]) -> None:
    assert gist(text) == told


# What one side says, denied by another.
DENIED = [
    ("The army said it had burned a T-72 at Nyala. Abu Dhabi called the allegation false.", ["asserted", "denied"]),
    ("The rebels say they burned a T-72 near Idlib. The government said this was untrue.", ["asserted", "denied"]),
    ("Kyiv said Iran had sent Moscow a T-72. Tehran described the reports as baseless.", ["alleged", "denied"]),
    ("Kyiv says Iran sent Moscow a T-72, but Tehran denies this.", ["alleged", "denied"]),
    ("Kyiv says Iran sent Moscow a T-72; Tehran has denied the accusation.", ["alleged", "denied"]),
    # what is wrong is no account
    ("The rebels burned a T-72. It was not true armour.", ["asserted"]),
    ("The army said a T-72 had been burned. The crew was wrong.", ["alleged"]),
]


@pytest.mark.parametrize(("text", "stances"), DENIED)
def test_what_one_side_says_is_denied_by_another(text: str, stances: list[str]) -> None:
    assert sorted(each.stance for each in claims(text) if each.system == "t-72") == stances


def test_a_number_for_several_together_is_nobodys_share() -> None:
    """Else ten tanks for two sides would count as twenty."""
    together = claims("Russia delivered ten tanks to Mali and Niger.")
    assert [(each.beneficiary, each.count) for each in together] == [("mali", None), ("niger", None)]
    assert all("'ten' are for several together" in " ".join(each.because) for each in together)
    apiece = claims("Russia delivered ten tanks each to Mali and Niger.")
    assert [(each.beneficiary, each.count_text) for each in apiece] == [("mali", "ten"), ("niger", "ten")]
