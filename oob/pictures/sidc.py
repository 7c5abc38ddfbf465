"""Which APP-6 symbol stands for which class of system and kind of force: one table, to be read and argued with.

A code is the symbol set and the entity of APP-6(E); the rest of the thirty digits is the same for all. A class without
a line has the symbol of the class above it.

No side is friend or enemy here, and none is neutral in its own war: all symbols have the frame of standard identity
*unknown*, which is the one that takes no side, without its yellow.
"""

from __future__ import annotations

from typing import Final

SYSTEMS: Final = {
    "equipment": "15-200000",  # a frame with nothing in it
    # Aircraft: symbol set 01
    "aircraft": "01-110100",
    "fighter-aircraft": "01-110104",
    "multirole-fighter": "01-110105",
    "strike-aircraft": "01-110102",
    "strategic-bomber": "01-110103",
    "trainer-aircraft": "01-110112",
    "transport-aircraft": "01-110107",
    "passenger-aircraft": "01-120100",
    "light-aircraft": "01-110113",
    "reconnaissance-aircraft": "01-110111",
    "airborne-early-warning-aircraft": "01-110116",
    "maritime-patrol-aircraft": "01-110110",
    "electronic-warfare-aircraft": "01-110108",
    "airborne-command-post": "01-110115",
    "tanker-aircraft": "01-110109",
    "helicopter": "01-110200",
    "uav": "01-110300",
    # Missiles in flight: 02
    "missile": "02-110000",
    # Land equipment: 15; units, 10, where there is no such equipment
    "air-defence": "15-111100",
    "surface-to-air-missile": "15-111100",
    "manpads": "15-111000",
    "anti-aircraft-gun": "15-110500",
    "vehicle": "15-140100",
    "armoured-vehicle": "15-120105",
    "tank": "15-120200",
    "infantry-fighting-vehicle": "15-120101",
    "armoured-personnel-carrier": "15-120103",
    "mrap": "15-120103",
    "truck": "15-140100",
    "light-vehicle": "15-140100",
    "engineering-vehicle": "15-130800",
    "artillery": "15-110900",
    "howitzer": "15-110900",
    "mortar": "15-111400",
    "ballistic-missile": "15-111300",
    "rocket-launcher": "15-111600",
    "small-arms": "15-110100",
    "machine-gun": "15-110200",
    "grenade-launcher": "15-110300",
    "mine": "15-210100",
    "radar": "15-220300",
    "jammer": "15-220200",
    "signals-intelligence-system": "15-220100",
    "communications-equipment": "15-200500",
    "anti-tank-weapon": "15-111700",
    "anti-tank-missile": "15-111200",
    "anti-tank-gun": "15-110600",
    "recoilless-rifle": "15-110800",
    "rpg": "15-111700",
    "ammunition": "10-160400",
    # At sea: 30 and 35
    "warship": "30-120000",
    "aircraft-carrier": "30-120100",
    "cruiser": "30-120202",
    "destroyer": "30-120203",
    "frigate": "30-120204",
    "corvette": "30-120205",
    "patrol-boat": "30-120500",
    "landing-ship": "30-120300",
    "mine-countermeasures-vessel": "30-120400",
    "auxiliary-ship": "30-130000",
    "submarine": "35-110100",
    "merchant-ship": "30-140100",
    "military-boat": "30-120500",
    "naval-mine": "36-110000",
    # People: units on land, 10
    "personnel": "10-121100",
}
"""By the id of a class."""

FORCES: Final = {
    "state": "11-110200",
    "government": "11-110200",
    "service": "10-121000",
    "militia": "10-121100",
    "company": "10-141700",
    "group": "11-110400",
    "coalition": "11-110400",
}
"""By the kind of a force."""


def number(code: str) -> str:
    """The thirty digits of a code: APP-6(E), reality, identity unknown, present."""
    symbols, entity = code.split("-")
    return f"1301{symbols}0000{entity}".ljust(30, "0")


def codes() -> list[str]:
    """All codes, each once."""
    return sorted({*SYSTEMS.values(), *FORCES.values()})
