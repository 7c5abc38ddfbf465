"""A page that stands alone: it asks nothing of anybody, and lets nothing run but its own style and script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Final

import oob
from oob.formats.html.text import quoted, titled
from oob.pictures.look import COLOURS, STYLE

_POLICY: Final = "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'"
_PRINTED: Final = (
    f"@media print{{:root{{{''.join(f'--oob-{name}:{light};' for name, (light, _) in COLOURS.items())}}}}}"
)
"""Paper is light, whatever the screen is."""


def page(heading: str, body: str, styles: str = "") -> str:
    """A whole document. `body` is HTML with one <h1> and a <main id=main>; `styles` are rules for this page alone.

    The policy names the style and the script by their hashes, so that nothing else in the page can act.
    """
    style = f"\n{STYLE}\n{shipped('style.css')}{_PRINTED}{styles}\n"
    script = f"\n{shipped('script.js')}"
    policy = _POLICY.format(_digest(style), _digest(script))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv=Content-Security-Policy content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<meta name=generator content={quoted(f'oob {oob.__version__}')}>\n"
        f"<title>{titled(heading)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#main">Skip to the content</a>\n{body}<script>{script}</script>\n</body>\n</html>\n'
    )


@cache
def shipped(name: str) -> str:
    """A file that stands beside this one."""
    return Path(__file__).with_name(name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
