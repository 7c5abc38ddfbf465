"""How the time of reading grows with the length of a text that means no good: four times the text, four times the time.

    python tests/bench/linear.py [--length 250000] [--runs 1] [--only WORDS]

Each text is one fragment again and again, as one line, that is one paragraph, unless the fragment ends it: no full
stops, nothing but marks, names, numbers, brackets that nobody closes. What takes over six times the time is told below.
"""

from __future__ import annotations

import argparse
import datetime
import statistics
import sys
import time

from measure import setting, table
from reading import knowledge

from oob.reading import documents
from oob.reading.drafts import draft
from oob.reading.knowledge import Knowledge

FRAGMENTS = {
    "no full stop": "the army said that fighters had reached the town and ",
    "no spaces": "a",
    "line breaks": "a\n",
    "apostrophes": "a'",
    "hyphens": "a-",
    "full stops": ".",
    "initials": "a. b. ",
    "commas": ",",
    "brackets": "(",
    "closed brackets": "(a) ",
    "dashes": "— ",
    "opening quotes": "“",
    "straight quotes": '"',
    "nested quotes": "he said “we said “",
    "quoted words": '"tank" ',
    "words between commas": "tank, ",
    "names": "MiG-29 ",
    "names of forces": "Russian ",
    "names joined": "Turkey and Russia and ",
    "names listed": "Russian T-72 tanks, ",
    "people": "Ivan Petrov ",
    "places": "in Libya ",
    "places of no catalogue": "near Kassanga ",
    "unknown types": "T-99 tanks ",
    "unknown names": "three T-99s ",
    "known and unknown": "MiG-29s, T-99 tanks ",
    "numbers": "14 ",
    "numbers of tanks": "14 tanks ",
    "numbers at": "strikes at 5, ",
    "dates": "on Tuesday ",
    "of": "the tank of the army of ",
    "which": "a tank that hit ",
    "whose": "Russia, whose tanks ",
    "including": "including tanks ",
    "other names": "tanks (T-72, ",
    "verbs": "said ",
    "he said": "he said that ",
    "according to": "according to officials ",
    "infinitives": "to send ",
    "participles": "supplied by Russia ",
    "gerunds": "sending tanks ",
    "pronouns": "it was hit and ",
    "a ministry": "the ministry of defence of Armenia ",
    "sentences": "Russia sent 14 tanks to Libya. ",
    "quoted sentences": "“Russia sent 14 tanks to Libya,” he said. ",
    "general words": "The planes and mines were destroyed near fighters. ",
    "paragraphs": "Russia sent 14 tanks to Libya, he said.\n",
}
LINEAR = 6.0
"""Times the time for four times the text: above the noise of a busy machine, well below the sixteen of a square."""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--length", type=int, default=250_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--only", default="", help="names of texts, with commas between")
    wanted = parser.parse_args()
    known = knowledge()
    _seconds("A T-72. ", 1000, known)
    rows, worse = [], []
    for name, fragment in FRAGMENTS.items():
        if wanted.only and name not in wanted.only.split(","):
            continue
        turns = [[_seconds(fragment, wanted.length * times, known) for times in (1, 4)] for _ in range(wanted.runs)]
        factor = statistics.median(long / short for short, long in turns)
        long = statistics.median(turn[1] for turn in turns)
        rows.append([name, f"{long:.2f} s", f"{4 * wanted.length / long / 1e6:.2f}", f"{factor:.1f}"])
        worse += [name] if factor > LINEAR else []
    print(setting(wanted.runs), "\n")
    print(table(["", f"{4 * wanted.length:,} characters", "MB/s", "times the time for 4 times the text"], rows))
    if worse:
        print(f"over {LINEAR:.0f} times: {', '.join(worse)}", file=sys.stderr)


def _seconds(fragment: str, length: int, known: Knowledge) -> float:
    """How long a file takes to its draft."""
    data = (fragment * (length // len(fragment) + 1))[:length].encode()
    start = time.perf_counter()
    draft.make(documents.read(None, data), known, name="hostile.txt", today=datetime.date(2026, 1, 1))
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
