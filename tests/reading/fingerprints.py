"""Makes oob/reading/drafts/fingerprints.json: by it shipped reports are known again, though their texts stay away.

    python tests/reading/fingerprints.py [--texts DIR]

A developer runs it where the texts are at hand (../shared/seeds), after a report was added to seeds/ or a rule of
oob/reading/drafts/fingerprints.py changed; test_repeats.py fails until then. The file has, by the sha256 of a report's
text, its passages: paragraph, shingles in it, and the hashes that are kept of them. They are numbers, no words, and
at most half of what would be needed to put the words of a sentence together again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Final

from oob import catalog, paths
from oob.catalog import ReportEntry
from oob.reading.drafts import fingerprints
from oob.texts import paragraphs

TEXTS: Final = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def made(texts: Path = TEXTS) -> str:
    """The file, of the texts in a folder that are those of the shipped reports by their sha256."""
    wanted = {str(report.sha256) for report in catalog.read(paths.shipped_catalogue()).of(ReportEntry)}
    reports = []
    for path in sorted(texts.glob("*.txt")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest in wanted:
            reports.append((digest, paragraphs(path.read_text("utf-8"))))
    return (
        "{\n"
        + ",\n".join(f"{json.dumps(digest)}: [\n{_passages(lines)}\n]" for digest, lines in sorted(reports))
        + "\n}\n"
    )


def _passages(lines: list[str]) -> str:
    passages = map(fingerprints.thinned, fingerprints.fingerprint("", lines).passages)
    return ",\n".join(json.dumps([each.paragraph, each.size, list(each.hashes)]) for each in passages)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--texts", type=Path, default=TEXTS)
    fingerprints.SHIPPED.write_text(made(parser.parse_args().texts), "utf-8")
