"""Papers, channels and data bases that speak: under their own name, whoever owns them."""

from __future__ import annotations

import pytest
from proposed import claims

SAID = [
    ("The Saudi-owned Al-Manbar newspaper said ten tanks had arrived.", "Al-Manbar"),
    ("Ukraine's ICTV television channel said two tanks had burned.", "ICTV"),
    ("Two tanks have burned, according to the Dusk newspaper.", "Dusk"),
    (
        "According to the Stockholm International Peace Research Institute's arms transfers database, it has tanks.",
        "Stockholm International Peace Research Institute",
    ),
    ("The Saudi army said that two tanks had burned.", "Saudi Armed Forces"),
]


@pytest.mark.parametrize(("text", "speaker"), SAID)
def test_whose_word_it_is(text: str, speaker: str) -> None:
    assert claims(text)[-1].speaker.name == speaker
