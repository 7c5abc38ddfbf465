"""What is alleged in a sentence: the system and the action, for each way in which the press may put it.

Tables of hand-written sentences, each with the actions and systems that a careful reader would note.
"""

from __future__ import annotations

import pytest
from proposed import claims


def _told(text: str) -> str:
    """The actions and systems proposed, in alphabetical order."""
    return ", ".join(sorted({f"{each.action} {each.system or ''}".strip() for each in claims(text)}))


# What was lost, hit or taken: verbs, turns of phrase, particles after the object, nouns that stand for verbs.
LOST = [
    ("A Pantsir went up in flames near Tarhuna.", "destroyed pantsir-s1"),
    ("Two BMP-2s were blown to pieces by a mine.", "destroyed bmp-2"),
    ("Two howitzers fell into the hands of the RSF.", "captured howitzer"),
    ("The militia got its hands on three T-62 tanks.", "captured t-62"),
    ("The army wrote off 12 BMP-1s in the fighting.", "destroyed bmp-1"),
    ("One MiG-29 was brought down over Kherson.", "shot-down mig-29"),
    ("The jet was blown out of the sky.", "shot-down combat-aircraft"),
    ("A mine put two lorries out of action.", "destroyed truck"),
    ("The army took two tanks out of service.", "withdrawn tank"),
    ("Rebels set light to an armoured car.", "destroyed armoured-car"),
    ("The army hunted down three technicals.", "destroyed technical"),
    ("Police hunted down the men who had stolen a tank.", "captured tank"),
    ("A Shahed drone ploughed into a depot in Odesa.", "struck shahed-136"),
    ("The rebels claimed to have knocked out five tanks.", "destroyed tank"),
    ("Footage showed a burnt-out T-72 by the roadside.", "destroyed t-72"),
    ("At least seven T-72s lay abandoned along the road.", "captured t-72"),
    ("The army has 30 tanks, nine of which were destroyed last month.", "destroyed tank, operates tank"),
    ("The column lost ten trucks and, according to a witness, two tanks.", "destroyed tank, destroyed truck"),
    ("The loss of three Tu-95 bombers embarrassed Moscow.", "destroyed tu-95"),
    ("The downing of a Su-30 off Crimea was confirmed by Kyiv.", "shot-down su-30"),
    ("The army captured two T-90 tanks. Three more were destroyed.", "captured t-90, destroyed t-90"),
    (
        "Ten Challenger 2 tanks arrived. One of them was later destroyed near Robotyne.",
        "deployed challenger-2, destroyed challenger-2",
    ),
    ("Fighters took possession of two BMP-1s.", "captured bmp-1"),
    ("They shot two helicopters down over Zintan.", "shot-down helicopter"),
    ("The crew left the tank behind.", "captured tank"),
    ("The army wrote three BMP-2s off.", "destroyed bmp-2"),
    ("Two of the three Leopard 2s burned.", "destroyed leopard-2"),
    ("Losses included four T-72s, two BMPs and a Pantsir.", "destroyed bmp, destroyed pantsir-s1, destroyed t-72"),
    ("An ambush destroyed three BTR-80s near Derna.", "destroyed btr-80"),
    ("Strikes destroyed an S-300 radar and killed five soldiers.", "destroyed s-300"),
    ("Some 40 percent of the tanks were lost.", "destroyed tank"),
    ("None of the tanks was lost.", "destroyed tank"),
    ("In 1987, Chad captured Libyan tanks in the Toyota War.", "captured tank"),
    (
        "Russia has lost 12 Su-34s, eight Su-25s and, since June, four A-50s, according to Oryx.",
        "destroyed a-50, destroyed su-25, destroyed su-34",
    ),
    ("He counted nine howitzers, three of them destroyed.", "destroyed howitzer, present howitzer"),
    ("Rebels overran the depot, making off with 20 rocket launchers.", "captured rocket-launcher"),
    ("Photos taken on Tuesday show the remains of a Mi-24 in a field near Goris.", "destroyed mi-24"),
    ("An Iranian-made Mohajer-6 drone crashed in the desert.", "crashed mohajer-6"),
    ("Syrian rebels say they have captured a T-90 tank in Aleppo province.", "captured t-90"),
    ("The tanks had been abandoned by fleeing soldiers.", "captured tank"),
    ("The road is lined with the hulks of burnt tanks.", "destroyed tank"),
    ("Two of the lorries burned.", "destroyed truck"),
    (
        "Ukraine's staff said Russia had lost 12 tanks, 30 armoured vehicles and two helicopters.",
        "destroyed armoured-vehicle, destroyed helicopter, destroyed tank",
    ),
    ("All but four of the drones were shot down.", "shot-down uav"),
    ("A Russian Su-35 was lost over the Kherson region in what may have been friendly fire.", "destroyed su-35"),
    ("The troops left behind a T-62 and two ammunition trucks.", "captured t-62, captured truck"),
    ("Enemy losses: one T-64 tank, two pickups.", "destroyed pickup-truck, destroyed t-64"),
    ("Losses of the enemy totalled 12 tanks.", "destroyed tank"),
    ("Equipment lost by the army includes 14 tanks and 20 BMPs.", "destroyed bmp, destroyed tank"),
    ("The T-72, its hatches open, stood beside a burning BMP.", "destroyed bmp, present t-72"),
    ("LNA air defences shot down the Turkish-made drone.", "shot-down uav"),
    ("It was the third drone lost this week.", "destroyed uav"),
    ("That makes six helicopters lost since January.", "destroyed helicopter"),
    ("In all, 34 tanks have been lost by the brigade.", "destroyed tank"),
    ("The brigade lost a total of 34 tanks.", "destroyed tank"),
    ("The number of tanks destroyed rose to 34.", "destroyed tank"),
    ("Total losses: 34 tanks and 6 helicopters.", "destroyed helicopter, destroyed tank"),
    ("Air defences repelled the drones.", "shot-down uav"),
    ("A ballistic missile was intercepted over Riyadh.", "shot-down ballistic-missile"),
    ("He climbed out of his burning T-72.", "destroyed t-72"),
    ("Smoke rose from a burning tank.", "destroyed tank"),
    ("The tank had hit a mine.", "damaged tank"),
    ("The tank drove over a mine and lost a track.", "damaged tank"),
    ("Libya Dawn's only MiG-23 was destroyed on the ground.", "destroyed mig-23"),
]

