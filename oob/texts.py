"""The texts of reports, and the paragraphs that claims count in. Imports nothing."""

from __future__ import annotations


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: its non-blank lines. A claim's paragraph 1 is the first of them."""
    return [line.strip() for line in text.splitlines() if line.strip()]
