"""Days, weeks, months, seasons and years named by where they stand from the publication: last week, two years ago."""

from __future__ import annotations

import re
from datetime import date as Day

from oob.reading.expressions.calendardates import Core, Meaning, Place, calendar, joined
from oob.reading.expressions.reference import Reference, Stretch
from oob.reading.expressions.writtendates import DAY, JOINT, MONTH, MONTHS, YEAR, compiled

# Days

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = "(?:" + "|".join(f"{name.title()}|{name.upper()}" for name in WEEKDAYS) + r")\b"
_OF_DAY = r"(?:~(?:early~|late~)?(?:morning|afternoon|evening|night)\b)?"
_DAY_OF_WEEK = compiled(rf"({_WEEKDAY}){_OF_DAY}")
_OF_WEEK = compiled(r",?~(?:of~)?(?:the~)?(last|previous|this|next)~week\b")
_THEN_DATE = compiled(
    rf"(?:,?~\(?(?:the~)?)(?={DAY}(?:~of)?~{MONTH}|{MONTH}~(?:the~)?{DAY}|[0-9]+[-/.][0-9]+[-/.][0-9])"
)
NEAR_DAYS = {"yesterday": 1, "today": 0, "tonight": 0, "tomorrow": -1}
_NEAR_DAY = compiled(rf"([Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\b{_OF_DAY}")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n“\"‘(—–-])\s*$")


def weekday(place: Place) -> Core | None:
    """Tuesday; Monday and Tuesday; Thursday last week; Tuesday, 26 May."""
    text, at = place.text, place.at
    numbers: list[int] = []
    joints: list[str] = []
    end = at
    while len(numbers) < len(WEEKDAYS) and (found := _DAY_OF_WEEK.match(text, at)):
        numbers.append(WEEKDAYS.index(found[1].lower()))
        end = found.end()
        dated = _THEN_DATE.match(text, end)
        exact = dated and calendar(Place(text, dated.end(), place.now, place.floor))
        if exact:
            return Core(place.at, exact.end, exact.meaning)
        joint = JOINT.match(text, end)
        if not joint:
            break
        joints.append(joint[1])
        at = joint.end()
    if not numbers:
        return None
    of_week = _OF_WEEK.match(text, end)
    weeks_back = {"this": 0, "next": -1}.get(of_week[1], 1) if of_week else None
    meaning = _weekdays(place, numbers, joints[: len(numbers) - 1], weeks_back)
    return Core(place.at, of_week.end() if of_week else end, meaning)


def _weekdays(place: Place, numbers: list[int], joints: list[str], weeks_back: int | None) -> Meaning:
    found = [place.now.weekday(number, weeks_back=weeks_back, ahead=place.to_come) for number in numbers]
    dates = [stretch.first for stretch in found if stretch]
    if len(dates) < len(numbers):
        return None
    if len(set(dates)) < len(dates):
        return found[0]
    if len(dates) == 2 and dates[1] < dates[0]:
        dates[0] = Day.fromordinal(Day.fromisoformat(dates[0][:10]).toordinal() - 7).isoformat() + dates[0][10:]
    between = place.after_between
    return joined(dates, joints, between=between)


def near_day(place: Place) -> Core | None:
    """Yesterday, today, tomorrow; not the outlets Russia Today and USA Today."""
    found = _NEAR_DAY.match(place.text, place.at)
    if not found or (found[1][0].isupper() and not _SENTENCE_START.search(place.before(4))):
        return None
    near = NEAR_DAYS[found[1].lower()]
    beyond = {1: "the day before ", -1: "the day after "}.get(near)
    if beyond is not None and place.before(len(beyond)).lower() == beyond:
        return Core(place.at - len(beyond), found.end(), place.now.day(2 * near))
    return Core(place.at, found.end(), place.now.day(near))


OF_MORNING = ("dawn", "daybreak", "midnight", "morning")
_SINCE = re.compile(r"\b[Ss]ince (?:the |this )?(?:early )?(?:hours of (?:the |this )?)?$")


def since_morning(place: Place) -> Core | None:
    """Since dawn, since the early hours of the morning: what happened on the day on which the text tells of it."""
    found = _SINCE.search(place.before(32))
    word = next((each for each in OF_MORNING if place.text.startswith(each, place.at)), None)
    if found is None or word is None:
        return None
    return Core(place.at - len(found[0]), place.at + len(word), place.now.day(0))


