"""How daily reports are put together: tallies, asides, captions, whose ministry speaks; with what must not be read."""

from __future__ import annotations

import pytest
from proposed import claims, gist

# What stands in front, is put in between, or begins anew after a verb.
PARTED = [
    ("As to the tanks, four T-72s and two T-55s were captured.", ["captured four t-72", "captured two t-55"]),
    ("Of the helicopters, two Mi-24s were shot down in May.", ["shot-down two mi-24"]),
    ("As for the jets, three MiG-29s were delivered by sea.", ["delivered three mig-29"]),
    ("Two Mi-8s were, it appears, also destroyed.", ["destroyed Two mi-8"]),
    ("Four T-72s had, the general said, been captured at Gao.", ["captured Four t-72"]),
    ("Three howitzers have, according to Kyiv, been lost.", ["destroyed Three howitzer"]),
    ("The pilot died and two Su-24s have been destroyed.", ["destroyed two su-24"]),
    ("One drone was lost; the other was shot down at Gao.", ["destroyed One uav", "shot-down one uav"]),
    ("On pictures taken before the raid, six Su-24s were seen.", ["present six su-24"]),
    ("Kyiv said, in fact, that it had lost two tanks.", ["destroyed two tank"]),
]

# What a phrase names where other words stand in it.
NAMED = [
    ("The rebels have Igla portable surface-to-air missiles, whose reach is 5 km.", ["operates igla"]),
    ("They captured a Kornet portable missile launcher.", ["captured a kornet"]),
    ("The drone made an emergency landing near Gao.", ["crashed uav"]),
    ("One of two tanks was captured and another tank was destroyed.", ["captured One tank", "destroyed one tank"]),
]

# How often somebody struck.
TIMES = [
    ("The depot was struck three times with Su-25s.", ["struck three su-25"]),
    ("The army hit the bridge twice with HIMARS launchers.", ["struck two himars"]),
    ("The town was shelled with howitzers for three days.", ["struck howitzer"]),
]


@pytest.mark.parametrize(("text", "told"), [*PARTED, *NAMED, *TIMES])
def test_what_is_told(text: str, told: list[str]) -> None:
    assert gist(text) == told


ACCUSED = [
    "Moscow was accused by Washington of providing Haftar's forces with tanks.",
    "Moscow, accused by Washington of sending tanks to Haftar's forces, was silent.",
    "Washington accused Moscow of sending tanks to Haftar's forces.",
]


@pytest.mark.parametrize("text", ACCUSED)
def test_the_accused_and_not_the_accuser_gives(text: str) -> None:
    (told,) = claims(text)
    assert (told.system, told.supplier, told.beneficiary) == ("tank", "russia", "lna")