# Weapons that were used: by strike nouns, as subjects, with "by", "with" and "from".
STRUCK = [
    ("The Kremlin has released cruise missiles at Odesa.", "struck cruise-missile"),
    ("Iskander missiles struck Kharkiv on Friday.", "struck iskander"),
    ("The port of Hodeidah was bombed with F-15s by the coalition.", "struck f-15"),
    ("Nine drones, three of which were shot down over Sumy, were launched overnight.", "shot-down uav, struck uav"),
    ("The jets, which took off from Al Dhafra, bombed a camp near Sebha.", "struck combat-aircraft"),
    ("Houthi fighters fired two ballistic missiles at Marib on Sunday.", "struck ballistic-missile"),
    ("Two ballistic missiles were fired at Marib on Sunday by the Houthis.", "struck ballistic-missile"),
    ("The army used Grad rockets against the town.", "struck artillery-rocket"),
    ("A drone strike hit a convoy near Ghat.", "struck armed-drone"),
    ("Israeli warplanes carried out raids on Damascus.", "struck combat-aircraft"),
    ("Azerbaijani drones took out an Armenian S-300 launcher.", "destroyed s-300, struck armed-drone"),
    ("An Su-25 was downed by a MANPADS near Bakhmut.", "shot-down su-25, struck manpads"),
    ("Air defences shot down eight of 12 Shahed drones launched at Kyiv.", "shot-down shahed-136, struck shahed-136"),
    ("Ten people died when a missile struck a market in Taiz.", "struck missile"),
    ("A missile hit a hospital.", "struck missile"),
    ("A suspected Russian missile landed in Poland.", "struck missile"),
    ("The Saudis have fired 400 Patriot interceptors since 2015.", "struck patriot"),
    ("The RSF shelled the city with howitzers and drones on Friday.", "struck armed-drone, struck howitzer"),
    ("Kalibr missiles launched from the Black Sea hit a depot in Lviv.", "struck kalibr"),
    ("HIMARS were used to hit the bridge.", "struck himars"),
    ("The Turkish-made drone was shot down by LNA air defences.", "shot-down uav"),
    ("The brigade's FPV drones burned two tanks.", "destroyed tank, struck fpv-drone"),
    ("The town was shelled with howitzers for three hours.", "struck howitzer"),
    ("Air strikes by MiG-29s hit the depot.", "struck mig-29"),
    ("A salvo of Grad rockets landed on the market.", "struck artillery-rocket"),
    ("A barrage of missiles and drones hit Kyiv overnight.", "struck armed-drone, struck missile"),
    ("The commander was killed by a drone.", "struck armed-drone"),
    ("He was wounded when a drone hit his car.", "struck armed-drone"),
    ("The attack, carried out with two drones, damaged a helicopter.", "damaged helicopter, struck armed-drone"),
    ("Two drones were used in the attack.", "struck armed-drone"),
    ("Wagner fighters opened fire with machine guns.", "struck machine-gun"),
    (
        "The Houthis launched a ballistic missile that was intercepted over Riyadh.",
        "shot-down ballistic-missile, struck ballistic-missile",
    ),
    ("Jets from Misrata bombed Sirte.", "struck combat-aircraft"),
]

