"""The catalogue's reports as papers and other programs cite them: three file formats and two styles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oob.citations.footnotes import Footnote
    from oob.citations.items import Item


def render(
    title: str, footnotes: Sequence[Footnote], items: Sequence[Item], style: str, fmt: str, width: int | None = None
) -> str:
    """Citations in one format. The style, the title, the footnotes and the width (of text, in columns) are for text,
    Markdown and HTML; csl, bibtex and ris hold the items alone. Lines of RIS end in CR LF.

    Raises Refusal where packages that set a style are not there.
    """
    match fmt:
        case "csl":
            from oob.citations import csl

            return csl.write(items)
        case "bibtex":
            from oob.citations import bibtex

            return bibtex.write(items)
        case "ris":
            from oob.citations import ris

            return ris.write(items)
    from oob.citations import styles

    return styles.write(title, footnotes, items, style, fmt, width)
