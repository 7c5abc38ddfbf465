"""Articles that nobody published: news of wars, four kilobytes each, the same ones for the same seed.

    python tests/bench/articles.py FOLDER [--articles 10000]

One article in six is dense in equipment; the others are the ordinary news of a war, politics, casualties, aid and
weather, with a few mentions. Most sentences are filled in from the wordings below; some paragraphs are those of the
ten articles of tests/reading/articles.
"""

from __future__ import annotations

import argparse
import datetime
import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIRST_DAY = datetime.date(2014, 1, 1)
DAYS = 11 * 365
SIZE = 3_900
"""Characters from which an article ends with the next paragraph."""
DENSE = 1 / 6
"""The share of articles that are about equipment."""

ORDINARY = (
    "{side} and its opponents accused each other on {day} of breaking the truce around {town} within hours.",
    "At least {few} civilians were killed and {many} wounded in and around {town}, the {town} health office said.",
    "“We have no water, no power and nobody to ask,” said {person}, a teacher who left {town} with her two sons {ago}.",
    "Talks are to go on in Geneva next week, though neither delegation has said whom it will send.",
    "The price of bread in {town} has doubled since {month}, and the queues begin before dawn.",
    "A spokesman for {side}, {person}, called the proposal “a beginning, and not a bad one”.",
    "{official} said on {day} that the road to {town} would stay closed until the mines had been cleared.",
    "The United Nations says that {thousands} people have fled {town} since the start of {month}.",
    "Markets took little notice: a barrel of Brent crude closed {percent} per cent higher at ${price}.",
    "Several hundred protesters gathered in front of the parliament, where police made {few} arrests.",
    "The minister, who has survived two votes of no confidence, is expected to travel to {capital} {soon}.",
    "{person}, an analyst at the Institute for Border Studies in {capital}, said that neither side could win.",
    "It was the {ordinal} such incident in {town} this year, and the first in which a hospital was hit.",
    "{side} denied that any of its fighters had been in the district at the time.",
    "The negotiators did not publish the text, but two diplomats who had seen it said that it named no date.",
    "Schools in {town} reopened on {day} for the first time in {few} weeks, with half of their pupils.",
    "In a statement, the foreign ministry of {country} urged all parties to show restraint.",
    "“Nobody here believes in ceasefires any more,” a shopkeeper told this newspaper by telephone.",
    "Rain has turned the tracks south of {town} to mud, and aid agencies have had to turn back.",
    "The court in {capital} adjourned the case against the former governor, {person}, to {month}.",
    "He added that the government would pay for the repairs, which are put at {price} million dollars.",
    "Residents described a night of explosions followed by hours in which the telephones did not work.",
    "The agreement of {year} promised elections within two years; none have been held.",
    "More than {thousands} tonnes of wheat are waiting in the port, according to the World Food Programme.",
    "A bus carrying pilgrims overturned near {town} on {day}, killing {few}; no connection with the fighting is known.",
    "{country} recalled its ambassador {ago}, and the embassy has been run by a secretary since then.",
    "The governor's office put the damage to the water works at a third of the whole.",
    "Doctors Without Borders closed its clinic in {town} after shells fell within 200 metres of it.",
    "“That is a question for the other side,” {person} said, when asked about the prisoners.",
    "The exchange of prisoners, {few} for {few}, took place at a crossing that both sides hold to be theirs.",
)
EQUIPMENT = (
    "{side} said on {day} that it had destroyed {few} {systems} near {town}.",
    "{country} has delivered {count} {systems} to {side}, according to two officials with knowledge of the matter.",
    "Satellite images taken {ago} show {few} {systems} at {base}, where none had been seen before.",
    "{official} denied that {country} had sent {systems} to {town}.",
    "A {system} was shot down over {town} on {day}; {side} claimed it within the hour.",
    "{side} captured {count} {systems} when it took {base} in {month} {year}.",
    "The {systems} were flown to {base} aboard Il-76 cargo planes, {person} of the Border Monitor said.",
    "{nation}-made {systems}, supplied by {country}, have been used against {town} since {month}.",
    "“They hit us with {systems} for three nights,” said {person}, who commands a brigade of {side}.",
    "Photographs posted on {day} appeared to show a damaged {system} beside the road to {town}.",
    "{country} will hand over {count} {systems} to {side} before the end of the year, {official} said.",
    "{side} has lost at least {count} {systems} since the offensive began, by the count of the Border Monitor.",
    "A convoy of {count} {systems} crossed into {country} overnight, accompanied by {nation} mercenaries.",
    "{official} would not say how many {systems} had been based at {base}, or whose they were.",
    "The drones struck {base} twice on {day}, burning two fuel trucks and a {system}.",
)
HEADLINES = (
    "Fighting resumes around {town} as talks falter",
    "{side} claims gains near {town}",
    "What the {nation} shipments mean for {town}",
    "Thousands flee {town} after a night of shelling",
    "{country} weighs more aid as winter nears",
)


def _of(words: str) -> Sequence[str]:
    return words.split(" | ")


