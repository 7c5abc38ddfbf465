"""How fast dates and quantities are found, and that the time grows no faster than the text, whatever it is.

    python tests/bench/expressions.py [--runs 3] [--length 40000]

Each text is made of one fragment again and again: prose, and what is worst for a grammar that tries to go on.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

from measure import setting, table

from oob import when
from oob.reading.expressions import dates, quantities

PROSE = (
    "A spokesman said on Tuesday that at least 14 jets had reached the base in recent days, some of them repainted. "
    "The command has not said who flies them, or what they are meant to do there once the front has moved on again. "
)
FRAGMENTS = {
    "prose": PROSE,
    "digits": "1",
    "grouped digits": "1,000,",
    "digits and points": "1.",
    "digits and slashes": "1/",
    "digits and hyphens": "1-",
    "days": "3, ",
    "days joined": "3 and ",
    "months": "May and ",
    "years": "2019-",
    "weekdays": "Monday, ",
    "number words": "two hundred and ",
    "hedges": "at least about ",
    "hundreds of": "hundreds of ",
    "spaces": " ",
    "since the": "since the ",
    "quotes": "“",
    "letters": "a",
    "ago": "two ago ",
    "capitals": "JAN",
}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--length", type=int, default=40_000)
    options = parser.parse_args()
    published = when.parse("2020-05-26")
    finders: dict[str, Callable[[str], object]] = {
        "dates": lambda text: dates.find(text, published),
        "quantities": quantities.find,
    }
    rows = []
    for name, fragment in FRAGMENTS.items():
        texts = [_long(fragment, options.length * times) for times in (1, 4)]
        for finder, find in finders.items():
            short, long = (_seconds(find, text, options.runs) for text in texts)
            speed = len(texts[1]) / long / 1e6
            rows.append([f"{finder}: {name}", f"{speed:.1f} MB/s", f"{long / short:.1f}"])
    print(setting(options.runs), "\n")
    print(table(["", "speed", "times the time for 4 times the text"], rows))


def _long(fragment: str, length: int) -> str:
    return (fragment * (length // len(fragment) + 1))[:length]


def _seconds(find: Callable[[str], object], text: str, runs: int) -> float:
    """The median time of a run."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        find(text)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
