"""A picture in pixels, for programs that take no SVG."""

from __future__ import annotations


def render(svg: str, *, scale: float = 2.0) -> bytes:
    """PNG bytes of an SVG that stands alone (`Look(inline=False)`), twice its size in pixels unless told otherwise.

    Raises Refusal where the extra `png` is not installed.
    """
    raise NotImplementedError(len(svg), scale)
