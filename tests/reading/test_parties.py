"""Who has a thing, who gave it, to whom, and who is on the other side: read from texts of a few lines."""

from __future__ import annotations

import pytest
from proposed import claim, claims, knowledge, side

from oob.reading.claims.war import War

SUDAN = "Fighting between the Sudanese army and the paramilitary Rapid Support Forces went on for a third day.\n"
KARABAKH = "Azerbaijan has attacked Armenia with drones and tanks since Sunday.\n"
SYRIA = "Syrian rebels fought Syrian government forces in Aleppo.\n"
UKRAINE = "Russia attacked Ukraine from three sides.\n"

LOSSES = [
    # the other side is named in another sentence only
    (UKRAINE + "Kyiv said its forces had destroyed 12 tanks.", "tank", "ukraine", "russia"),
    (UKRAINE + "Moscow said it had shot down 31 drones overnight.", "uav", "russia", "ukraine"),
    (SUDAN + "The RSF said its fighters had destroyed two tanks.", "tank", "rapid-support-forces", "sudan"),
    (KARABAKH + "Baku said its forces had destroyed three Grad launchers.", "bm-21-grad", "azerbaijan", "armenia"),
    # ... or only afterwards
    ("Russia's Defence Ministry said two tanks had been destroyed.\nThe Ukrainian army attacked the Russian army.",
     "tank", "russia", "ukraine"),
    # a word for the enemy
    (KARABAKH + "The enemy left two tanks on the battlefield, Armenia's Defence Ministry said.",
     "tank", "armenia", "azerbaijan"),
    (UKRAINE + "Ukraine's military said the invaders had lost 450 tanks.", "tank", "ukraine", "russia"),
    (UKRAINE + "Moscow said the enemy had lost nine howitzers.", "howitzer", "russia", "ukraine"),
    # we and they
    (SUDAN + '"We shot down their drone," said an RSF commander.', "uav", "rapid-support-forces", "sudan"),
    (UKRAINE + '"We destroyed four of their tanks," the Ukrainian army said.', "tank", "ukraine", "russia"),
    # who governs a town speaks for its country
    (UKRAINE + "A Su-34 was shot down near Chernihiv, the regional governor said.", "su-34", "ukraine", "russia"),
    (UKRAINE + "In Belgorod, nine drones were shot down, the mayor said.", "uav", "russia", "ukraine"),
    # the loser's word
    (UKRAINE + "The Russians lost nine tanks, Ukrainian officials said.", "tank", "ukraine", "russia"),
    # common nouns
    (SYRIA + "Rebels destroyed seven army tanks.", "tank", "syrian-opposition", "syria"),
    (SYRIA + "A regime helicopter was shot down by rebels near Idlib.", "helicopter", "syrian-opposition", "syria"),
    (SUDAN + "The RSF seized two army tanks.", "tank", "rapid-support-forces", "sudan"),
    (SYRIA + "Syrian rebels captured the town from Syrian troops, seizing two T-55 tanks.", "t-55",
     "syrian-opposition", "syria"),
    # nobody says whose it was, but it was spoken of before
    ("Saudi Arabia gave M-ATVs to the Giants Brigades.\nThree of the M-ATVs were captured by the Houthis.", "m-atv",
     "houthis", "giants-brigades"),
    # whose the first of a list are, the others are
    (UKRAINE + "Since Monday, 14 Russian tanks, 30 lorries and nine howitzers have been destroyed, Kyiv said.",
     "howitzer", "ukraine", "russia"),
    # who speaks says "we" of himself, and not "they"
    (UKRAINE + '"They hit the depot with missiles and destroyed a tank," a Ukrainian officer said.', "tank", "russia",
     "ukraine"),
    (UKRAINE + "Ukrainian officers said they had destroyed a tank.", "tank", "ukraine", "russia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "winner", "loser"), LOSSES)
def test_loser_and_other_side(text: str, system: str, winner: str, loser: str) -> None:
    found = claim(text, system)
    assert (side(found.opponent), side(found.operator)) == (winner, loser)


DENIALS = [
    (UKRAINE + "Russia's Defence Ministry denied that any helicopters had been lost.", "helicopter", "russia"),
    (KARABAKH + "Armenia denied that a Su-25 was shot down.", "su-25", "armenia"),
]


@pytest.mark.parametrize(("text", "system", "operator"), DENIALS)
def test_who_denies_a_loss_denies_his_own(text: str, system: str, operator: str) -> None:
    found = claim(text, system)
    assert (side(found.operator), found.stance) == (operator, "denied")


HOLDERS = [
    ("Armenia bought four Su-30 jets from Russia in 2019.\nThe Su-30s have been seen at Gyumri.", "su-30", "armenia"),
    ("Iran has supplied Sudan with Mohajer-6 drones.\nA picture shows one of the drones at Wadi Seidna.",
     "mohajer-6", "sudan"),
    (SUDAN + "Army tanks were seen near El Fasher.", "tank", "sudan"),
    (UKRAINE + "The Ukrainian army operates 12 HIMARS.", "himars", "ukraine"),
    ("Wagner Group fighters came to Mali in 2021.\nThe group operates two Mi-8 helicopters.", "mi-8", "wagner-group"),
    # it stands where a side is told of
    ("Mali has rebuilt its fleet, and pictures show two L-39s and a Su-25 at Bamako.", "su-25", "mali"),
    ("Rwanda has a camp at Afungi, where four helicopters have been seen.", "helicopter", "rwanda"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "operator"), HOLDERS)
def test_who_has_it(text: str, system: str, operator: str) -> None:
    assert operator in knowledge().forces.line(claim(text, system).operator or "")


@pytest.mark.parametrize(
    "text",
    [
        "Russian-made tanks were seen in Mali.",
        "A German commander said: “I do not have a single tank.”",
        "The United States builds Abrams tanks.\nKurdish fighters showed 16,000 rifles.",
        "Poland, Egypt, and others have sent observers.\nThree tanks were seen at Minsk.",
    ],
)
def test_nobody_is_made_up(text: str) -> None:
    assert all(each.operator is None for each in claims(text) if each.system in ("tank", "small-arms"))


GIFTS = [
    ("Germany gave Ukraine 18 Leopard 2 tanks.", "leopard-2", "germany", "ukraine"),
    ("Poland has handed over more than 240 T-72 tanks to Ukraine.", "t-72", "poland", "ukraine"),
    ("The UAE has supplied Haftar's forces with Pantsir systems.", "pantsir-s1", "uae", "lna"),
    ("Turkey sold Bayraktar TB2 drones to Ethiopia.", "bayraktar-tb2", "turkey", "ethiopia"),
    ("The Rapid Support Forces fight on.\nThe UAE has supplied the paramilitary group with howitzers.", "howitzer",
     "uae", "rapid-support-forces"),
    # the next giver in a story about one who is given things
    ("Poland has delivered 18 Krab howitzers to Ukraine.\nGermany has delivered three Gepards.", "gepard", "germany",
     "ukraine"),
    # a delivery told again
    ("Iran has shipped Fath-360 missiles to Russia.\nMore than 200 Fath-360 missiles had been delivered, he said.",
     "fath-360", "iran", "russia"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "supplier", "receiver"), GIFTS)
def test_who_gave_it_to_whom(text: str, system: str, supplier: str, receiver: str) -> None:
    found = claim(text, system)
    assert (side(found.supplier), side(found.beneficiary or found.operator)) == (supplier, receiver)


def test_country_that_things_pass_through_is_given_nothing() -> None:
    assert claim("Russia sent jets to Libya.", "combat-aircraft").beneficiary is None


STRIKES = [
    (SYRIA + "Turkish drones struck Syrian columns.", "armed-drone", "turkey", "syria"),
    ("Egyptian F-16s struck the camps of the Islamic State.", "f-16", "egypt", "isil"),
    # only the place is named
    (UKRAINE + "Russian drones hit Odesa on Monday.", "armed-drone", "russia", "ukraine"),
    (SUDAN + "RSF drones struck an airfield near Omdurman.", "armed-drone", "rapid-support-forces", "sudan"),
    ("Turkish drones struck near Sinjar.", "armed-drone", "turkey", None),
    # what a sentence before tells of is done by others
    ("The Sudanese army took a town. In El Fasher, a drone hit a market.", "armed-drone", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "operator", "opponent"), STRIKES)
def test_whom_a_strike_hits(text: str, system: str, operator: str | None, opponent: str | None) -> None:
    found = claim(text, system, "struck")
    assert (side(found.operator), side(found.opponent)) == (operator, opponent)


ENEMIES = [
    ("Ukrainian forces destroyed nine Russian helicopters.", "ukraine", "russia"),
    ("Fighting between the Sudanese army and the Rapid Support Forces went on.", "rapid-support-forces", "sudan"),
    ("Turkish drones hit the Libyan National Army. Turkey supports the Government of National Accord.", "gna", "lna"),
    ("Germany has delivered tanks to Ukraine, which fights Russia.", "germany", "russia"),
    ("Iran has supplied drones to Russia.", "iran", None),
    ("It was not a war with Russia, Turkey said.", "turkey", None),
    ("The Houthis fired at ships. Iran has an embassy in Rome.", "houthis", None),
]


@pytest.mark.parametrize(("text", "force", "enemy"), ENEMIES)
def test_who_fights_whom(text: str, force: str, enemy: str | None) -> None:
    assert side(War(knowledge(), text).enemy(force)) == enemy


@pytest.mark.parametrize(
    ("force", "enemy"),
    [("ukraine", "russia"), ("russia", "ukraine"), ("united-kingdom", None)],
)
def test_a_bystander_has_no_sworn_enemy(force: str, enemy: str | None) -> None:
    text = "Ukrainian forces destroyed nine Russian helicopters. Britain accused Russia of war crimes."
    assert side(War(knowledge(), text).sworn_enemy(force)) == enemy


@pytest.mark.parametrize(
    ("text", "word", "force"),
    [
        ("The front runs through Khartoum and El Fasher in Sudan.", "army", "sudanese-armed-forces"),
        ("Troops entered Bamako and Gao in Mali.", "army", "malian-armed-forces"),
        ("Tripoli and Benghazi in Libya are at peace.", "army", None),
        ("Aleppo and Idlib in Syria were shelled.", "rebels", "syrian-opposition"),
    ],
)
def test_whose_the_army_is(text: str, word: str, force: str | None) -> None:
    assert War(knowledge(), text).service(word) == force


def test_a_text_of_many_forces_takes_no_longer_than_its_length() -> None:
    line = "Ukraine attacked Russia, " * 4000
    told = War(knowledge(), f"{line}.\n{line}.")
    assert told.enemy("ukraine") == "russia"


def test_who_is_at_a_place_that_is_struck_did_not_strike_it() -> None:
    assert claim("Rockets hit the base, where US troops are stationed.", "artillery-rocket").operator is None


def test_whose_make_arms_are_is_nobodys_enemy() -> None:
    assert claim("The RSF attacked Omdurman with Chinese drones.", "armed-drone").opponent != "china"


WHOSE = [
    # whom somebody leads, or is loyal to
    ("Fighters loyal to Haftar used Grad rockets against Tripoli.", "artillery-rocket", "lna"),
    ("Tanks of General Burhan entered Khartoum.", "tank", "sudanese-armed-forces"),
    ("Assad's tanks entered Hama.", "tank", "syria"),
    # "the army", said by rebels, is that of the state which they fight
    ("The RSF said the army lost two tanks.", "tank", "sudanese-armed-forces"),
    ("The M23 said the army's jets had bombed Goma.", "combat-aircraft", "fardc"),
    ("The army's jets dropped barrel bombs on El Fasher.", "barrel-bomb", "sudanese-armed-forces"),
    # "its" is of whom the sentence is about, whoever says so
    ("Russia has sent planes to Tartus to evacuate its tanks, Ukraine's intelligence service said.", "tank", "russia"),
    # men of a country are not its own
    ("Syrian mercenaries arrived in Libya.", "syrian-fighters", None),
    ("Some 600 Syrian mercenaries were flown to Libya aboard two Airbus jets.", "syrian-fighters", None),
]


@pytest.mark.parametrize(("text", "system", "operator"), WHOSE)
def test_whose_a_thing_is_by_a_name_beside_it(text: str, system: str, operator: str | None) -> None:
    assert claim(text, system).operator == operator


def test_who_uses_a_thing_another_made_does_what_it_does() -> None:
    one = claim("Azerbaijan used Israeli Harop drones to destroy Armenian tanks.", "tank", "destroyed")
    assert (one.operator, one.opponent) == ("armenia", "azerbaijan")


def test_each_of_two_purchases_has_its_seller() -> None:
    found = claims("Ethiopia bought Wing Loong drones from China and TB2s from Turkey.")
    assert {each.system: each.supplier for each in found} == {"wing-loong": "china", "bayraktar-tb2": "turkey"}


def test_nobody_is_his_own_opponent() -> None:
    one = claim("Forces loyal to President Bashar al-Assad used Grad rockets against Aleppo.", "artillery-rocket")
    assert (one.operator, one.opponent, one.places) == ("syria", None, {"at": ("aleppo",)})


def test_what_a_convoy_is_of_has_its_examples() -> None:
    found = claims("A convoy of more than 100 vehicles, including T-72 tanks and Grad launchers, left Sirte.")
    assert {each.system for each in found} == {"vehicle", "t-72", "bm-21-grad"}
    assert {each.action for each in found} == {"transported"}


def test_an_air_strike_is_where_it_hits() -> None:
    one = claim("Air strikes by Turkish F-16s hit PKK camps near Sinjar.", "f-16")
    assert (one.action, one.places, one.opponent) == ("struck", {"near": ("sinjar",)}, "pkk")


def test_the_dead_of_a_strike_are_not_said_to_be_there() -> None:
    found = claims("A drone strike killed eight soldiers at Watiya on Sunday.")
    assert [(each.action, each.system) for each in found] == [("struck", "armed-drone")]


def test_an_announced_package_is_still_to_come_from_who_announces_it() -> None:
    text = "The Pentagon announced a package for Ukraine that includes 30 Bradley vehicles and 25 Strykers."
    found = claims(text)
    assert [(each.action, each.system, side(each.supplier), each.operator) for each in found] == [
        ("planned", "m2-bradley", "united-states", None), ("planned", "stryker", "united-states", None),
    ]  # fmt: skip


@pytest.mark.parametrize("aboard", ["aboard", "on board"])
def test_what_things_are_sent_aboard_is_on_its_way_too(aboard: str) -> None:
    found = claims(f"The UAE sent Pantsir systems to Libya {aboard} Il-76 aircraft.")
    assert {(each.action, each.system) for each in found} == {("deployed", "pantsir-s1"), ("transported", "il-76")}


TAKEN_FOR = [
    ("Fourteen fighter jets, most likely MiG-29s, were seen at Jufra in late May.", "mig-29", "Fourteen", "assessed"),
    ("Two drones, possibly TB2s, were shot down near Sirte.", "bayraktar-tb2", "Two", "possible"),
    ("A vehicle, believed to be a Tigr, was destroyed near Sirte.", "gaz-tigr", "a", "asserted"),
]


@pytest.mark.parametrize(("text", "system", "count", "stance"), TAKEN_FOR)
def test_what_a_thing_is_taken_for_is_told_once(text: str, system: str, count: str, stance: str) -> None:
    assert [(each.system, each.count_text, each.stance) for each in claims(text)] == [(system, count, stance)]


def test_who_was_given_a_thing_has_it() -> None:
    one = claim("The RSF was given six howitzers by the UAE.", "howitzer")
    assert (one.supplier, one.beneficiary) == ("uae", "rapid-support-forces")


def test_support_is_from_who_provides_it() -> None:
    one = claim("Egypt has provided air support, including Rafale jets, to Haftar's forces.", "rafale")
    assert (one.supplier, one.beneficiary) == ("egypt", "lna")


@pytest.mark.parametrize(
    ("ship", "navy"), [("The destroyer USS Carney", "us-navy"), ("HMS Diamond", "royal-navy"), ("The Diamond", None)]
)
def test_the_name_of_a_ship_tells_whose_it_is(ship: str, navy: str | None) -> None:
    told = claim(f"{ship} shot down three drones that the Houthis had launched.", "uav", "shot-down")
    assert (told.operator, told.opponent) == ("houthis", navy)


@pytest.mark.parametrize(
    "text", ["A Turkish drone was shot down by a Pantsir.", "A Turkish tank was hit by a Kornet missile."]
)
def test_what_hits_a_thing_is_not_its_owners(text: str) -> None:
    assert [each.operator for each in claims(text) if each.action in ("struck", "operates")] == [None]


WAR = "Russia and Ukraine fought on near Avdiivka. "
LIKELY = [
    # what one side alone makes or is given is that side's
    (WAR + "Two Leopard tanks burned in a field.", "leopard", "ukraine", None),
    ("The GNA fights the LNA. A Bayraktar TB2 crashed near Tarhuna.", "bayraktar-tb2", "gna", None),
    # what strikes where nobody is said to is the enemy's, of whose thing is hit or of the state
    (WAR + "A Bradley was hit by a Lancet drone near Robotyne.", "lancet", "russia", "ukraine"),
    (WAR + "A missile hit a warehouse in Kharkiv.", "missile", "russia", "ukraine"),
    ("The army fights the RSF in Sudan. A missile hit a warehouse in Khartoum.", "missile", None, None),
    # rebels fight the state of their country, even where it is not named
    ("Boko Haram captured two tanks near Gwoza in Borno.", "tank", "nigeria", "boko-haram"),
    ("The enemy lost 12 tanks, according to Ukraine's General Staff.", "tank", "russia", None),
    ("A howitzer of Ukraine's 55th Brigade was hit by a Lancet near Donetsk.", "lancet", "russia", "ukraine"),
    ("In Yemen, coalition jets bombed Sanaa.", "combat-aircraft", "saudi-led-coalition", None),
    # what stands after the last of a list is of all
    ("Tanks and artillery of the Syrian army shelled Idlib.", "tank", "syria", None),
    # a number of them is whose they are, not whose word it is
    ("Russia launched 80 drones at Kyiv. Air defences downed 62 of them, Ukraine's air force said.", "uav", "russia",
     "ukraine"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "system", "operator", "opponent"), LIKELY)
def test_whose_a_thing_is_by_what_is_known_of_the_war(
    text: str, system: str, operator: str | None, opponent: str | None
) -> None:
    one = claim(text, system)
    assert (side(one.operator), side(one.opponent)) == (operator, opponent)


def test_where_a_thing_was_made_is_not_where_it_is_used() -> None:
    one = claim("During the war Azerbaijan used Harop drones, made in Israel, against Armenia.", "harop")
    assert (one.operator, one.places.get("at")) != (None, ("israel",))


def test_a_force_itself_is_the_force() -> None:
    assert claim("Mali itself showed off two T-72s.", "t-72").operator == "mali"
