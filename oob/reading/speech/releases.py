"""Whose words a press release is, where the text says at its head that it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from oob.reading.gazetteer import Mention
from oob.reading.knowledge import Knowledge
from oob.reading.speech.speakers import Speaker

_RELEASE: Final = re.compile(r"\b(?:news|press|media) (?:release|statement)\b|\bpublic affairs\b", re.IGNORECASE)
_HEAD: Final = 4
"""Lines at whose head a text says what it is."""
_LONGEST: Final = 160
"""Characters of a line that is no sentence of the text."""


def released_by(named: Sequence[tuple[str, Sequence[Mention]]], knowledge: Knowledge) -> Speaker | None:
    """Who put the text out: "From a Combined Joint Task Force news release"; None where it does not say."""
    for line, mentions in named[:_HEAD]:
        if len(line) > _LONGEST or line.endswith(".") or _RELEASE.search(line) is None:
            continue
        for mention in mentions:
            id_ = next((id_ for kind, id_ in mention.meanings if kind == "source"), None)
            if id_ is not None and knowledge.source_kinds.get(id_) in ("organisation", "government"):
                return Speaker(knowledge.title("source", id_), id_, knowledge.source_kinds[id_])
    return None
