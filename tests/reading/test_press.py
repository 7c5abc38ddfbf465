"""Turns of the daily press: raids told twice, what may come, people on the move, trade in arms, names in passing."""

from __future__ import annotations

import pytest
from proposed import claim, claims, gist, side

RAIDS = [
    # what struck, told by a noun with others before it, by what happened, by who says so
    ("Rocket, mortar and drone attacks went on near Kherson.", [
        "struck armed-drone", "struck artillery-rocket", "struck mortar",
    ]),
    ("Machine-gun and mortar fire could be heard in Goma.", ["struck machine-gun", "struck mortar"]),
    ("The air raids started on Monday near Mosul.", ["struck combat-aircraft"]),
    ("There have been air strikes near Homs since Tuesday.", ["struck combat-aircraft"]),
    ("A colonel was killed in an air strike on Derna.", ["struck combat-aircraft"]),
    ("Nine villagers died as a result of shelling.", ["struck artillery"]),
    ("Nine villagers were killed by shelling.", ["struck artillery"]),
    ("The Emirates were accused of an air strike on Sirte.", ["struck combat-aircraft"]),
    ("He blamed Egypt for an air strike on Sirte.", ["struck combat-aircraft"]),
    ("Residents reported air raids near Marib.", ["struck combat-aircraft"]),
    ("The coalition ran air strikes on Raqqa. The US military conducted two strikes near Sinjar.", [
        "struck combat-aircraft", "struck two combat-aircraft",
    ]),
    ("France began bombing depots near Gao.", ["struck combat-aircraft"]),
    ("The president has authorised air strikes on Raqqa.", ["planned combat-aircraft"]),
    ("Analysts weighed air strikes.", []),
    # guns and launchers that fire, answer, are fired
    ("The army went on firing artillery into Sudan.", ["struck artillery"]),
    ("The rebels answered with mortars.", ["struck mortar"]),
    ("The rebels returned fire with rockets.", ["struck artillery-rocket"]),
    ("Gunships engaged the rebels near Rutshuru.", ["struck attack-helicopter"]),
    ("Pickups that fired on the market were seen.", ["operates pickup-truck"]),
    ("Syria used sarin in Idlib.", ["struck chemical-weapon"]),
    ("The navy launched two helicopters from a frigate.", ["deployed two helicopter", "operates frigate"]),
    ("A Patriot shot down six missiles.", ["operates patriot", "shot-down six missile"]),
    ("A lorry packed with explosives was driven into the barracks.", ["struck car-bomb"]),
    ("An explosives-laden vehicle blew up in Mogadishu.", ["struck car-bomb"]),
    # lists that go on after a semicolon
    ("Raids hit two tanks near Hun; a howitzer near Sirte; and a radar.", [
        "damaged howitzer", "damaged radar", "damaged two tank",
    ]),
]  # fmt: skip
MOVES = [
    ("Mali took two Su-25s off the front line.", ["withdrawn two su-25"]),
    ("Tanks poured over the border into Chad.", ["deployed tank"]),
    ("Soldiers marched across the frontier.", ["deployed regular-troops"]),
    ("A Turkish jet violated Greek airspace.", ["operates combat-aircraft"]),
    ("The soldiers went back to their barracks.", []),
    ("The soldiers returned to their barracks.", ["withdrawn regular-troops"]),
    ("The frigate passed through the Suez Canal on Friday.", ["transported frigate"]),
    ("Two helicopters made it to Gao.", ["transported Two helicopter"]),
    ("Rebel fighters moved to within ten kilometres of Goma.", ["deployed militiamen"]),
    ("Two helicopters were on a night patrol.", ["operates Two helicopter"]),
    ("Some 900 men of the army were taken; 200 soldiers trained in Kenya.", ["trained 200 regular-troops"]),
    ("Militants seized six soldiers near Diffa.", ["captured six regular-troops"]),
    ("A base held by 300 soldiers was shelled.", ["present 300 regular-troops"]),
    ("Some 40,000 Russian troops are at the border.", ["present Some 40,000 regular-troops"]),
    ("Hundreds of Syrians are fighting for Russia.", ["operates Hundreds foreign-fighters"]),
    ("Al-Shabaab gunmen are massing near Kismayo.", ["deployed jihadist-fighters"]),
    ("Soldiers came under fire near Bakhmut.", []),
]
TO_COME = [
    ("The delivery of six MiG-29s is imminent.", ["planned six mig-29"]),
    ("The drones might be used in Mali.", ["planned uav"]),
    ("Russia will be forced to build and deploy new tanks.", ["planned tank"]),
    ("Iran will not be the first to deploy such missiles.", ["planned missile"]),
    ("He warned against sending tanks.", ["planned tank"]),
    ("The plan could include sending F-16s to Kyiv.", ["planned f-16"]),
    ("The rebels were able to destroy two tanks.", ["destroyed two tank"]),
    ("Three tanks may have been lost near Sirte.", ["destroyed Three tank"]),
    ("Drones can be heard at night, and could be seen in March.", ["present uav"]),
]
TRADE = [
    ("Iran held a missile test on Tuesday.", ["exercised missile"]),
    ("Missile purchases by Algeria worry Morocco.", ["purchased missile"]),
    ("Russian tank shipments to Mali went on.", ["delivered tank"]),
    ("The treaty bans the deployment of ballistic missiles.", []),
    ("The use of drones has transformed war.", []),
    ("The use of barrel bombs in Idlib was condemned.", ["operates barrel-bomb"]),
    ("A Kenya Airways jet was shot down near Juba.", ["shot-down a passenger-aircraft"]),
    ("Israel shot down a Syrian fighter jet.", ["shot-down a fighter-aircraft"]),
    ("Rebels showed off captured tanks and mortars.", ["captured mortar", "captured tank"]),
]


