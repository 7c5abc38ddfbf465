"""A picture in pixels, for programs that take no SVG."""

from __future__ import annotations

from typing import Final

from oob.extras import need

_FONTS: Final = ("SourceSansPro", "SourceSansProBold")
_STYLE: Final = "text { font-family: 'Source Sans Pro' }"
"""One font wherever it is drawn; letters that it lacks, such as Arabic ones, come from the fonts of the machine."""


def render(svg: str, *, scale: float = 2.0) -> bytes:
    """PNG bytes of an SVG that stands alone (`Look(inline=False)`), twice its size in pixels unless told otherwise.

    Raises Refusal where the extra `png` is not installed.
    """
    resvg = need("resvg_py", extra="png", what="PNG pictures")
    files = need("font_source_sans_pro", extra="png", what="PNG pictures").font_files_ttf
    drawn: bytes = resvg.svg_to_bytes(
        svg_string=svg,
        zoom=scale,
        font_files=[files[name] for name in _FONTS],
        font_family="Source Sans Pro",
        sans_serif_family="Source Sans Pro",
        style_sheet=_STYLE,
    )
    return drawn
