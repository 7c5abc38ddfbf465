"""The screenshots under docs/pictures: a dossier and the served catalogue in Chromium, a workbook in LibreOffice.

    python tests/making/screenshots.py

Needs chromium, libreoffice and pdftoppm (Debian: chromium, libreoffice-calc, poppler-utils), and
`pip install '.[test]'`. Look at what it made before committing it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
ASKED = ("lna", "--as-of", "2020-07-31")


def oob(*words: str) -> list[str]:
    """The command line of this oob."""
    return [sys.executable, "-m", "oob", *words]


def pages(folder: Path) -> None:
    """A dossier's beginning, and the inventory as it is served."""
    subprocess.run(oob("dossier", *ASKED, "-o", str(folder / "lna.html")), check=True)
    with (
        sync_playwright() as playwright,
        subprocess.Popen(oob("serve", "--no-browser", "--port", "0"), stderr=subprocess.PIPE, text=True) as served,
    ):
        assert served.stderr is not None
        address = next(word for line in served.stderr for word in line.split() if word.startswith("http://"))
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 900}, reduced_motion="reduce")
        page.goto((folder / "lna.html").as_uri())
        page.locator("table th", has_text="Held by others in support").first.evaluate("it => it.scrollIntoView()")
        page.wait_for_timeout(300)
        page.screenshot(path=PICTURES / "dossier.png")
        page.goto(f"{address.rstrip('/')}/inventory?faction=lna&section=support&_sort=line")
        page.screenshot(path=PICTURES / "browser.png")
        browser.close()
        served.terminate()


def workbook(folder: Path) -> None:
    """The inventory of a workbook, as LibreOffice prints it."""
    subprocess.run(oob("workbook", *ASKED, "-o", str(folder / "lna.xlsx")), check=True)
    printing = ["libreoffice", "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "lna.xlsx"]
    subprocess.run(printing, check=True)
    text = subprocess.run(["pdftotext", "-layout", folder / "lna.pdf", "-"], capture_output=True, text=True, check=True)
    sheets = text.stdout.split("\f")
    page = next(str(at) for at, sheet in enumerate(sheets, 1) if "Held, of the rows shown" in sheet)
    cut = ["-x", "40", "-y", "50", "-W", "1240", "-H", "560"]
    picture = ["pdftoppm", "-png", "-r", "110", "-f", page, "-singlefile", *cut]
    subprocess.run([*picture, folder / "lna.pdf", PICTURES / "workbook"], check=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        os.environ["OOB_DATABASE"] = str(Path(made) / "oob.db")
        pages(Path(made))
        workbook(Path(made))
