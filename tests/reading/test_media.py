"""Papers, channels and data bases that speak: under their own name, whoever owns them."""

from __future__ import annotations

from functools import cache

import pytest

from oob import catalog, paths
from oob.reading import reader
from oob.reading.knowledge import Knowledge, of_catalogue
from oob.reading.reader import Proposal
from oob.reading.speech.statements import Speaker


@cache
def _knowledge() -> Knowledge:
    files = [paths.shipped("catalog.yaml"), *sorted(paths.shipped("knowledge").glob("*.yaml"))]
    return of_catalogue(catalog.read(files))


def _claims(text: str) -> list[Proposal]:
    return list(reader.read(text, None, Speaker("The Gazette", None, "outlet"), _knowledge()))


SAID = [
    ("The Saudi-owned Al-Manbar newspaper said ten tanks had arrived.", "Al-Manbar"),
    ("Ukraine's ICTV television channel said two tanks had burned.", "ICTV"),
    ("Two tanks have burned, according to the Dawn newspaper.", "Dawn"),
    (
        "According to the Stockholm International Peace Research Institute's arms transfers database, it has tanks.",
        "Stockholm International Peace Research Institute",
    ),
    ("The Saudi army said that two tanks had burned.", "Saudi Armed Forces"),
]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_whose_word_it_is(text: str, speaker: str) -> None:
    assert _claims(text)[-1].speaker.name == speaker