# What was sent, given, bought, promised, or is on its way.
MOVED = [
    ("Four T-72 tanks rolled into Aleppo on Monday.", "deployed t-72"),
    ("The army took delivery of six Mi-35 helicopters in March.", "delivered mi-35"),
    ("Armoured vehicles were seen being unloaded in Tripoli.", "delivered armoured-vehicle"),
    ("Trucks carrying Kornet missiles crossed the border from Chad.", "transported kornet, transported truck"),
    ("Egypt shipped 20 armoured personnel carriers to Benghazi.", "delivered armoured-personnel-carrier"),
    ("Deliveries of F-16s to Ukraine began in August.", "delivered f-16"),
    ("Ethiopia bought two drones from Turkey. The aircraft were delivered in 2021.", "delivered uav, purchased uav"),
    ("Videos posted online show a column of T-62s moving through Rostov.", "transported t-62"),
    ("A US official said Iran was providing Shahed drones to Russia.", "supplied shahed-136"),
    ("Included in the package are 30 Bradley fighting vehicles.", "supplied m2-bradley"),
    ("The package will include 30 Bradley fighting vehicles.", "planned m2-bradley"),
    ("Berlin has pledged 18 Leopard 2 tanks.", "planned leopard-2"),
    ("Poland is ready to hand over its MiG-29s.", "planned mig-29"),
    ("A second Patriot is on its way.", "transported patriot"),
    ("The frigate docked at Tartus.", "transported frigate"),
    ("Six warships entered the Black Sea.", "deployed warship"),
    ("There is no evidence that MiG-29s were delivered.", "delivered mig-29"),
    ("Libyan officials want to buy 12 JF-17 fighters.", "planned jf-17"),
    (
        "The convoy, made up of 15 technicals and two tanks, headed for Sirte.",
        "transported tank, transported technical",
    ),
    ("Emirati cargo planes have flown more than 100 flights to Amdjarass.", "transported transport-aircraft"),
    ("The Houthis have laid naval mines off Mokha.", "laid naval-mine"),
    ("The US will sell 50 F-35s to the UAE.", "planned f-35"),
    ("Congress approved the sale of 40 F-16s to Turkey.", "planned f-16"),
    ("Morocco ordered 13 TB2s in April.", "purchased bayraktar-tb2"),
    ("A captured T-90 was driven through the streets of Idlib.", "transported t-90"),
    ("The US has given Ukraine a third of its Javelin missiles.", "supplied javelin"),
    ("Taiwan has ordered 400 Harpoon missiles.", "purchased harpoon"),
    ("The convoy of 30 lorries was escorted by four technicals.", "escorted technical, transported truck"),
    ("The last of the Kfir jets flew home on Thursday.", "withdrawn kfir"),
    (
        "Two patrol boats, both donated by Italy, lay at anchor in the harbour.",
        "present patrol-boat, supplied patrol-boat",
    ),
    ('"They came with tanks, with Grads, with everything," said the teacher.', "deployed bm-21-grad, deployed tank"),
    ("Ukrainian troops have been issued with 50 Humvees.", "supplied humvee"),
    ("The UAE denies supplying arms to the RSF.", "supplied equipment"),
    ("Mali's army received two more Su-25s on Thursday, raising its fleet to five.", "supplied su-25"),
    ("Four of the six Su-30s flew on to Mitiga.", "transported su-30"),
    ("Reporters saw a captured Pantsir being towed through Tripoli.", "transported pantsir-s1"),
    ("Norway, which operates 36 Leopard 2s, has pledged eight of them.", "operates leopard-2, planned leopard-2"),
    ("Kyiv asked for Taurus missiles.", "planned taurus-kepd-350"),
    ("Spain will not send any Leopard tanks.", "planned leopard"),
    ("The Czech Republic said it would ship 40 T-72s.", "planned t-72"),
    ("The United States announced that it would supply 31 Abrams tanks.", "planned m1-abrams"),
    ("The 31 Abrams tanks promised by Washington arrived in September.", "deployed m1-abrams"),
    ("The arrival of the Abrams tanks was confirmed by President Zelensky.", "deployed m1-abrams"),
    ("Kyiv confirmed having received the first Patriots.", "supplied patriot"),
    ("At night the drones came.", "deployed uav"),
    ("The trucks set off from Port Sudan for Khartoum.", "transported truck"),
    ("Forty trucks of ammunition crossed the border at Adre.", "transported ammunition, transported truck"),
    ("The Il-76 landed at Nyala, unloaded drones and left.", "delivered uav, transported il-76"),
    ("The S-300 battery was moved closer to the front.", "transported s-300"),
    ("The S-300 was moved to Belarus.", "transported s-300"),
    ("Russia redeployed an S-300 battery from Syria to Crimea.", "deployed s-300"),
    ("The unit received its first Archer howitzer in October.", "supplied archer"),
    ("In October the unit's first Archer arrived.", "deployed archer"),
    ("Mines laid by the Houthis killed two farmers.", "laid landmine"),
]

