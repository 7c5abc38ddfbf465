"""How a picture is to look: its width, where it will stand, and the colours that follow from that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

COLOURS: Final = {
    # name: (light, dark); after Okabe and Ito's palette, told apart without seeing red or green, dark enough to read
    "paper": ("#ffffff", "#16181b"),
    "ink": ("#1b1e22", "#e8e6e1"),
    "quiet": ("#5b6168", "#a4a9af"),
    "faint": ("#d9dcdf", "#3a3f45"),
    "band": ("#f4f5f6", "#1e2125"),
    "held": ("#0072b2", "#56b4e9"),
    "lost": ("#b84f00", "#f08a45"),
    "doubt": ("#806400", "#f0e442"),
    "land": ("#efece4", "#2a2c2e"),
    "sea": ("#dfeaf1", "#1a2229"),
    "coast": ("#7d94a3", "#6d7f8c"),
    "border": ("#b3aa98", "#5a5e63"),
}
"""What each colour is for, in light and in dark."""


@dataclass(frozen=True, slots=True)
class Look:
    """The surroundings that a picture is drawn for.

    Alone in a file its colours are fixed, and light: word processors know no others. Inline in a page they are the
    page's, by CSS variables `--oob-NAME` (see `STYLE`), so that it turns dark with the page.
    """

    width: int = 720
    """In pixels, at least NARROWEST; heights follow from what is shown."""
    inline: bool = False
    """For a page: no XML declaration, colours by CSS variables."""
    name: str = "picture"
    """What the ids inside begin with: pictures in one page need different ones. Letters, digits and hyphens."""
    anchor: str = ""
    """Where set, each footnote number is a link to it and the number: `#source-` for `#source-3`."""
    sources: str = "short"
    """What stands under the picture of its sources: `none`, `short` or `full`."""
    headed: bool = True
    """Whether title and subtitle are drawn; a page may have headings of its own. <title> and <desc> stay."""
    asked: str = ""
    """The subtitle: faction, day, rules. Where blank, it is made from the table's `about`."""


NARROWEST: Final = 320
PAPER: Final = Look()
PAGE: Final = Look(inline=True, headed=False, sources="none")

STYLE: Final = (
    ":root{" + "".join(f"--oob-{name}:{light};" for name, (light, _) in COLOURS.items()) + "}"
    "@media (prefers-color-scheme:dark){:root{"
    + "".join(f"--oob-{name}:{dark};" for name, (_, dark) in COLOURS.items())
    + "}}"
)
"""CSS that a page with inline pictures needs once. A page with a switch of its own sets the variables itself."""
