"""What became of a thing: hit, stopped with its load, lost in an accident, mined, kept, repaired, drilled with."""

from __future__ import annotations

import pytest
from proposed import claim, gist

LOST = [
    # what it looks like, what it took
    ("Two tanks look burnt out in the picture.", ["destroyed Two tank"]),
    ("A MiG-29 that was already out of service appears damaged.", ["damaged mig-29"]),
    ("The S-400 battery has taken at least two hits.", ["damaged s-400"]),
    ("US forces conducted strikes on three missiles.", ["damaged three missile"]),
    ("Rebels seized a lorry loaded with weapons, including Kornets.", ["captured a truck", "captured kornet"]),
    ("An army plane dropped food over Gao.", ["transported aircraft"]),
    ("A video shows the charred remains of a MiG-29.", ["destroyed a mig-29"]),
    ("The MiG-29, which a contracted pilot was flying, crashed near Sirte.", ["crashed mig-29"]),
    ("A MiG-29 was lost in an accident near Privolzhsky.", ["crashed a mig-29"]),
    ("The army lost four tanks to the rebels.", ["captured four tank"]),
    ("The army lost four tanks in the fighting.", ["destroyed four tank"]),
    ("The jet was hit by ground fire and came down near Sarmin.", ["shot-down combat-aircraft"]),
    ("The drone crashed after being hit by ground fire.", ["shot-down uav"]),
    ("A Mi-8 was hit and crash-landed near Bor.", ["shot-down a mi-8"]),
    ("A Mi-8 hit a power line and crashed near Bor.", ["crashed a mi-8"]),
    ("A Shahed was knocked out of the sky over Kyiv.", ["shot-down a shahed-136"]),
    ("Some 40 vehicles were left smouldering.", ["destroyed Some 40 vehicle"]),
    ("Captured T-72s were paraded in Baku.", ["present t-72"]),
    ("Farmers towed away an abandoned Tor.", ["captured an tor"]),
    ("A Tor was towed away by farmers.", ["transported tor"]),
    ("Two MiG-29s were scrambled to intercept the drone.", ["deployed Two mig-29"]),
    ("The rebels say 12 armoured vehicles fell to them.", ["captured 12 armoured-vehicle"]),
    ("The battle cost the army two tanks.", ["destroyed two tank"]),
    ("Three tanks fell victim to mines.", ["destroyed Three tank"]),
    ("The spoils included nine tanks and 40 lorries.", ["captured 40 truck", "captured nine tank"]),
    ("Four of six missiles were stopped by air defences.", ["shot-down Four missile"]),
    ("Of the ten Bradleys, four have been destroyed.", ["destroyed four m2-bradley"]),
    ("Footage shows two tanks left behind in Izium.", ["captured two tank"]),
    ("Footage shows two tanks in Izium.", ["present two tank"]),
    ("Not a single tank was left in the city.", ["present a single tank"]),
]

STRUCK = [
    ("The Il-20 was shot down by a Syrian S-200 battery.", ["operates s-200", "shot-down il-20"]),
    ("The army shot down 20 drones using Pantsir systems.", ["operates pantsir-s1", "shot-down 20 uav"]),
    ("A Reaper was shot down with a Fater missile.", ["shot-down a mq-9", "struck missile"]),
    ("Israel launched a raid in which two Su-24s took part.", ["struck two su-24"]),
    ("Two ammunition depots were hit near Kupiansk.", ["damaged Two ammunition-depot"]),
    ("Russian forces suppressed three platoons of D-30 howitzers near Soledar.", ["damaged d-30"]),
    ("Officers suppressed the report on tanks.", []),
    ("Two tanks were hit near Bor.", ["damaged Two tank"]),
    ("Two platoons of Grads were neutralised.", ["destroyed bm-21-grad"]),
    ("The town was shelled from two tanks.", ["struck two tank"]),
    ("Gunships opened fire on demonstrators.", ["struck attack-helicopter"]),
    ("Two Y-12s dropped bombs on Laukkai.", ["struck Two y-12"]),
    ("Two Y-12s dropped supplies at Laukkai.", ["transported Two y-12"]),
    ("The town was bombed from dawn.", []),
    ("The insurgents detonated a car bomb at the gate.", ["struck car-bomb"]),
    ("An IED went off beside a convoy near Gao.", ["struck booby-trap"]),
]

TAKEN = [
    ("The navy intercepted a dhow carrying 2,000 assault rifles.", ["captured 2,000 assault-rifle"]),
    ("A dhow carrying 2,000 assault rifles left Bandar Abbas.", ["transported 2,000 assault-rifle"]),
    ("A boat carrying 40 rifles was seized off Yemen.", ["captured 40 small-arms"]),
    ("They boarded a vessel loaded with 40 rifles.", ["captured 40 small-arms"]),
    ("Soldiers seized a truck with 40 rifles in Gao.", ["captured 40 small-arms", "captured a truck"]),
    ("Rebels captured a convoy of trucks carrying 300 mortar shells.", ["captured 300 mortar-round", "captured truck"]),
    ("Yemeni forces intercepted a shipment of anti-tank missiles.", ["captured anti-tank-missile"]),
    ("Saudi air defences intercepted seven missiles over Riyadh.", ["shot-down seven missile"]),
    ("RAF Typhoons intercepted two Tu-95s.", ["operates eurofighter", "operates two tu-95"]),
    ("Gunmen drove off with three trucks.", ["captured three truck"]),
]

LAID = [
    ("Wagner left behind booby traps in Ain Zara.", ["laid booby-trap"]),
    ("Roads out of the town had been sown with anti-tank mines.", ["laid anti-tank-mine"]),
    ("The fighters placed an IED under the bridge.", ["laid booby-trap"]),
    ("The army left behind ten tanks in Mekelle.", ["captured ten tank"]),
]