SAYING = [
    ("Moscow was sending two tanks to the border, Washington claimed.", "US government", "alleged"),
    ("Two drones were lost, officials say.", "officials", "alleged"),
    ("Russia had launched 40 missiles, Ukraine's military said, but 30 of the missiles had been shot down.",
     "Ukrainian military (as a speaker)", "asserted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "stance"), SAYING)
def test_who_says_so_after_a_comma(text: str, speaker: str, stance: str) -> None:
    last = claims(text)[-1]
    assert (last.speaker.name, last.stance) == (speaker, stance)


TALLY = (
    "MOSCOW, May 3. Russia is fighting Ukraine.\n"
    '"Four howitzers, two tanks and a drone have been destroyed," Defense Ministry Spokesman Ivan Kolosov {}.'
)


@pytest.mark.parametrize("said", ["said", "concluded", "told reporters", "summed up"])
def test_a_ministry_tells_of_the_other_sides_losses(said: str) -> None:
    found = claims(TALLY.format(said))
    assert len(found) == 3
    assert {(each.opponent, each.stance) for each in found} == {("russia", "asserted")}
    assert {each.operator for each in found} == {"ukraine"}


def test_no_ministry_is_at_home_where_no_dateline_says() -> None:
    found = claims(TALLY.format("said").replace("MOSCOW, May 3. ", ""))
    assert "asserted" not in {each.stance for each in found}


def test_an_expert_who_concludes_without_a_quotation_judges() -> None:
    (told,) = claims("An analyst concluded that two tanks had been destroyed.")
    assert told.stance == "assessed"


def test_the_military_council_is_the_army_of_its_country() -> None:
    text = (
        "The Kachin Independence Army attacked Bhamo in Myanmar.\n"
        "It shot down a military council helicopter near Bhamo, Myanmar."
    )
    last = claims(text)[-1]
    assert (last.operator, last.opponent) == ("tatmadaw", "kachin-independence-army")


def test_a_council_of_no_officers_is_no_force() -> None:
    (told,) = claims("The town council helicopter crashed near Bhamo in Myanmar.")
    assert told.operator is None


CAPTIONS = [
    "Destroyed MiG-29s at Saky. Source: Planet Labs",
    "Wrecked MiG-29s on the apron (photo taken on May 2). Photo: Planet Labs",
    "MiG-29s lost in raid",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_only_repeats_the_body(caption: str) -> None:
    body = "Three MiG-29s were destroyed in the raid on Saky."
    assert [each.paragraph for each in claims(f"The raid.\n{caption}\n{body}")] == [3]


def test_a_caption_that_tells_more_is_read() -> None:
    caption = "Two destroyed T-72s at Saky. Source: Planet Labs"
    found = claims(f"The raid.\n{caption}\nThree MiG-29s were destroyed at Saky.")
    assert [each.system for each in found] == ["t-72", "mig-29"]


PICTURES = "Satellite images show what the raid on Saky led to. The images are of May 2.\n"


def test_what_was_lost_on_the_base_in_the_pictures_was_lost_there() -> None:
    assert claims(f"{PICTURES}At least six Su-24s were destroyed.")[-1].places == {"at": ("saky",)}


def test_what_was_lost_elsewhere_was_not_lost_on_the_base_in_the_pictures() -> None:
    assert claims(f"{PICTURES}At Bakhmut, two T-72s were destroyed.")[-1].places == {"at": ("bakhmut",)}


# What stands for a thing: where it is kept, what was lost of it, who uses it.
STANDING_FOR = [
    ("Two depots of missiles and ammunition were destroyed.", ["destroyed Two ammunition-depot"]),
    ("A warehouse of Grad rockets was blown up.", ["destroyed a ammunition-depot"]),
    ("It was the third loss of a Su-25.", ["destroyed a su-25"]),
    ("The tanks were no match for the missiles the rebels use.", ["operates missile"]),
    ("Divers looked for the crew of a helicopter downed on Monday.", ["shot-down a helicopter"]),
    ("The army and the tanks destroyed on Monday a village.", []),
]


@pytest.mark.parametrize(("text", "told"), STANDING_FOR)
def test_what_stands_for_a_thing(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_a_side_that_tells_of_its_loss_has_lost_it() -> None:
    (told,) = claims("It was the third loss of a Su-25, Ukraine's military said.")
    assert (told.operator, told.stance) == ("ukrainian-armed-forces", "asserted")


def test_a_side_that_tells_of_its_enemys_strike_was_struck() -> None:
    found = claims("Russia had launched 40 missiles, Ukraine's military said.")
    assert [(each.operator, each.opponent) for each in found] == [("russia", "ukrainian-armed-forces")]


def test_a_stranger_who_tells_of_a_strike_was_not_struck() -> None:
    found = claims("The Houthis had launched 40 missiles into the Red Sea, France said.")
    assert [each.opponent for each in found] == [None]


def test_the_attack_tells_whose_its_weapons_are() -> None:
    found = claims("Ukraine's forces were working to beat back a Russian attack with missiles.")
    assert [(each.system, each.operator) for each in found] == [("missile", "russia")]


def test_the_rebels_may_be_named_further_down() -> None:
    text = "Moscow gave the rebels tanks.\nThe war in Ukraine goes on.\nThe pro-Russian separatists denied it."
    assert claims(text)[0].beneficiary == "ukraine-separatists"


# Whose a thing was that was lost, and what is only told of it by the way.
WHOSE = [
    ("Six rockets fired by Hamas were intercepted near Haifa.", [("shot-down", "artillery-rocket", "hamas")]),
    ("Strikes destroyed two trucks belonging to the Sudanese army.", [("destroyed", "truck", "sudanese-armed-forces")]),
    ("A Ukrainian pilot died and the F-16 that he was flying was lost.", [("destroyed", "f-16", "ukraine")]),
    ("UAE airstrikes using Wing Loong IIs killed eight.", [("struck", "wing-loong-2", "uae")]),
    ("The Turkish raid on the port involved four F-16s.", [("struck", "f-16", "turkey")]),
    ("Russian pilots flew two Su-24s from Jufra.", [("operates", "su-24", "russia")]),
    ("The pilot took the jet away from the village.", []),
]


@pytest.mark.parametrize(("text", "told"), WHOSE)
def test_whose_it_was(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(each.action, each.system, each.operator) for each in claims(text)] == told


def test_a_strike_on_what_was_named_before_is_on_its_owner() -> None:
    text = "Two Syrian helicopters landed at Hama. Rebels carried out drone attacks on the helicopters."
    assert claims(text)[-1].opponent == "syria"


def test_what_is_warned_of_is_still_to_come() -> None:
    found = claims("It follows a warning of an attack that involves Russian bombers.")
    assert [each.action for each in found] == ["planned"]


QUOTED = (
    '"In the past day, two Su-25 aircraft have been destroyed. One of them was shot down near Kherson. '
    'A tank was captured by the Russian army at Bakhmut," the ministry of defence of Russia {}.'
)


@pytest.mark.parametrize("said", ["said", "stated", "clarified", "announced"])
def test_sentences_inside_a_quotation_are_told_apart(said: str) -> None:
    found = claims(QUOTED.format(said))
    assert {each.speaker.name for each in found} == {"Russian Ministry of Defence"}
    assert [(each.system, each.places) for each in found[1:]] == [
        ("su-25", {"near": ("kherson",)}),
        ("tank", {"at": ("bakhmut",)}),
    ]


def test_an_abbreviation_inside_a_quotation_ends_no_sentence() -> None:
    (told,) = claims('"We saw that two tanks were destroyed by Gen. Haftar and his men at Sirte," a witness said.')
    assert (told.system, told.opponent, told.places) == ("tank", "lna", {"at": ("sirte",)})


ATTACKED = [
    "Russia launched a new attack against Ukraine overnight. Some 60 missiles were used.",
    "Russia carried out a raid on Ukraine. In all, 60 missiles were used, officials said.",
]


@pytest.mark.parametrize("text", ATTACKED)
def test_what_was_used_after_an_attack_was_used_in_it(text: str) -> None:
    told = claims(text)[-1]
    assert (told.action, told.system, told.operator, told.opponent) == ("struck", "missile", "russia", "ukraine")


def test_what_was_used_with_no_attack_before_is_only_in_use() -> None:
    assert gist("The army met in Kyiv. Some 60 missiles were used.") == ["operates Some 60 missile"]


def test_the_aircraft_is_not_what_it_was_hit_with() -> None:
    text = "The Mi-17 was attacked with suicide drones, which led to the destruction of the aircraft."
    assert "destroyed mi-8" in gist(text)


def test_his_plane_is_the_one_named_before() -> None:
    text = "Two Su-25s took off. The pilot fired at a drone when his plane was damaged."
    assert "damaged su-25" in gist(text)


# People that are moved, and how their number changed.
MOVED = [
    ("Moscow was redeploying forces to the border, Washington claimed.", ["deployed regular-troops"]),
    ("Ankara sent reinforcements into Syria.", ["deployed regular-troops"]),
    ("The alliance noted a rise in the number of Russian troops near the border.", ["present regular-troops"]),
    ("There was a fall in the number of accidents with tanks.", []),
    ("Eritrea has withdrawn its forces from Tigray.", ["withdrawn regular-troops"]),
    ("Paris finished pulling its forces out of Gao.", ["withdrawn regular-troops"]),
    ("Paris withdrew its forces' mandate.", []),
    ("Some 400 service members were stationed near Agadez.", ["based Some 400 regular-troops"]),
    ("The mercenaries cleared out of Palmyra.", ["withdrawn mercenaries"]),
    ("Some 300 mercenaries moved towards Palmyra.", ["deployed Some 300 mercenaries"]),
    ("Wagner deployed to Mali in 2021.", ["deployed mercenaries"]),
    ("Wagner pulled out of Mozambique.", ["withdrawn mercenaries"]),
    ("Wagner came under fire.", []),
    ("Rebels shelled a camp where Turkish instructors were present.", ["present instructors"]),
    ("The instructors were present at the ceremony.", []),
    # what comes down: a rocket struck, an aircraft did not
    ("Two rockets came down near a school in Gao.", ["struck Two artillery-rocket"]),
    ("A Mi-8 came down near Gao.", ["crashed a mi-8"]),
    ("Chadian jets overflew Gao.", ["operates combat-aircraft"]),
    ("Moscow called on the forces to respect the truce.", []),
]


@pytest.mark.parametrize(("text", "told"), MOVED)
def test_people_that_are_moved(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_they_to_whom_things_are_given_are_not_the_giver() -> None:
    text = "The pro-Russian separatists are at war. Russia goes on providing weapons to them."
    told = claims(text)[-1]
    assert (told.supplier, told.beneficiary) == ("russia", "ukraine-separatists")


@pytest.mark.parametrize("speaker", ["the air force of Ukraine", "Ukraine's air force"])
def test_an_air_force_speaks_for_itself(speaker: str) -> None:
    (told,) = claims(f"Two Su-24s have been destroyed, {speaker} said.")
    assert told.speaker.name == "Ukrainian Air Force (as a speaker)"


def test_estimates_of_nobody_judge() -> None:
    (told,) = claims("At least six Su-24s were destroyed by the most cautious estimates.")
    assert (told.stance, told.opponent) == ("assessed", None)


def test_strikes_that_were_told_of_are_not_told_again() -> None:
    text = "The army carried out drone attacks on Sirte. The drone attacks destroyed two tanks."
    assert gist(text) == ["destroyed two tank", "struck armed-drone"]


def test_a_story_goes_on_from_a_day_named_twice() -> None:
    text = "The day after, on May 21, 2025, rebels attacked Sirte. Strikes destroyed two tanks."
    assert claims(text, "2025-05-30")[-1].when == "2025-05-21"


CITED = [
    ("Two drones were shot down in Karabakh (Haynews, April 7; Trend, April 19).", None),
    ("On April 4 two drones were shot down in Karabakh (Haynews, April 7).", "2016-04-04"),
    ("Two drones (Sirte, April 7) were shot down.", "2016-04-07"),
    ("Two drones were shot down in Karabakh (on April 7).", "2016-04-07"),
]


@pytest.mark.parametrize(("text", "day"), CITED)
def test_the_day_of_a_citation_is_not_when_it_happened(text: str, day: str | None) -> None:
    (told,) = claims(text, "2016-05-05")
    assert told.when == day


# Lists after a colon, tallies that grow, strikes from and with things.
ANNOUNCED = [
    (
        "The following equipment was destroyed at Bakhmut: two T-72 tanks, a BMP-2 and three Ural trucks.",
        ["destroyed a bmp-2", "destroyed three ural-truck", "destroyed two t-72"],
    ),
    (
        "Rebels captured equipment near Gao: a Grad launcher and two technicals.",
        ["captured a bm-21-grad", "captured two technical"],
    ),
    ("The army lost five vehicles: two Humvees and three pickups.",
     ["destroyed three pickup-truck", "destroyed two humvee"]),
    ("The minister named these goals: peace, tanks and unity.", []),
    (
        "Russia has lost 3,412 tanks (+12 over the past day) and 2,400 howitzers (+9).",
        ["destroyed 2,400 howitzer", "destroyed 3,412 tank"],
    ),
    (
        "Troops carried out 70 attacks from multiple rocket launchers on Kherson.",
        ["struck 70 rocket-launcher"],
    ),
    ("Rebels shelled the town using two howitzers.", ["struck two howitzer"]),
    ("Two Su-34s collided over Voronezh.", ["crashed Two su-34"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ANNOUNCED)
def test_what_is_announced_and_counted(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_a_directorate_is_not_the_body_named_before() -> None:
    text = "According to the Ukrainian intelligence directorate, six Iskander launchers have been moved to Belarus."
    assert claims(text)[-1].speaker.name.startswith("Ukrainian military intelligence")


ABOARD = [
    ("An Il-76 landed in Bamako with two Mi-8 helicopters on board.", ["transported il-76", "transported two mi-8"]),
    ("A T-55 was seized together with three other tanks.", ["captured a t-55", "captured three tank"]),
    ("Two other tanks and the other howitzer were lost.", ["destroyed Two tank", "destroyed one howitzer"]),
    ("Moscow will deploy 90 tanks and 380 other vehicles.", ["planned 380 vehicle", "planned 90 tank"]),
    ("An L-39 jet crashed on landing at Gao airport.", ["crashed an l-39"]),
    ("Four pickups, a mortar and much ammunition were recovered.",
     ["captured Four pickup-truck", "captured a mortar", "captured ammunition"]),
    ("A mortar and pestle was recovered.", []),
    ("Houses of brick and mortar were destroyed.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ABOARD)
def test_what_is_aboard_and_what_is_a_mortar(text: str, told: list[str]) -> None:
    assert gist(text) == told
