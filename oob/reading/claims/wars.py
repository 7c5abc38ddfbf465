"""Who fights whom and who helps whom in the wars of today, as a reader of newspapers knows it. Data only.

What a text says of its forces counts besides, so that a table that is out of date is outvoted by a text of some length.
Forces stand here by the top of their tree: Russia for its army, the Islamic State for its provinces.
"""

from __future__ import annotations

from itertools import product
from typing import Final

_WARS: Final = """
russia russian-contractors dpr lpr ukraine-separatists north-korea: ukraine freedom-of-russia-legion
russia: russian-volunteer-corps georgia
sudan sudan-joint-forces: rapid-support-forces
sudan: splm-n slm-abdel-wahid jem south-sudan
lna tobruk-government: gna misrata-brigades libya-dawn benghazi-revolutionaries-shura-council gnu
libya: national-front-for-liberation
gaddafi-loyalists: libyan-rebels-2011
cndp lords-resistance-army: democratic-republic-of-the-congo united-nations uganda
ltte: sri-lanka
farc: colombia
abu-sayyaf: philippines
mahdi-army: united-states iraq
libya-dawn misrata-brigades: zintan-brigades
houthis: saudi-led-coalition saudi-arabia uae yemen united-states united-kingdom israel operation-prosperity-guardian
houthis: operation-aspides southern-transitional-council giants-brigades national-resistance-yemen
southern-transitional-council: yemen hadrami-elite-forces
israel: hamas palestinian-islamic-jihad al-aqsa-martyrs-brigades hezbollah iran iran-backed-militias syria
israel: islamic-resistance-in-iraq axis-of-resistance kataib-hezbollah palestine
united-states: iran-backed-militias islamic-resistance-in-iraq kataib-hezbollah harakat-al-nujaba taliban iran
armenia artsakh: azerbaijan
ethiopia eritrea: tplf
ethiopia: fano oromo-liberation-army
amhara-forces: tplf oromo-liberation-army
syria russia hezbollah fatemiyoun zainabiyoun national-defence-forces: syrian-opposition free-syrian-army hts
syria russia hezbollah national-defence-forces: ahrar-al-sham jaysh-al-islam syrian-national-army
syria: turkey united-states
turkey syrian-national-army: sdf pkk
isil: syria iraq united-states cjtf-oir sdf krg russia turkey france united-kingdom syrian-opposition hts egypt nigeria
isil: mozambique rwanda mali niger burkina-faso kataib-hezbollah badr-organisation asaib-ahl-al-haq hezbollah jordan
myanmar: three-brotherhood-alliance kachin-independence-army arakan-army mndaa tnla peoples-defence-force
myanmar: karen-national-union
mali burkina-faso niger alliance-of-sahel-states russian-contractors france: jnim
mali alliance-of-sahel-states russian-contractors: azawad-liberation-front csp tuareg-rebels
burkina-faso vdp: jnim
democratic-republic-of-the-congo united-nations: m23
democratic-republic-of-the-congo: rwanda
rwanda m23: fdlr
democratic-republic-of-the-congo uganda: isil
chad: fact chadian-rebels boko-haram
nigeria niger cameroon: boko-haram
somalia kenya amisom united-states ethiopia: al-shabaab
central-african-republic russian-contractors rwanda united-nations: cpc-car
afghanistan pakistan: taliban
morocco: polisario
saudi-arabia uae yemen: al-qaeda
india: pakistan
"""
_HELP: Final = """
ukraine: united-states united-kingdom germany france poland netherlands denmark norway sweden finland estonia latvia
ukraine: lithuania czechia slovakia romania bulgaria belgium italy spain portugal canada australia greece slovenia
ukraine: croatia nato european-union turkey japan south-korea western-allies north-macedonia austria
russia: belarus iran north-korea china russian-contractors dpr lpr ukraine-separatists syria
lna tobruk-government: russia russian-contractors egypt uae saudi-arabia jordan france syria
libyan-rebels-2011: nato france united-kingdom united-states qatar
gna: turkey qatar italy syrian-national-army sadat misrata-brigades
sudan: egypt iran turkey eritrea russia sudan-joint-forces
rapid-support-forces: uae russian-contractors chad lna colombian-mercenaries-group
houthis hezbollah hamas palestinian-islamic-jihad iran-backed-militias syria islamic-resistance-in-iraq: iran
syria: russia hezbollah fatemiyoun national-defence-forces
yemen: saudi-arabia saudi-led-coalition united-states giants-brigades national-resistance-yemen
southern-transitional-council giants-brigades national-resistance-yemen hadrami-elite-forces: uae
saudi-arabia uae: united-states united-kingdom saudi-led-coalition
israel: united-states united-kingdom germany
azerbaijan: turkey israel pakistan syrian-national-army
armenia: russia artsakh france india
ethiopia: eritrea amhara-forces uae turkey iran china
sdf krg: united-states cjtf-oir
iraq: united-states cjtf-oir iran badr-organisation asaib-ahl-al-haq kataib-hezbollah krg germany
syrian-national-army syrian-opposition free-syrian-army: turkey
free-syrian-army syrian-opposition: united-states qatar saudi-arabia
myanmar: russia china
kachin-independence-army karen-national-union: peoples-defence-force
three-brotherhood-alliance: united-wa-state-army arakan-army mndaa tnla kachin-independence-army
mali burkina-faso niger central-african-republic: russia russian-contractors
m23: rwanda uganda
democratic-republic-of-the-congo: united-nations fdlr
mali niger chad: france
csp: tuareg-rebels azawad-liberation-front
azawad-liberation-front: tuareg-rebels
afghanistan: united-states nato
somalia: united-states amisom turkey
"""
_ALLIES: Final = """
nato: united-states united-kingdom france germany turkey italy canada netherlands norway denmark spain poland belgium
nato: international-security-assistance-force resolute-support-mission
"""

BEGAN: Final = {
    "ukraine": "2022-02-24", "russia": "2022-02-24", "sudan": "2023-04-15", "palestine": "2023-10-07",
    "israel": "2023-10-07", "ethiopia": "2020-11-04",
}  # fmt: skip
"""By country: the day on which its last great war began, in EDTF."""

FOUGHT_FROM_ABROAD: Final = frozenset({"israel", "saudi-arabia", "uae"})
"""Countries whose enemies, armed groups too, fire into them from outside."""
SPLIT: Final = frozenset({"libya"})
"""Countries of which nobody knows which government is meant."""
COALITIONS: Final = {"yemen": "saudi-led-coalition", "syria": "cjtf-oir", "iraq": "cjtf-oir"}
"""By country: whose coalition fights in it."""

LEADERS: Final = {"saudi-led-coalition": ("saudi-arabia", "united-states")}
"""By coalition: who leads it, and who leads another that fights in the same country."""

Pairs = frozenset[tuple[str, str]]


def _pairs(table: str) -> Pairs:
    found: set[tuple[str, str]] = set()
    for line in table.strip().splitlines():
        left, _, right = line.partition(":")
        found.update(product(left.split(), right.split()))
    return frozenset(found)


def _either_way(pairs: Pairs) -> Pairs:
    return frozenset((min(pair), max(pair)) for pair in pairs)


HELPED: Final = _pairs(_HELP)
"""Pairs of a side and one that helps it."""
ENEMIES: Final = _either_way(_pairs(_WARS))
"""Pairs of sides that fight each other, each pair in order."""
FRIENDS: Final = _either_way(HELPED | _pairs(_ALLIES)) - ENEMIES
"""Pairs of which one side helps the other, or that are allies, each pair in order."""