_OVERNIGHT = compiled(r"[Oo]vernight\b(?:(?:~(?:into|to|on|from))?~(?=[A-Z0-9]))?")


def overnight(place: Place) -> Core | None:
    """The night that led to the day of publication, or to the day that is named: overnight into Tuesday."""
    found = _OVERNIGHT.match(place.text, place.at)
    if found is None:
        return None
    named = place._replace(at=found.end())
    day = weekday(named) or calendar(named)
    if day is not None and day.meaning is not None:
        return Core(place.at, day.end, day.meaning)
    return Core(place.at, place.at + len("overnight"), place.now.past_days(1))


# Weeks, months, seasons and years, seen from the publication

_UNIT = "hour|day|night|weekend|week|month|year|decade"
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH_NAME = "|".join(map(str.title, MONTHS))
_WHICH = compiled(
    r"([Ll]ast|[Pp]ast|[Pp]revious|[Pp]reviously~this|[Tt]his(?:~(?:past|coming))?|[Nn]ext|[Cc]oming)~"
    rf"(?:({_UNIT}|morning|afternoon|evening|spring|summer|autumn|fall|winter)\b|({_WEEKDAY})|({_MONTH_NAME})\b)"
)
_SEVERAL = compiled(
    rf"([Ll]ast|[Pp]ast|[Pp]revious|[Pp]receding|[Nn]ext|[Cc]oming|[Rr]ecent)~(?:([0-9]{{1,3}}|[a-z]{{2,9}}|couple~of)~)?({_UNIT})s\b"
)
# fmt: off
_CARDINALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)
# fmt: on
_NUMBERS = {word: number for number, word in enumerate(_CARDINALS, 1)}
_NUMBERS |= {"a": 1, "an": 1, "couple of": 2, "few": 3, "several": 3, "some": 3, "many": 3}
_VAGUE = frozenset({"few", "several", "some", "many"})


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower())


_OF_STORY = ("day", "night", "morning", "evening", "afternoon")
_OF_A_TIME = compiled(rf"~of~(?:the~)?(?:{_MONTH_NAME}|{YEAR}|month|year)\b")
"""What makes "the last week" a part of something else: of May, of the year."""


def which(place: Place) -> Core | None:
    """Last week, this month, next year, last Tuesday, last May, this summer; not the last week of May."""
    found = _WHICH.match(place.text, place.at)
    if not found or _OF_A_TIME.match(place.text, found.end()):
        return None
    if found[2] in _OF_STORY and found[1].lower() in ("next", "previous") and place.before(4).lower() == "the ":
        return None  # the next day: that of the story, not tomorrow
    which, unit, weekday, month = found.groups()
    which = re.split(r"\s", which.lower())[-1]
    if weekday:
        meaning = _which_weekday(place, which, WEEKDAYS.index(weekday.lower()))
    elif month:
        meaning = _which_month(place, which, MONTHS.index(month.lower()) + 1)
    else:
        meaning = _which_unit(place, which, unit)
    return Core(place.at, found.end(), meaning)


def _which_weekday(place: Place, which: str, number: int) -> Meaning:
    if which in ("next", "coming"):
        return place.now.weekday(number, ahead=True)
    return place.now.weekday(number, weeks_back=1 if which in ("last", "previous") else None)


def _which_month(place: Place, which: str, month: int) -> Meaning:
    year = place.now.year_of_month(month, before=which in ("last", "past", "previous"))
    if which in ("next", "coming") and year is not None:
        year += 1
    if which == "this":
        year = place.now.year_number()
    return Stretch.of(f"{year}-{month:02}") if year else None


def _which_unit(place: Place, which: str, unit: str) -> Meaning:
    now = place.now
    if unit in SEASONS:
        known = {"past": "last", "previous": "last", "coming": "next"}.get(which, which)
        year = now.season_year(SEASONS[unit], known)
        return Stretch.of(f"{year}-{SEASONS[unit]}") if year else None
    if which == "past":
        return _past(now, 1, unit, vague=False)
    back = {"this": 0, "next": -1, "coming": -1}.get(which, 1)
    match unit:
        case "week":
            return now.week(back, whole=place.to_come)
        case "weekend":
            return now.weekend(back if back < 0 else 0)
        case "month":
            return now.month(back)
        case "year":
            return now.year(back)
        case "decade":
            year = now.year_number(10 * back)
            return Stretch.of(f"{year // 10}X") if year else None
        case "hour":
            return now.day(0)
        case _:
            return now.day(back)


