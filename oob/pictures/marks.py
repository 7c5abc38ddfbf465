"""The marks for numbers: told apart by shape first, by colour second, so that a grey print tells as much."""

from __future__ import annotations

from oob.pictures.sheet import Sheet


def exact(sheet: Sheet, x: float, y: float, lost: bool) -> None:
    """One number: a dot; of losses a triangle that points down."""
    if lost:
        sheet.path(f"M{x - 5:.2f} {y - 4:.2f}h10L{x:.2f} {y + 5:.2f}Z", fill="lost", class_="exact lost")
    else:
        sheet.dot(x, y, 4.5, fill="held", class_="exact")


def between(sheet: Sheet, x1: float, x2: float, y: float, lost: bool) -> None:
    """A range: a bar from its low to its high end; of losses a hatched one."""
    wide = max(2.0, x2 - x1)
    if lost:
        sheet.hatched(x1, y - 4, wide, 8)
    else:
        sheet.box(x1, y - 4, wide, 8, fill="held", class_="between")


def at_most(sheet: Sheet, x1: float, x2: float, y: float, lost: bool) -> None:
    """So many at most: a thin line up to a stop."""
    colour = "lost" if lost else "held"
    sheet.box(x1, y - 1, x2 - x1, 2, fill=colour, class_="most")
    sheet.path(f"M{x2 - 7:.2f} {y:.2f}l7 -5.5v11Z", fill=colour)


def apart(sheet: Sheet, x: float, y1: float, y2: float) -> None:
    """A bracket around figures that cannot all be true."""
    sheet.path(f"M{x + 4:.2f} {y1:.2f}h-4V{y2:.2f}h4", stroke="doubt", stroke_width=1.8, class_="apart")


def open_ended(sheet: Sheet, x: float, y: float, lost: bool, *, reach: float = 44) -> None:
    """So many or more: begins at its low end, and fades away towards an arrowhead."""
    colour = "lost" if lost else "held"
    sheet.box(x - 1.5, y - 5.5, 3, 11, fill=colour, class_="from lost" if lost else "from")
    sheet.fading(x + 1.5, y, 6, colour, reach=reach)


def unstated(sheet: Sheet, x: float, y: float, lost: bool) -> None:
    """A number not stated: hollow."""
    colour = "lost" if lost else "held"
    if lost:
        sheet.path(f"M{x - 5:.2f} {y - 4:.2f}h10L{x:.2f} {y + 5:.2f}Z", fill="paper", stroke=colour, stroke_width=1.5)
    else:
        sheet.dot(x, y, 4.2, fill="paper", stroke=colour, stroke_width=1.6, class_="unstated")


def expected(sheet: Sheet, x: float, y: float) -> None:
    """Nothing that counts: only planned, possible or withdrawn."""
    dash = "2 1.6"
    sheet.box(
        x - 4.5, y - 4.5, 9, 9, fill="paper", stroke="quiet", stroke_width=1.2, stroke_dasharray=dash, class_="expected"
    )