# What is somewhere, in use, shown or seen, with a verb or without.
THERE = [
    ("Six Su-25 jets have been put on display at Millerovo.", "present su-25"),
    ("The brigade is equipped with Leopard 2 tanks.", "operates leopard-2"),
    ("Su-24 bombers flew sorties over Idlib.", "operates su-24"),
    ("Parked on the apron were four MiG-29s and two Su-24s.", "present mig-29, present su-24"),
    ("With two T-72s at the gate, the base in Sebha looked well defended.", "present t-72"),
    ("On the runway at Al Jufra stand six MiG-29s.", "present mig-29"),
    ("There were three Mi-24s on the tarmac at Al Khadim.", "present mi-24"),
    ("Six Mirage 2000 fighter jets, two of them two-seaters, are at Al Dhafra.", "present mirage-2000"),
    ("Satellite images revealed at least eight Su-35s parked at Belbek.", "present su-35"),
    ("The first Patriot battery is now operational in Ukraine.", "present patriot"),
    ("No Russian jets have been seen in Libya.", "present combat-aircraft"),
    ('"We have no tanks," a rebel commander said.', "operates tank"),
    ("Two BM-21 Grads, a gift from Egypt, were stationed at the airport.", "based bm-21-grad"),
    ("The Taliban paraded captured Black Hawk helicopters in Kandahar.", "present uh-60"),
    ("At Hmeimim, Russia keeps four Su-35s and a dozen Su-24s.", "based su-24, based su-35"),
    ("Engineers were repairing two Mi-24s in a hangar.", "serviced mi-24"),
    ("The brigade has been training on M113s.", "trained m113"),
    ("Wagner mercenaries, backed by two tanks, attacked the village.", "operates tank"),
    ("Troops backed by helicopters stormed the town.", "operates helicopter"),
    ("Customs officers found 16 drones in a container.", "present uav"),
    ("I counted eleven T-55s along the track, their turrets blown off.", "present t-55"),
    ("A lone BMP-1 sat by the well, one track missing.", "present bmp-1"),
    ("Britain has 14 AS-90 howitzers left.", "operates as-90"),
    ("RSF fighters in pickup trucks attacked the market.", "operates pickup-truck"),
    ("British instructors are teaching Ukrainians to use NLAWs.", "trained nlaw"),
    ("The coastguard runs six patrol boats, four of them out of order.", "operates patrol-boat"),
    ("A drone was seen circling above the camp.", "present uav"),
    ("MQ-9 Reapers fly from a base at Agadez.", "operates mq-9"),
    ("Two days later the same jets were back at Al Watiya.", "present combat-aircraft"),
    ("Ukrainian pilots are learning to fly F-16s in Denmark.", "trained f-16"),
    ("Tanks took part in the exercise.", "exercised tank"),
    ("Nine howitzers are being repaired in Lithuania.", "serviced howitzer"),
    ("Nine M113s can be made out in the photographs.", "present m113"),
    ("The RSF has gathered drones at Nyala airport.", "deployed uav"),
    ("Deep strikes were flown by Su-24 bombers.", "struck su-24"),
    ("Two An-26 planes are parked at N'Djamena airport.", "present antonov-26"),
    ("The rebels captured a hill at Gao along with four lorries.", "captured truck"),
    ("The S-300, delivered in 2018, has never been used against jets.", "delivered s-300, struck s-300"),
    ("US forces shot down two one-way attack drones.", "shot-down loitering-munition"),
    ("It has bought six TB2s, two of which were delivered in May.", "delivered bayraktar-tb2, purchased bayraktar-tb2"),
    ("Images taken on 4 April and published by the institute show bombers at the base.", "present strike-aircraft"),
    ("Just two MiG-21s remain of the eight Croatia once had.", "present mig-21"),
]

