"""How fast articles are read into drafts, against spaCy finding the same names and nothing else, and against a floor.

    python tests/bench/reading.py [--articles 10000] [--parts 10] [--only reading,command]

The articles are generated, the same ones every time (articles.py), and read part by part, everything that is compared
in turn, by one process. Then the command `oob read` reads them all, with one process and with one a core.

spaCy is no part of oob and need not be there: `pip install spacy` beside oob for the rows that need it.
"""

from __future__ import annotations

import argparse
import datetime
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import sentencex
from articles import write
from measure import OOB, in_turn, prepare, program, ratio, setting, table

from oob import catalog, paths
from oob.reading import documents
from oob.reading.drafts import draft
from oob.reading.knowledge import Knowledge, of_catalogue
from oob.texts import paragraphs

TODAY = datetime.date(2026, 1, 1)

READS = "oob: document to draft"
NAMES = "oob: names alone"
SPACY = "spaCy, blank English, PhraseMatcher: names alone"
FLOOR = "reading the files, sentencex"

Reader = Callable[[Iterable[Path]], object]


def knowledge() -> Knowledge:
    """What the shipped catalogue knows."""
    return of_catalogue(catalog.read([paths.shipped("catalog.yaml")]))


def drafts(known: Knowledge, files: Iterable[Path]) -> None:
    """All that `oob read` does with a file that repeats no other, but for writing its draft down."""
    for path in files:
        draft.make(documents.read(path), known, name=path.name, today=TODAY)


def names(known: Knowledge, files: Iterable[Path]) -> None:
    """The names of the catalogue in their contexts, in any spelling."""
    for path in files:
        known.gazetteer.find(path.read_text("utf-8"))


def floor(files: Iterable[Path]) -> None:
    """What nobody who reads sentences can do without."""
    for path in files:
        for paragraph in paragraphs(path.read_text("utf-8")):
            for _ in sentencex.segment("en", paragraph):
                pass


def matcher(known: Knowledge) -> Reader | None:
    """spaCy's search for the catalogue's names as they are spelt there, whatever their case; None without spaCy."""
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        return None
    nlp = spacy.blank("en")
    find = PhraseMatcher(nlp.vocab, attr="LOWER")
    find.add("name", [nlp.make_doc(text) for text in dict.fromkeys(name.text for name in known.names)])

    def read(files: Iterable[Path]) -> None:
        for found in nlp.pipe(path.read_text("utf-8") for path in files):
            find(found)

    return read


def in_parts(files: Sequence[Path], parts: int, things: dict[str, Reader]) -> dict[str, list[float]]:
    """The seconds that each thing takes for each part of the files."""
    taken: dict[str, list[float]] = {name: [] for name in things}
    for run in things.values():
        run(files[:20])
    size = -(-len(files) // parts)
    for part in (files[at : at + size] for at in range(0, len(files), size)):
        for name, (its,) in in_turn(1, {name: partial(run, part) for name, run in things.items()}, warm=False).items():
            taken[name].append(its)
    return taken


def commands(folder: Path, files: Path) -> dict[str, tuple[Callable[[], None], int]]:
    """The command `oob read` as people run it, a database ready; with how many processes each runs."""
    environment = prepare(folder / "oob.db")
    command, into = folder / "command.py", folder / "drafts"
    command.write_text(OOB, "utf-8")
    program([command, "database", "create"], environment)()

    def read(processes: int) -> None:
        shutil.rmtree(into, ignore_errors=True)
        program([command, "read", files, "--into", into, "--processes", str(processes)], environment)()

    return {
        f"oob read FOLDER --processes {each}": (partial(read, each), each) for each in sorted({1, os.cpu_count() or 1})
    }


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--parts", type=int, default=10)
    parser.add_argument("--only", default="reading,command")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        files = write(folder / "articles", wanted.articles)
        size = sum(path.stat().st_size for path in files) / 1e6
        known = knowledge()
        print(f"{len(files):,} articles, {size:.1f} MB; {len(known.names):,} names.\n")
        print(setting(min(wanted.parts, len(files))), "\n")
        rows = []
        if "reading" in wanted.only:
            things: dict[str, Reader] = {READS: partial(drafts, known), NAMES: partial(names, known)}
            if (found := matcher(known)) is not None:
                things[SPACY] = found
            else:
                print("spaCy is not installed here, so its row is left out: pip install spacy", file=sys.stderr)
            times = in_parts(files, wanted.parts, {**things, FLOOR: floor})
            mine = times[READS]
            rows += [
                [what, *_speed(sum(taken), len(files), size), "1" if taken is mine else ratio(mine, taken)]
                for what, taken in times.items()
            ]
        if "command" in wanted.only:
            for what, (run, processes) in commands(folder, folder / "articles").items():
                (taken,) = in_turn(1, {what: run}, warm=False)[what]
                rows.append([what, *_speed(taken * processes, len(files), size), ""])
        print(table(["", "articles a second a core", "MB a second a core", "oob takes times that"], rows))


def _speed(seconds: float, articles: int, size: float) -> tuple[str, str]:
    return f"{articles / seconds:,.0f}", f"{size / seconds:.2f}"


if __name__ == "__main__":
    main()