@pytest.mark.parametrize(("text", "told"), RAIDS + MOVES + TO_COME + TRADE)
def test_what_is_told(text: str, told: list[str]) -> None:
    assert gist(text) == told


PARTIES = [
    # who is shelled does not shell, who is bombed has not sent the jets
    ("Ukrainian troops were shelled with Grads.", "bm-21-grad", ("russia", "ukraine")),
    ("Syrian forces were attacked with drones.", "armed-drone", (None, "syria")),
    ("Hamas fired rockets into Israel.", "artillery-rocket", ("hamas", "israel")),
    ("NATO air strikes hit two tanks near Hun.", "tank", (None, "nato")),
    ("Russia lost nine tanks to Ukrainian attacks.", "tank", ("russia", "ukraine")),
    ("Ukraine lost six tanks due to Russian shelling.", "tank", ("ukraine", "russia")),
    ("Russian forces have suffered heavy losses of tanks.", "tank", ("russia", None)),
    (
        "Libyan rebels came under a hail of rocket fire.",
        "artillery-rocket",
        ("gaddafi-loyalists", "libyan-rebels-2011"),
    ),
    # who deployed a thing has it; who withdraws it, whoever made it, had it
    ("A strike burned a Pantsir deployed by Haftar's army.", "pantsir-s1", ("lna", None)),
    ("Mali took two American C-130s out of service.", "c-130", ("mali", None)),
    ("The attackers used a lorry, which Ukrainian guards waved through.", "truck", (None, None)),
    # two states that nobody has at war with each other
    ("A helicopter burned on Mount Kenya, a Ugandan minister said.", "helicopter", (None, None)),
]


@pytest.mark.parametrize(("text", "system", "parties"), PARTIES)
def test_whose_it_was_and_against_whom(text: str, system: str, parties: tuple[str | None, str | None]) -> None:
    one = claim(text, system)
    assert (side(one.operator), side(one.opponent)) == parties


def test_a_list_after_semicolons_has_a_place_each_and_one_teller() -> None:
    found = claims("Raids hit two tanks near Hun; a howitzer near Sirte; and a radar in Brega, according to NATO.")
    places = {each.system: next(iter(each.places.values())) for each in found if each.action == "damaged"}
    assert places == {"tank": ("hun",), "howitzer": ("sirte",), "radar": ("brega",)}
    assert {each.speaker.name for each in found} == {"NATO"}


def test_rockets_are_fired_from_where_they_came_if_nobody_says_where_they_fell() -> None:
    assert dict(claims("Two rockets were fired from Gaza.")[-1].places) == {"from": ("gaza-strip",)}
    assert dict(claims("Syria used sarin in the Damascus suburbs.")[-1].places) == {"near": ("damascus",)}


def test_no_sentence_ends_within_a_name() -> None:
    text = "“U.S. Africa Command believes that Chad has sent six tanks to Libya,” Africa Command wrote."
    assert claims(text)[-1].speaker.name == "US Africa Command"


def test_a_strike_is_told_again_where_the_next_paragraph_says_more_of_it() -> None:
    text = "An Israeli air strike killed a commander.\nThe strike hit a house in Rafah."
    assert [each.paragraph for each in claims(text) if each.action == "struck"] == [1, 2]


def test_the_missiles_of_a_text_on_one_type_are_of_that_type() -> None:
    text = "Russia has Kalibr missiles.\nThe Kalibr is new.\nMoscow said that the missiles would be delivered."
    assert claims(text)[-1].system == "kalibr"
    assert claims("Moscow said that the missiles would be delivered.")[-1].system == "missile"


def test_the_plane_of_a_text_on_a_flight_is_an_airliners() -> None:
    text = "Flight 17 of Malaysia Airlines was missing.\nThe airliner had left Amsterdam.\nThe plane was shot down."
    assert claims(text)[-1].system == "passenger-aircraft"


def test_weapons_of_all_sorts_are_no_type_named_before() -> None:
    assert gist("A Mi-8 was shot down. The rebels use the weapons that they seized.") == ["shot-down a mi-8"]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Rebels said they were in control of Gao.", None),
        ("The Houthis claimed to liberate Marib.", "houthis"),
        ("The Houthis hold chunks of territory around Marib.", "houthis"),
        ("Russian forces have grabbed more land in eastern Ukraine.", "russia"),
        ("Libya Dawn seized Tripoli's airport.", "libya-dawn"),
    ],
)
def test_who_holds_a_place(text: str, holder: str | None) -> None:
    (one,) = claims(text)
    assert (one.action, side(one.operator)) == ("controls", holder)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Two tanks were lost, said Gen. P.K. Otieno, a minister.", "P.K. Otieno"),
        ("Two tanks were lost, the commander-in-chief said.", "commander-in-chief"),
        ("Commander Hassan al Zwai said that the town held.\nTwo tanks were lost, al Zwai said.", "Hassan al Zwai"),
        ("Two tanks were lost, according to a Friday report by the Tasnim News Agency.", "Tasnim News Agency"),
    ],
)
def test_who_says_so(text: str, speaker: str) -> None:
    assert claims(text)[-1].speaker.name == speaker