@pytest.mark.parametrize(("text", "told"), [*LOST, *STRUCK, *TAKEN, *LAID])
def test_what_became_of_it(text: str, told: list[str]) -> None:
    assert gist(text) == told


def test_who_took_a_load() -> None:
    one = claim("The US Navy intercepted a dhow carrying 2,000 assault rifles.", "assault-rifle")
    assert (one.operator, one.opponent) == (None, "us-navy")


HAD = [
    ("Witnesses reported seeing two tanks on the streets of Khartoum.", ["present two tank"]),
    ("Warplanes could be heard overhead.", ["present combat-aircraft"]),
    ("Fighter jets flew low over the city.", ["operates fighter-aircraft"]),
    ("Fighter jets flew to Merowe.", ["transported fighter-aircraft"]),
    ("Militants carrying RPGs attacked the base.", ["operates rpg"]),
    ("Planes carrying RPGs landed at the base.", ["transported aircraft", "transported rpg"]),
    ("The RSF now has at its disposal ten FH-95 drones.", ["operates ten fh-95"]),
    ("Orion drones have become operational at Harar Meda.", ["operates orion-drone"]),
    ("The navy patrols the strait with two corvettes.", ["operates two corvette"]),
    ("Su-24s continue to fly from the base.", ["operates su-24"]),
    ("Wagner pilots fly Su-24s for the LNA.", ["operates su-24"]),
    ("The army keeps its Scuds in tunnels near Taiz.", ["stored scud"]),
    ("The army keeps three Scuds near Taiz.", ["based three scud"]),
    ("Nearly 300 BMP-1s sit in storage at Rakhiv.", ["stored Nearly 300 bmp-1"]),
    ("The tanks have been put in mothballs.", ["stored tank"]),
    ("Two MiG-29s were sent to Russia for overhaul.", ["serviced Two mig-29"]),
    ("The repair of 12 Mi-24s was finished in March.", ["serviced 12 mi-24"]),
    ("Repairs to two frigates have begun.", ["serviced two frigate"]),
    ("The blast caused damage to two frigates.", ["damaged two frigate"]),
    ("The course on the M270 launchers ended in May.", ["trained m270"]),
    ("Twelve Su-34s took part in the exercise near Voronezh.", ["exercised Twelve su-34"]),
    ("Belarus held drills with Iskander missiles.", ["exercised iskander"]),
    ("Twelve Su-34s took part in the raid.", ["struck Twelve su-34"]),
]

MOVED = [
    ("France has beefed up its forces in Chad with six Rafales.", ["deployed six rafale"]),
    ("Turkey reinforced its outposts with 20 howitzers.", ["deployed 20 howitzer"]),
    ("Turkey reinforced the GNA with 20 howitzers.", ["supplied 20 howitzer"]),
    ("Germany took its helicopters home from Gao.", ["withdrawn helicopter"]),
    ("The rebels withdrew with six tanks.", ["withdrawn six tank"]),
    ("American C-17s flew 200 troops out of Niamey.", ["transported c-17", "withdrawn 200 regular-troops"]),
    ("Helicopters evacuated the wounded from Mariupol.", ["operates helicopter"]),
    ("The army evacuated its tanks from Gao.", ["withdrawn tank"]),
    ("Trains with 40 howitzers keep arriving in Kursk.", ["transported 40 howitzer"]),
    ("Trucks left Bamako under escort of Mi-24 helicopters.", ["escorted mi-24", "transported truck"]),
    ("Six L-39s were presented to the Malian junta.", ["delivered Six l-39"]),
    ("Belarus made available 20 T-72 tanks to the RSF.", ["delivered 20 t-72"]),
    ("Trackers recorded 12 Il-76 flights from Abu Dhabi to Nyala.", ["transported 12 il-76"]),
    ("Trackers recorded 12 Il-76 flights over Chad.", ["operates 12 il-76"]),
    ("An Iranian Boeing 747 made three flights to Khartoum.", ["transported boeing-747"]),
    ("An Il-76 took off from Minsk.", ["transported il-76"]),
    ("A Su-24 took off from Minsk.", ["operates su-24"]),
    ("The UAE left Assab, shipping its armoured vehicles back home.", ["withdrawn armoured-vehicle"]),
    ("France has repatriated its Caesar howitzers from Mali.", ["withdrawn caesar"]),
]

AHEAD = [
    ("A further 14 tanks will follow in May.", ["planned 14 tank"]),
    ("Another 14 tanks followed in May.", ["deployed 14 tank"]),
    ("Deliveries of the F-16s will begin in 2027.", ["planned f-16"]),
    ("Egypt backed out of a deal for 24 Su-35s.", ["planned 24 su-35"]),
    ("Ethiopia is in negotiations with Moscow over the purchase of Su-30 jets.", ["planned su-30"]),
    ("Lithuania has set aside 20 M113s for Ukraine.", ["planned 20 m113"]),
    ("The handover of six Su-35s to Iran is expected this year.", ["planned six su-35"]),
    ("Talks on the sale of 20 J-10C fighters to Egypt are under way.", ["planned 20 j-10"]),
    ("The parliament voted to send 100 BTR-60s to Kyiv.", ["planned 100 btr-60"]),
    ("Parliament heard of the sale of 20 J-10C fighters to Egypt.", ["supplied 20 j-10"]),
]


@pytest.mark.parametrize(("text", "told"), [*HAD, *MOVED, *AHEAD])
def test_what_is_done_with_it(text: str, told: list[str]) -> None:
    assert gist(text) == told