SLOTS: dict[str, Sequence[str]] = {
    "side": _of(
        "the army | the Libyan National Army | the Government of National Accord | the Wagner Group | Hezbollah |"
        " the Houthis | the Rapid Support Forces | the Ukrainian army | the Syrian army | Islamic State | the PKK |"
        " the opposition | the junta | the military command | the Russian Defence Ministry | the Syrian opposition"
    ),
    "town": _of(
        "Tripoli | Sirte | Misrata | Tarhuna | Benghazi | Idlib | Aleppo | Marib | Hodeidah | Kharkiv | Bakhmut |"
        " Avdiivka | Kherson | El Fasher | Omdurman | Gao | Stepanakert | Mekelle | Mosul | Ouadane | Sarrana |"
        " Bir Alwan | Novoselivka | Tell Hamra"
    ),
    "base": _of(
        "Al Jufra | Al Khadim | Al-Watiya | Hmeimim | Belbek | Saky | Harar Meda | the air base | the airfield"
    ),
    "country": _of(
        "Russia | Turkey | Egypt | France | Iran | Jordan | Qatar | the United Arab Emirates | Germany |"
        " the United States | Britain | Sudan | Chad | Ethiopia | Poland | China | Saudi Arabia"
    ),
    "nation": _of("Russian | Turkish | Iranian | Chinese | American | French | Soviet | Israeli | German"),
    "capital": _of("Moscow | Ankara | Cairo | Paris | Washington | London | Berlin | Khartoum | Tunis | Amman"),
    "official": _of(
        "A Pentagon spokesman | A senior official | The defence minister | The Russian Defence Ministry |"
        " US Africa Command | A Western diplomat | The mayor | The army's spokesman | The Kremlin | NATO"
    ),
    "system": _of(
        "MiG-29 | Su-24 | Su-35 | Mi-24 helicopter | T-72 | T-90M tank | Pantsir | S-300 launcher | Leopard 2 |"
        " Bayraktar TB2 | Wing Loong II | Orlan-10 | Shahed-136 drone | Humvee | howitzer | tank | drone | Buk |"
        " helicopter gunship | BMP-2 | armoured personnel carrier | M777 howitzer | Grad rocket launcher | Kornet"
    ),
    "systems": _of(
        "MiG-29s | Su-24 bombers | fighter jets | T-72s | T-55 tanks | tanks | armoured vehicles | Pantsirs |"
        " S-400 systems | air-defence systems | Bayraktar TB2s | drones | Lancet drones | Humvees | howitzers |"
        " Grad rockets | HIMARS launchers | anti-tank missiles | Mi-8 helicopters | warplanes | Leopard 2 tanks |"
        " pick-up trucks with machine guns | Caesar howitzers | cruise missiles | patrol boats | military trucks"
    ),
    "day": _of("Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday | 14 May | March 3"),
    "ago": _of("last week | two weeks ago | in early June | earlier this month | last year | yesterday | since 2019"),
    "soon": _of("next month | on Thursday | later this year | within days"),
    "month": _of("January | March | April | June | August | September | November | December"),
    "year": _of("2011 | 2014 | 2016 | 2018 | 2019 | 2020 | 2022 | 2023"),
    "few": _of("two | three | five | seven | nine | 11 | 14 | a dozen | several"),
    "count": _of(
        "at least 14 | about 30 | more than 100 | up to 12 | dozens of | six | between 20 and 30 | a number of"
    ),
    "many": _of("23 | 41 | more than 60 | dozens | nearly 200"),
    "thousands": _of("12,000 | 40,000 | more than 100,000 | several thousand | 2.5 million"),
    "percent": _of("1.4 | 0.6 | 2 | 3.1"),
    "price": _of("62 | 71 | 84.30 | 97 | 118"),
    "ordinal": _of("second | third | fifth | sixth | ninth"),
    "person": _of(
        "Mariam Haddad | Oleh Tkachuk | Yusuf al-Amin | Anna Lindqvist | Ibrahim Diallo | Samuel Okafor |"
        " Nadia Petrova | Farid Mansour | Helen Strand | Col. Rashid Omar | Gen. Viktor Balan | Elif Demir"
    ),
}
_SLOT = re.compile(r"\{(\w+)\}")


class Press:
    """Writes articles, one after the other."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.printed = [
            line.strip()
            for path in sorted((ROOT / "tests" / "reading" / "articles").glob("*.txt"))
            for line in path.read_text("utf-8").splitlines()
            if len(line) > 100
        ]

    def article(self) -> str:
        """One article: a headline, a date line, paragraphs."""
        chance = self.chance
        dense = chance.random() < DENSE
        share = 0.6 if dense else chance.choice((0.02, 0.05, 0.1, 0.15))
        day = FIRST_DAY + datetime.timedelta(days=chance.randrange(DAYS))
        dateline = f"{chance.choice(SLOTS['capital']).upper()}, {day:%B} {day.day}, {day.year} (Northgate) - "
        lines = [self._filled(chance.choice(HEADLINES)), dateline + self._paragraph(share)]
        while sum(map(len, lines)) < SIZE:
            lines.append(chance.choice(self.printed) if chance.random() < share / 2 else self._paragraph(share))
        return "\n\n".join(lines) + "\n"

    def _paragraph(self, share: float) -> str:
        chance = self.chance
        kinds = (EQUIPMENT if chance.random() < share else ORDINARY for _ in range(chance.randint(2, 5)))
        return " ".join(self._filled(chance.choice(kind)) for kind in kinds)

    def _filled(self, wording: str) -> str:
        sentence = _SLOT.sub(lambda slot: self.chance.choice(SLOTS[slot[1]]), wording)
        return sentence[0].upper() + sentence[1:]


def write(folder: Path, articles: int, seed: int = 2020) -> list[Path]:
    """Writes the files; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    press = Press(seed)
    paths = [folder / f"{number:05}.txt" for number in range(1, articles + 1)]
    for path in paths:
        path.write_text(press.article(), "utf-8")
    return paths


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    wanted = parser.parse_args()
    written = write(wanted.folder, wanted.articles)
    print(f"{len(written)} files, {sum(path.stat().st_size for path in written):,} bytes", file=sys.stderr)