def several(place: Place) -> Core | None:
    """The past two years, the last 24 hours, recent days, the coming weeks."""
    found = _SEVERAL.match(place.text, place.at)
    if not found or _OF_A_TIME.match(place.text, found.end()):
        return None
    which, number, unit = found[1].lower(), re.sub(r"\s+", " ", found[2] or "few"), found[3]
    many = _number(number)
    if not many:
        return None
    if which in ("next", "coming"):
        return Core(place.at, found.end(), _coming(place.now, unit))
    return Core(place.at, found.end(), _past(place.now, many, unit, vague=number in _VAGUE))


def _past(now: Reference, many: int, unit: str, *, vague: bool) -> Meaning:
    """The time up to the publication."""
    mark = "~" if vague else ""
    match unit:
        case "hour" | "day" | "night" | "week" | "weekend" if vague:
            return now.recent()
        case "hour":
            return now.past_days(-(-many // 24))
        case "day" | "night":
            return now.past_days(many)
        case "week" | "weekend":
            return now.past_days(7 * many)
        case "month":
            return now.past_months(many, mark)
        case _:
            return now.past_months(12 * many * (10 if unit == "decade" else 1), mark)


def _coming(now: Reference, unit: str) -> Meaning:
    """What is to come, as far as it is sure to be soon."""
    if unit in ("hour", "day", "week", "night", "weekend"):
        return now.month(0, "~")
    return now.year(0, "~")


_IN_HOURS = compiled(r"[Ww]ithin~([1-9][0-9])~hours\b(?!~(?:of|after|before|from)\b)")


def in_hours(place: Place) -> Core | None:
    """Of a summary: within 24 hours, which end with its publication."""
    found = _IN_HOURS.match(place.text, place.at)
    return found and Core(place.at, found.end(), _past(place.now, int(found[1]), "hour", vague=False))


_BEFORE_LAST = compiled(rf"\b({_UNIT}|spring|summer|autumn|fall|winter)~before~$")


def before_last(place: Place) -> Core | None:
    """The week before last, the winter before last."""
    found = _BEFORE_LAST.search(place.before(20))
    if found is None or _WHICH.match(place.text, place.at):
        return None  # the week before last Tuesday's raid
    unit, start = found[1], place.at - len(found[0])
    if unit in SEASONS:
        year = place.now.season_year(SEASONS[unit], "last")
        return Core(start, place.at + len("last"), Stretch.of(f"{year - 1}-{SEASONS[unit]}") if year else None)
    return Core(start, place.at + len("last"), _before_last(place.now, unit))


def _before_last(now: Reference, unit: str) -> Meaning:
    match unit:
        case "week":
            return now.week(2)
        case "month":
            return now.month(2)
        case "year":
            return now.year(2)
        case "night" | "day":
            return now.day(2)
        case _:
            return None


_WITHIN = compiled(
    r"([Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle|[Cc]ourse|[Rr]est|[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate)~(?:of|in)~the~(week|month|year|day)\b"
)


def within(place: Place) -> Core | None:
    """The beginning of the year, earlier in the week."""
    found = _WITHIN.match(place.text, place.at)
    if not found:
        return None
    whole = _which_unit(place, "this", found[2])
    meaning = whole.part(found[1].lower()) if isinstance(whole, Stretch) else whole
    return Core(place.at, found.end(), meaning)


_WEEKEND = compiled(r"weekend\b")
_WEEKEND_BEFORE = compiled(r"\b(?:[Oo]ver|[Aa]t|[Oo]n|[Dd]uring|[Ss]ince|[Bb]y|[Tt]hroughout)~the~$")


def weekend(place: Place) -> Core | None:
    if not _WEEKEND.match(place.text, place.at) or not _WEEKEND_BEFORE.search(place.before(20)):
        return None
    return Core(place.at, place.at + len("weekend"), place.now.weekend())


_RECENTLY = re.compile(r"(?:[Rr]ecently|[Ll]ately)\b")


def recently(place: Place) -> Core | None:
    found = _RECENTLY.match(place.text, place.at)
    return found and Core(place.at, found.end(), place.now.recent())


_SEASON = compiled(
    rf"([Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:~of)?,?~({YEAR})(?:[-\u2010-\u2015/](?:[0-9]{{4}}|[0-9]{{2}})\b)?"
)
_SEASON_THEN = compiled(r"([Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:,?~(?:of~)?(last|this|next)~year\b)?")
_SEASON_BEFORE = compiled(
    r"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Ss]ince|[Bb]y|[Ll]ate|[Ee]arly|[Uu]ntil)~(?:the~)?(?:late~|early~)?$"
)


def season(place: Place) -> Core | None:
    """Summer 2019, the summer of 2019, winter 2019-2020, in the spring, in spring last year."""
    found = _SEASON.match(place.text, place.at)
    if found:
        return Core(place.at, found.end(), Stretch.of(f"{found[2]}-{SEASONS[found[1].lower()]}"))
    found = _SEASON_THEN.match(place.text, place.at)
    if not found:
        return None
    number, which = SEASONS[found[1].lower()], found[2]
    if which:
        year = place.now.year_number({"last": 1, "this": 0}.get(which, -1))
    elif (
        found[1].lower() != "fall" and _SEASON_BEFORE.search(place.before(20)) and _ENDS.match(place.text, found.end())
    ):
        year = place.now.season_year(number, "next" if place.to_come else "begun")
    else:
        return None
    return Core(place.at, found.end(), Stretch.of(f"{year}-{number}") if year else None)


_ENDS = re.compile(r"\s*(?:[.,;:)]|$|\s(?:and|but|when|with|as|by|the|a|after|to)\b)")

_AGO_BEFORE = compiled(
    rf"(?:\b(?:([0-9]{{1,3}}|[Aa]n?|[Oo]ne|[A-Za-z]{{2,9}}|[Cc]ouple~of)(?:~|-))?)\b({_UNIT}|minute)s?~$"
)
_YEARS_AND_A_HALF = compiled(r"\b(?:([Aa])~year~and~a~half|([0-9]{1,2}|[A-Za-z]{3,7})~and~a~half~years)~$")
_AGO_HEDGE = compiled(
    r"\b(?:[Aa]bout|[Aa]round|[Nn]early|[Aa]lmost|[Ss]ome|[Rr]oughly|[Oo]ver|[Mm]ore~than|[Jj]ust|[Aa]t~least|[Aa]~(?=couple|few)|[Aa]~$)~?$"
)


_VAGUELY = compiled(r"\b(?:[Aa]~(?:short~|long~|little~)?while|[Ss]ome~time|[Aa]~long~time)~$")


def ago(place: Place) -> Core | None:
    """Three days ago, a year ago, months ago, a while ago."""
    before = place.before()
    halves = _YEARS_AND_A_HALF.search(before)
    years = halves and _number(halves[1] or halves[2])
    if halves and years:
        return Core(place.at - len(halves[0]), place.at + len("ago"), place.now.month(12 * years + 6, "~"))
    found = _AGO_BEFORE.search(before)
    if not found:
        vague = _VAGUELY.search(before)
        return Core(place.at - len(vague[0]), place.at + len("ago"), None) if vague else None
    word, unit = re.sub(r"\s+", " ", (found[1] or "few").lower()), found[2]
    many = _number(word)
    start = found.start() if many else found.start(2)
    hedge = _AGO_HEDGE.search(before[:start])
    start = place.at - len(before) + (hedge.start() if hedge else start)
    meaning = _past_point(place.now, many or 3, unit, vague=not many or word in _VAGUE)
    return Core(start, place.at + len("ago"), meaning)


def _past_point(now: Reference, many: int, unit: str, *, vague: bool) -> Meaning:
    match unit:
        case "minute":
            return now.day(0)
        case "hour":
            return now.day(0 if vague else many // 24)
        case "day" | "night":
            return now.recent() if vague else now.day(many)
        case "week" | "weekend":
            found = now.day(7 * many)
            if vague and found:
                return Stretch.of(f"{found.first[:7]}~")
            return Stretch.of(f"{found.first.rstrip('~')}~") if found else None
        case "month":
            return now.month(many, "~")
        case "year" if many == 1:
            return now.month(12, "~")
        case "year":
            return now.year(many, "~")
        case _:
            return None