# Soldiers, fighters and mercenaries.
PEOPLE = [
    ("Some 300 Wagner mercenaries left Sirte aboard trucks.", "transported truck, withdrawn mercenaries"),
    ("Around 2,000 Syrian fighters crossed into Libya.", "deployed syrian-fighters"),
    ("Wagner has about 1,200 fighters in the country.", "operates combatants"),
    ("France withdrew its last 1,500 troops from Niger in December.", "withdrawn regular-troops"),
    ("Turkey flew in 300 Syrian fighters on Tuesday.", "delivered syrian-fighters"),
    ("Russia moved 1,500 mercenaries from Syria to Libya.", "transported mercenaries"),
    ("Mercenaries from Chad and Sudan have arrived at Brak.", "deployed mercenaries"),
    ("Some 1,000 fighters of the Wagner Group are in Libya.", "present mercenaries"),
    ("The number of Syrian fighters in Libya is put at 7,000.", "present syrian-fighters"),
    ("Turkish soldiers landed at Mitiga.", "deployed regular-troops"),
    ("France has 5,100 troops in the Sahel.", "operates regular-troops"),
    ("Up to 4,000 Rwandan soldiers are fighting with M23 rebels.", "present regular-troops"),
]

# Bases and towns.
HELD = [
    ("The LNA seized control of the Watiya air base.", "controls"),
    ("The LNA has seized control of the Watiya air base.", "controls"),
    ("Rebels have wrested control of Mekelle from government troops.", "controls"),
    ("Government forces recaptured Tarhuna from the LNA on Friday.", "controls"),
    ("Sirte is now in the hands of the LNA.", "controls"),
    ("Gao is again in rebel hands.", "controls"),
    ("Merowe airport fell to the RSF last week.", "controls"),
    ("The town of Sirte is controlled by the LNA.", "controls"),
    ("The army, which controls Merowe, said nothing.", "controls"),
    ("Mortars fell near rebel-held Rutshuru.", "controls, struck mortar"),
    ("El Fasher, the last army-held capital in Darfur, was quiet.", "controls"),
    ("It lies south of Al Anad, a Houthi-held military base in Yemen.", "controls"),
    ("The visitors came to the Al Jufra air base in Libya, which is controlled by the LNA.", "controls"),
    ("The army has been in control of Merowe since April.", "controls"),
    ("The Houthis remain in control of Sanaa.", "controls"),
    ("Russia operates a naval base at Tartus.", "controls"),
    ("The UAE maintains a base at Assab.", "controls"),
]

# Other matters: what a thing can do or costs, questions, hypotheses, history, casualties.
NOTHING = [
    "Three more were destroyed near Sumy.",
    "The S-300 can hit targets at 200 km.",
    "The T-90 costs about $4 million.",
    "Could the F-16 change the war?",
    "If Turkey sent F-16s, Greece would protest.",
    "Three soldiers were killed and five wounded.",
    "The drone maker opened a factory in Ankara.",
    "The army is not in control of Merowe.",
    "More than 1,600 MiG-29s have been built.",
    "The MiG-29 first flew in 1977.",
    "The tank battle of Kursk was the largest in history.",
    "The firm, which has its base in Samsun, builds lorries.",
    "The company runs the airport at Nyala.",
    "Traffic at Nyala airport is controlled by radio.",
    "The army is short of tanks.",
    "It remains unclear whether the drones were delivered.",
    "The tank was designed in the 1970s.",
    "T-72s have a crew of three.",
    "Tanks are useless in cities, he said.",
    "The general has been a pilot of Su-24s since 1990.",
    "Where did the tanks come from?",
    "The US military intercepted two dhows carrying missile parts.",
    "More than 300 soldiers were killed in the battle.",
    "S-400s have a range of 400 kilometres.",
    "The drone can carry four bombs.",
    "Analysts say the Su-57 is superior to the F-22.",
    "The tanks would be no match for Javelins.",
    "Twenty-nine of them were shot down.",
    "The farewell ceremony for the last Mirage F1s was held at the coast base of Sidi Ahmed.",
    "The frigate will be scrapped.",
    "Three Wagner instructors were killed in the ambush.",
    "The remaining two stayed behind.",
    "Hungary refused to let weapons cross its territory.",
    "Dozens of Russian mercenaries boarded planes at Bani Walid.",
]


