"""The head of a report's text: its title, its authors, who published it and when, as far as the text says so."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from oob.reading.documents.characters import line
from oob.reading.documents.wrapping import ends_sentence

_LINES = 8
"""Lines before the first paragraph of prose in which a date or a name is looked for."""
_PROSE = 100
"""Characters from which a line that ends in a full stop is a paragraph of prose."""
_LONGEST_TITLE = 160


@dataclass(slots=True)
class Stated:
    """What a document says of itself; filled from the surest place down."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    dated_by: str | None = None
    url: str | None = None
    notes: list[str] = field(default_factory=list)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# fmt: off
_MONTHS: Final = {
    short: number
    for number, forms in enumerate((
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sept sep", "october oct", "november nov", "december dec",
    ), 1)
    for short in forms.split()
}
_AGENCIES: Final = frozenset(map(str.lower, (
    "AA", "AFP", "AGI", "Agence France-Presse", "Agencies", "Al Arabiya", "Al Jazeera", "Al-Masdar News", "ANI", "ANSA",
    "Anadolu", "Anadolu Agency", "AP", "Asharq Al-Awsat", "Associated Press", "The Associated Press", "BBC", "BBC News",
    "Bloomberg", "CBS News", "CNN", "DPA", "DW", "EFE", "Fars", "France 24", "Interfax",
    "Interfax-Ukraine", "IRNA", "Kyodo", "KUNA", "LANA", "MENA", "NPR", "PTI", "Reuters", "RFE/RL", "RIA",
    "RIA Novosti", "Rudaw", "SANA", "SABA", "SPA", "Sputnik", "SUNA", "TASS", "Tasnim", "Ukrinform", "UNIAN", "UPI",
    "VOA", "WAM", "Xinhua", "Yonhap", "Thomson Reuters Foundation",
)))
# fmt: on
"""Agencies and broadcasters that sign the date lines of other people's pages."""
_MONTH: Final = "(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAYS: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{1,3})?"
_DATE: Final = re.compile(
    _DAYS + r"(?:(?P<iso>[12][0-9]{3}-[01][0-9]-[0-3][0-9])(?![0-9-])"
    r"|(?P<iso_month>(?:19|20)[0-9]{2}-[01][0-9])(?![0-9-])"
    r"|(?P<basic>(?:19|20)[0-9]{2}[01][0-9][0-3][0-9])(?![0-9])"
    r"|(?P<slashed>(?:19|20)[0-9]{2})[/.](?P<m0>[0-9]{1,2})[/.](?P<d0>[0-9]{1,2})(?![0-9])"
    r"|(?P<d1>[0-3]?[0-9])(?:st|nd|rd|th)?[\s-]{1,2}(?:of\s)?"
    + _MONTH.format("month1")
    + r",?[\s-]{1,2}(?P<y1>[12][0-9]{3})\b"
    r"|" + _MONTH.format("month2") + r"\s{1,2}(?P<d2>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s{1,2}(?P<y2>[12][0-9]{3})\b"
    r"|" + _MONTH.format("month3") + r",?\s{1,2}(?P<y3>[12][0-9]{3})\b"
    r"|(?P<n1>[0-3]?[0-9])(?P<mark>[./-])(?P<n2>[0-3]?[0-9])(?P=mark)(?P<y4>(?:19|20)[0-9]{2})\b)",
    re.IGNORECASE,
)
_YEARLESS: Final = re.compile(
    _DAYS + "(?:[0-3]?[0-9] " + _MONTH.format("a") + "|" + _MONTH.format("b") + r" [0-3]?[0-9])(?![0-9])", re.IGNORECASE
)
_TIME: Final = re.compile(
    r"[\s,|@\u00b7\u2022T-]*(?:at\s)?(?:(?:[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?|[0-9]{1,2}(?=\s?[ap]\.?m))"
    r"[\s,]?(?:[ap]\.?m\.?)?(?:\s?\(?[A-Z]{1,5}(?:[+-][0-9:]{1,5})?\)?)?)?[\s.|,\u00b7\u2022]*",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?P<later>(?:last\s)?(?:updated|modified|edited))?(?:(?:first\s)?(?:published|posted|issued|released)|publication\sdate"
    r"|date\sof\spublication|date|dated|release\sdate)?(?:\s(?:on|at))?\s*(?::\s*)?",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(r"(?:by|written by|reported by|story by|authors?:)\s{1,3}(?=\S)", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[|\u2022\u00b7\n]|\s{3,}")
_DASH: Final = r"\s{0,3}(?:[\u2010-\u2015-]{1,3}|:)\s"
# TRIPOLI, Libya, May 26, 2020 (Reuters) - / MOSCOW, May 26. /TASS/. / KYIV (AP) --
_DATELINE: Final = re.compile(
    r"\s{0,5}(?P<lead>[^()\n]{0,80}?)"
    r"(?:\((?P<agency>[A-Z][\w.&' /-]{1,38})\)|(?<!\S)/(?P<slashed>[A-Z][\w.&' -]{1,38})/)"
    r"(?:" + _DASH + r"|\.\s|(?=[A-Z\u201c\"]))"
)
# CNN - / Damascus, SANA -
_BARE: Final = re.compile(
    r"\s{0,5}(?:[A-Z]\w{1,20},\s)?(?P<agency>[A-Z][\w.&' /]{1,28}?)\s{0,3}[\u2010-\u2015-]{1,2}\s"
)
_INLINE: Final = re.compile(
    r"\s{0,5}date:?\s{1,3}(?P<date>[12][0-9]{3}-[01][0-9]-[0-3][0-9])\s{1,3}"
    r"(?:\(?(?P<agency>[A-Z][\w.&' -]{1,38})\)\s?[\u2012-\u2015-])?"
)
_NAME_WORD: Final = re.compile(r"(?:[A-Z\u00c0-\u00de\u0100-\u017f][\w'\u2019.-]*|al-[A-Z]\w*|el-[A-Z]\w*)$")
_PARTICLES: Final = _words("de da di del della den der van von bin bint ibn al el le la ten ter zu dos du y e abu")
_NO_NAMES: Final = _words("the a an this that monday tuesday wednesday thursday friday saturday sunday today yesterday")
_ROLES: Final = _words(
    "staff correspondent correspondents writer writers reporter reporters editor editors desk bureau team contributor"
    " contributors agencies analyst author news press times post newsroom"
)


def day(text: str) -> str | None:
    """The EDTF of a date that a text begins with: 2020-05-26, May 2020, 26 May 2020, May 26, 2020; else None.

    05/06/2020 is one of two days, and says so: [2020-05-06,2020-06-05].
    """
    found = _DATE.match(text)
    return _edtf(found) if found else None


def _edtf(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    if part["iso"]:
        return _valid(*part["iso"].split("-"))
    if part["basic"]:
        return _valid(part["basic"][:4], part["basic"][4:6], part["basic"][6:])
    if part["slashed"]:
        return _valid(part["slashed"], part["m0"], part["d0"])
    if part["iso_month"]:
        return part["iso_month"] if _valid(part["iso_month"][:4], part["iso_month"][5:], "1") else None
    if part["month3"]:
        return (_valid(part["y3"], str(_MONTHS[part["month3"].lower()]), "1") or "")[:7] or None
    for number in ("1", "2"):
        if part["month" + number]:
            month = _MONTHS[part["month" + number].lower()]
            return _valid(part["y" + number], str(month), part["d" + number])
    first, second, year = part["n1"], part["n2"], part["y4"]
    european = _valid(year, second, first)
    american = None if part["mark"] == "." else _valid(year, first, second)
    if european and american and european != american:
        return f"[{min(european, american)},{max(european, american)}]"
    return european or american


def _valid(year: str, month: str, day_: str) -> str | None:
    try:
        return datetime.date(int(year), int(month), int(day_)).isoformat() if int(year) >= 1900 else None
    except ValueError:
        return None


def stated(lines: Sequence[str]) -> Stated:
    """What the first lines of a text say of the report; nothing is taken out of the text."""
    out = Stated()
    head = list(_head(lines))
    for number, text in enumerate(head):
        pieces = [piece.strip() for piece in _BETWEEN.split(text)] if len(text) <= 200 else []
        if number == 0 and _is_title(text.strip(), pieces, lines[1:_LINES]):
            # "Drones cross the border | 26 May 2020": what says when or who is no part of the title.
            out.title = line(text if not any(map(_says, pieces)) else pieces[0])
        else:
            _read_date_line(text, out)
        for piece in pieces:
            _read_piece(piece, out)
    if out.published:
        out.dated_by = "the date line of the text"
        out.notes.clear()  # they tell why no date was found
    return out


def _head(lines: Sequence[str]) -> Iterator[str]:
    """The lines up to the first paragraph of prose, and its beginning."""
    for text in lines[:_LINES]:
        yield text[:400]
        if len(text) >= _PROSE and (ends_sentence(text) or len(text) > 300):
            return


def _is_title(text: str, pieces: Sequence[str], following: Sequence[str]) -> bool:
    """Whether a first line is short, is no sentence, begins with neither when nor who, and prose comes after it."""
    if not text[:1].isalnum() and text[:1] not in "\"'\u201c\u2018\u00ab(":
        return False
    if len(text) > _LONGEST_TITLE or len(text.split()) < 2 or not pieces:
        return False
    if text.endswith((",", ";", "-", "\u2014", "\u2013")) or (ends_sentence(text) and not text.endswith("?")):
        return False
    found = Stated()
    _read_date_line(text, found)
    if found != Stated() or _says(pieces[0]):
        return False
    return any(len(each) >= _PROSE and ends_sentence(each) for each in following)


def _says(piece: str) -> bool:
    """Whether a part of a line says when or by whom."""
    found = Stated()
    _read_piece(piece, found)
    return found != Stated()


def _read_date_line(text: str, out: Stated) -> None:
    """The place, day and agency before the first word of a report."""
    found = _INLINE.match(text)
    if found:
        out.published = out.published or day(found["date"])
        out.publisher = out.publisher or line(found["agency"] or "")
        return
    found = _DATELINE.match(text)
    if found is None:
        bare = _BARE.match(text)
        if bare and bare["agency"].lower() in _AGENCIES:
            out.publisher = out.publisher or line(bare["agency"])
        return
    agency = found["agency"] or found["slashed"]
    known = agency.lower() in _AGENCIES
    on = _DATE.search(found["lead"])
    yearless = None if on else _YEARLESS.search(found["lead"])
    date = on or yearless
    place = (found["lead"][: date.start()] + found["lead"][date.end() :] if date else found["lead"]).strip(" \t.,-/")
    # Otherwise "The Libyan National Army (LNA) - " would be a place and its agency.
    if not (known or (found["agency"] and (date or (place.isupper() and len(place) > 3)))) or not _is_place(place):
        return
    out.publisher = out.publisher or line(agency)
    if on:
        out.published = out.published or _edtf(on)
    elif yearless:
        out.notes.append(f"the date line says '{line(yearless[0])}' without a year")


def _is_place(text: str) -> bool:
    """Whether the words before an agency can be a town, its country, or several: few, with capitals."""
    words = re.findall(r"[^\W\d_][\w'\u2019-]*", text)
    return len(words) <= 6 and all(word[0].isupper() or word in _PARTICLES or word in ("of", "and") for word in words)


def _read_piece(text: str, out: Stated) -> None:
    """A line, or a part of one, that is nothing but a date or a byline."""
    if not text or len(text) > 150:
        return
    if text.lower() in _AGENCIES:
        out.publisher = out.publisher or line(text)
        return
    label = _LABEL.match(text)
    start = label.end() if label else 0
    timed = _TIME.match(text, start) if label and label[0] else None
    on = _DATE.match(text, start) or (_DATE.match(text, timed.end()) if timed else None)
    if on:
        rest = _TIME.match(text, on.end())
        # "Published 26 May 2020, updated 27 May 2020": the label is what makes the rest welcome.
        labelled = label is not None and label[0].strip() and len(text) < 100
        if not labelled and (rest is None or rest.end() < len(text)):
            return
        if label and label["later"]:
            out.notes.append(f"the text was changed on {_edtf(on)}; it does not say there when it was published")
        else:
            out.published = out.published or _edtf(on)
    byline = _BYLINE.search(text, on.end()) if on else _BYLINE.match(text)
    if byline and not out.authors:
        authors, publisher = _names(text[byline.end() :])
        out.authors = authors
        out.publisher = out.publisher or publisher


def _names(text: str) -> tuple[tuple[str, ...], str | None]:
    """The people of a byline and the house they write for; nothing where any part of it is neither."""
    text = re.sub(r"\s(?:in|from|at)\s[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?", "", re.split("[(/]", text, maxsplit=1)[0])
    people: list[str] = []
    house = None
    for part in re.split(r",|;|&|\s(?:and|with|for|of)\s", text):
        name = part.strip(" .\t")
        words = name.split()
        signed = next((n for n in (1, 2, 3) if len(words) > n and " ".join(words[-n:]).lower() in _AGENCIES), 0)
        if signed:  # "JANE ROE Associated Press"
            house = house or " ".join(words[-signed:])
            words = words[:-signed]
            name = " ".join(words)
        if not words:
            continue
        if name.lower() in _AGENCIES:
            house = house or name
        elif words[-1].lower() in _ROLES:
            # "Associated Press Writer", "Reuters Staff": the house, if it is one, stands before the role.
            before = " ".join(words[:-1])
            house = house or (before if before.lower() in _AGENCIES else None)
        elif _is_name(words):
            people.append(name)
        else:
            return (), None
    return tuple(people), house


def _is_name(words: Sequence[str]) -> bool:
    """Whether words are the name of a person: two to six of them, capitals but for particles."""
    if not 2 <= len(words) <= 6 or words[0].lower() in _NO_NAMES:
        return False
    return all(_NAME_WORD.match(word) or word.lower() in _PARTICLES for word in words)


def _is_person(words: Sequence[str]) -> bool:
    return _is_name(words) and words[-1].lower() not in _ROLES


def people(text: str) -> tuple[str, ...]:
    """The people named in the author field of a page: "Jane Roe and John Doe, CNN"."""
    text = _BYLINE.sub("", text.strip(), count=1)
    parts = [part.strip(" .\t") for part in re.split(r",|;|&|\||\s(?:and|with)\s", text)]
    return tuple(dict.fromkeys(part for part in parts if part.lower() not in _AGENCIES and _is_person(part.split())))
