"""How large the page of a dossier over ten thousand claims is, how long it takes to write, and to open in Chromium.

    python tests/bench/dossier.py [--claims 10000] [--runs 5] [FACTION...]

The catalogue is generated, the same one every time (generate.py), so large that the dossier rests on at least as many
claims. The floor that opening is held against is a page of as many bytes with nothing in it but paragraphs.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generate import generate
from measure import OOB, in_turn, prepare, program, ratio, seconds, setting, table

SHARE = 19
"""A dossier of the generated catalogue rests on one claim in so many, when it is on the force most written about."""
SENTENCE = "Some paragraph that has nothing in it but its words. "
PAINTED = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))"


def floor(path: Path, size: int) -> Path:
    """A page of paragraphs, as large as another."""
    paragraph = f"<p>{SENTENCE * 20}\n"
    path.write_text(
        f'<!DOCTYPE html><html lang="en"><title>Floor</title>{paragraph * (size // len(paragraph))}', "utf-8"
    )
    return path


def opening(browser: Any, path: Path, at: str = "") -> Callable[[], None]:
    """Opens a page in a new tab, until it is loaded and painted; `at`: then goes to an element, until that is."""

    def run() -> None:
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.goto(path.as_uri())
        tab.evaluate(PAINTED)
        if at:
            tab.evaluate(f"document.getElementById('{at}').scrollIntoView()")
            tab.evaluate(PAINTED)
        tab.close()

    return run


def main() -> None:
    """Measures and prints."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=10_000, help="that the dossier rests on, about")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("faction", nargs="*", default=["lna"])
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as started:
        folder = Path(name)
        files = generate(folder / "files", wanted.claims * SHARE)
        environment = prepare(folder / "oob.db")
        command, page = folder / "command.py", folder / "dossier.html"
        command.write_text(OOB, "utf-8")
        program([command, "database", "create", "--empty"], environment)()
        program([command, "load", *files[:2], files[2].parent], environment)()
        write = program([command, "dossier", *wanted.faction, "-o", page], environment)
        think = program([command, "inventory", *wanted.faction[:1], "-f", "json"], environment)
        written = in_turn(wanted.runs, {"oob dossier": write, "oob inventory, of the first": think})
        html = page.read_text("utf-8")
        claims = len(re.findall(r"<tr id=c\d+>", html))
        size = page.stat().st_size
        browser = started.chromium.launch(executable_path=wanted.chromium, args=["--no-sandbox", "--disable-gpu"])
        pages = {
            "open in Chromium": opening(browser, page),
            "open it and go to the claim in the middle": opening(browser, page, f"c{claims // 2}"),
            "open a page of as many bytes of paragraphs": opening(browser, floor(folder / "floor.html", size)),
        }
        opened = in_turn(wanted.runs, pages)
        browser.close()
    print(f"{claims:,} claims, {size / 1e6:.2f} MB: {size / max(claims, 1):.0f} bytes a claim.\n")
    print(setting(wanted.runs), "\n")
    rows = []
    for found in (written, opened):
        last = list(found.values())[-1]
        rows += [[what, seconds(times), "" if times is last else ratio(times, last)] for what, times in found.items()]
    print(table(["", "takes", "times the last below it"], rows))


if __name__ == "__main__":
    main()
