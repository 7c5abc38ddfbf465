"""What a number measures when it does not count what follows it: money, distances, calibres, times."""

from __future__ import annotations

from oob.reading.expressions.writtendates import compiled

UNITS = {
    "percent": "a share of a hundred",
    "share": "a fraction: half, two-thirds",
    "money": "an amount of money",
    "distance": "a length, a height, a range",
    "calibre": "the width of a barrel",
    "speed": "kilometres an hour, knots",
    "area": "square kilometres, hectares",
    "time": "a length of time, or a time of day",
    "age": "how old somebody or something is",
    "weight": "kilograms, tonnes, pounds",
    "volume": "litres, barrels of oil",
    "power": "horsepower, watts, hertz, degrees",
    "times": "how often",
    "ordinal": "a place in an order",
    "year": "a year or a decade",
    "date": "a day of a month",
    "designator": "part of a name: Resolution 1970, section 3, 9/11",
    "attribute": "part of an adjective: two-seat, 20-round",
    "decimal": "a number that is not whole, of nothing that is known here",
    "unknown": "many, few, an unknown number of",
}
"""What may be said of a number that is no count."""

_MILLIONS = r"(?:(?:~|-)?(?:million|billion|trillion|bn|mn|m)\b)?"
_CURRENCY = (
    r"(?:U\.?S\.?~|Libyan~|Syrian~|Turkish~)?(?:dollars?|euros?|USD|EUR|GBP|pounds~sterling|lira|roubles?|rubles?|dinars?"
    r"|riyals?|dirhams?|cents|yuan|francs?|hryvnias?|hryvnia|shekels?)\b"
)
_AFTER = {
    "percent": r"[ \u00a0]?%|(?:~|-)(?:per~?cent|pct|percentage~points?)\b",
    "money": rf"{_MILLIONS}(?:~|-)?{_CURRENCY}",
    "calibre": r"(?:~|-)?(?:mm|millimet(?:re|er)s?)\b|(?:~|-)cal(?:ib(?:re|er))?\b",
    "speed": r"(?:~|-)?(?:km/h|kmh|kph|mph|knots?|(?:kilomet(?:re|er)s|miles)~(?:an|per)~hour)\b",
    "area": r"(?:~|-)(?:square(?:~|-)|sq\.?~)(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?)\b|(?:~|-)hectares?\b"
    r"|~?km²",
    "distance": r"(?:~|-)?(?:km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|m|cm|centimet(?:re|er)s?|nm"
    r"|nautical(?:~|-)miles?|feet|foot|ft|yards?|inch|inches)\b",
    "age": r"(?:~|-)(?:years?|months?)(?:~|-)(?:old|olds|of~age)\b",
    "time": r"(?:~|-)?(?:(?:consecutive|straight|long|more|full)~)?(?:hours?|hrs?|minutes?|mins?|seconds?|secs?|days?"
    r"|nights?|weeks?|months?|years?|decades?|century|centuries|weekends?|a\.m\.|p\.m\.|am|pm|GMT|UTC|local~time|o['’]clock)(?!\w)(?!-)",
    "weight": r"(?:~|-)?(?:(?:metric~)?tons?|kg|kgs|kilograms?|kilogrammes?|kilos?|tonnes?|lbs?|pounds?"
    r"|grams?|kilotons?|megatons?)\b",
    "volume": r"(?:~|-)(?:lit(?:re|er)s?|gallons?|barrels?~(?:per|a|of~(?:crude~)?oil|of~crude)|bpd)\b",
    "power": r"(?:~|-)?(?:hp|horsepower|kW|MW|GW|watts?|volts?|MHz|GHz|kHz|degrees?|°C|°F|°)(?!\w)",
    "times": r"~(?:separate~)?times\b",
}
_MEASURE = compiled(rf"(?:~of)?(?:{'|'.join(f'(?P<{unit}>{after})' for unit, after in _AFTER.items())})")
_CURRENCY_BEFORE = compiled(r"(?:[$€£¥₺₽₴]|\b(?:USD|EUR|GBP)~?)$")
_AMOUNT = compiled(r"(?:~|-)?(?:million|billion|trillion|bn|mn|m|k)\b")
_ATTRIBUTE = compiled(r"-(?!strong\b)[A-Za-z]+")


def measured(text: str, at: int, end: int) -> tuple[str, int, int]:
    """What the number from `at` to `end` measures, and where that starts and ends; blank for a count."""
    currency = _CURRENCY_BEFORE.search(text[max(0, at - 5) : at])
    if currency:
        amount = _AMOUNT.match(text, end)
        return "money", at - len(currency[0]), amount.end() if amount else end
    found = _MEASURE.match(text, end)
    if found is not None and found.lastgroup is not None:
        return found.lastgroup, at, found.end()
    attribute = _ATTRIBUTE.match(text, end)
    return ("attribute", at, attribute.end()) if attribute else ("", at, end)