@pytest.mark.parametrize(("text", "told"), LOST)
def test_losses(text: str, told: str) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(("text", "told"), STRUCK)
def test_strikes(text: str, told: str) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(("text", "told"), MOVED)
def test_movements(text: str, told: str) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(("text", "told"), THERE)
def test_presence(text: str, told: str) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(("text", "told"), PEOPLE)
def test_people(text: str, told: str) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(("text", "told"), HELD)
def test_control(text: str, told: str) -> None:
    assert _told(text) == told


@pytest.mark.parametrize("text", NOTHING)
def test_no_claim_is_made_of_other_matters(text: str) -> None:
    assert _told(text) == ""


# Nouns that stand for verbs, put off or promised; what something turns out to be.
NOMINALS = [
    ("The German government has approved the delivery of 100 Leopard 1 tanks.", "planned leopard-1"),
    ("Deliveries of 100 Leopard 1 tanks were approved on Tuesday.", "planned leopard-1"),
    ("Deliveries of 100 Leopard 1 tanks began on Tuesday.", "delivered leopard-1"),
    ("The use of Bayraktar drones by the army in Tigray has been confirmed.", "operates bayraktar-tb2"),
    ("The Panel noted the presence of six Mi-24s at Al Khadim.", "present mi-24"),
    ("The object turned out to be a Shahed drone.", "present shahed-136"),
    ("Belarus hosts Iskander missiles.", "based iskander"),
    ("A column of 40 vehicles, led by a T-72, pulled out of Tarhuna.", "operates t-72, withdrawn vehicle"),
]


@pytest.mark.parametrize(("text", "told"), NOMINALS)
def test_nouns_that_stand_for_verbs(text: str, told: str) -> None:
    assert _told(text) == told


COUNTS = [
    ("The army captured two T-90 tanks. Three more were destroyed.", {"captured": "two", "destroyed": "Three"}),
    ("The army had destroyed six pickups, seized three others and left.", {"destroyed": "six", "captured": "three"}),
    ("The army has 30 tanks, nine of which were destroyed last month.", {"operates": "30", "destroyed": "nine"}),
    ("The losses amounted to two tanks.", {"destroyed": "two"}),
    ("The brigade lost a total of 34 tanks.", {"destroyed": "a total of 34"}),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_a_number_belongs_to_the_thing_that_it_counts(text: str, counts: dict[str, str]) -> None:
    assert {each.action: each.count_text for each in claims(text)} == counts


DENIED = [
    "No Russian jets have been seen in Libya.",
    "None of the tanks was lost.",
    "Not a single tank was lost.",
    "There is no evidence that MiG-29s were delivered.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_said_not_to_be_is_denied(text: str) -> None:
    assert [each.stance for each in claims(text)] == ["denied"]


def test_them_are_not_the_things_that_do_it() -> None:
    told = _told("Glide bombs are cheap. Su-34 jets drop about 100 of them a day.")
    assert "struck glide-bomb" in told


MASSES = [
    ("Three shipments of tanks arrived at Jufra.", "tank", None),
    ("Two convoys of trucks left Sirte.", "truck", None),
    ("Three squadrons of MiG-29s are based at Latakia.", "mig-29", None),
    ("Four truckloads of mortars were seized near Gao.", "mortar", None),
    ("A battalion of T-72 tanks was seen near Sirte.", "t-72", None),
    ("A convoy of 20 trucks left Sirte.", "truck", "20"),
    ("Two batteries of Patriot missiles were delivered to Ukraine.", "patriot", "Two"),
]


@pytest.mark.parametrize(("text", "system", "count"), MASSES)
def test_the_number_of_convoys_is_not_that_of_lorries(text: str, system: str, count: str | None) -> None:
    assert [(each.system, each.count_text or None) for each in claims(text)] == [(system, count)]
