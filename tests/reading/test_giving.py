"""Who gave and who was given: patrons named twice, what a relative clause tells of it, consignments, gifts."""

from __future__ import annotations

from functools import cache

import pytest

from oob import catalog, paths
from oob.reading import reader
from oob.reading.knowledge import Knowledge, of_catalogue
from oob.reading.reader import Proposal
from oob.reading.speech.statements import Speaker


@cache
def _knowledge() -> Knowledge:
    files = [paths.shipped("catalog.yaml"), *sorted(paths.shipped("knowledge").glob("*.yaml"))]
    return of_catalogue(catalog.read(files))


def _claims(text: str) -> list[Proposal]:
    return list(reader.read(text, None, Speaker("The Gazette", None, "outlet"), _knowledge()))


def _told(text: str) -> list[str]:
    """Action, count where there is one, and system of each claim, in the order of the alphabet."""
    return sorted(" ".join(filter(None, (each.action, each.count_text, each.system))) for each in _claims(text))


GIVEN = [
    ("The LNA has drones provided by its chief patron, the United Arab Emirates (UAE).", "uae", "lna"),
    ("The LNA lost a Pantsir that the UAE had provided.", "uae", "lna"),
    ("The RSF fired drones supplied by the UAE.", "uae", "rapid-support-forces"),
    ("Ukraine received tanks from its allies.", None, "ukraine"),
]


@pytest.mark.parametrize(("text", "supplier", "receiver"), GIVEN)
def test_who_gave_it_to_whom(text: str, supplier: str | None, receiver: str) -> None:
    gift = next(each for each in _claims(text) if each.action == "supplied")
    assert (gift.supplier, gift.beneficiary, gift.operator) == (supplier, receiver, receiver)


def test_a_loss_has_the_supplier_that_its_relative_clause_names() -> None:
    lost = next(each for each in _claims("The LNA lost a Pantsir that the UAE had provided.") if each.count)
    assert (lost.action, lost.operator, lost.supplier) == ("destroyed", "lna", "uae")
