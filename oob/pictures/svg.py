"""SVG elements as text: every value escaped, every number short."""

from __future__ import annotations

from html import escape

from oob.names import printable

Value = str | float | int | None


def element(name: str, *inside: str, **attributes: Value) -> str:
    """One element with what is inside it, already SVG; `stroke_width=2` becomes stroke-width="2", None nothing."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{''.join(inside)}</{name}>" if inside else f"<{name}{given}/>"


def attribute(value: Value) -> str:
    """A value as it stands between quotation marks."""
    return number(value) if isinstance(value, int | float) else said(value or "")


def said(text: str) -> str:
    """Text as it stands in XML: nothing in it is markup, and nothing in it that XML does not allow."""
    return escape(printable(text)).replace("\ufffe", "").replace("\uffff", "")


def number(value: float) -> str:
    """A number with at most two decimals, which is finer than any screen or printer."""
    return f"{round(float(value), 2) + 0.0:.2f}".rstrip("0").rstrip(".")
