"""Edits of YAML text: what changes, what stays, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oob.errors import Refusal
from oob.reading.drafts import edits
from oob.reading.drafts.edits import Change

ORDER = ("key", "review", "count", "via", "when", "note")

CHANGES = [
    # the item as it stands, field, value, the item as it should stand
    ("- key: a\n  review: proposed  # mark\n", "review", "skipped", "- key: a\n  review: skipped  # mark\n"),
    ("- key: a\n  note: x\n", "count", "two", "- key: a\n  count: two\n  note: x\n"),
    ("- key: a  # first\n  note: x\n", "count", "two", "- key: a  # first\n  count: two\n  note: x\n"),
    ("- key: a\n  count: 3\n  note: x\n", "count", None, "- key: a\n  note: x\n"),
    ("- key: a\n  count: 3  # three\n  note: x\n", "count", None, "- key: a\n  count:  # three\n  note: x\n"),
    ("- key: a\n  note: x\n", "count", None, "- key: a\n  note: x\n"),
    ("- key: a\n  count:\n  note: x\n", "count", "two", "- key: a\n  count: two\n  note: x\n"),
    ("- key: a\n  count:   # how many\n", "count", "two", "- key: a\n  count: two   # how many\n"),
    ("- key:   a\n  note:   x\n", "note", "y", "- key:   a\n  note:   y\n"),
    ("- key: a\n  via:\n    - b\n    - c\n  note: x\n", "via", ("d", "e"), "- key: a\n  via: [d, e]\n  note: x\n"),
    ("- key: a\n  via:  # stops\n  - b\n  note: x\n", "via", ("d",), "- key: a\n  via: d  # stops\n  note: x\n"),
    ("- key: a\n  via: [b,\n    c]\n  note: x\n", "via", None, "- key: a\n  note: x\n"),
    ("- key: a\n  note: >-\n    one\n    two\n\n  # on\n", "note", "y", "- key: a\n  note: y\n\n  # on\n"),
    ("- key: a\n  note: one\n    two\n", "note", "y", "- key: a\n  note: y\n"),
    ("- {key: a, count: 'at least 3, or so', note: x}\n", "count", None, "- {key: a, count: , note: x}\n"),
    ("- {key: a, note: x}  # flow\n", "count", "1,000", "- {key: a, count: '1,000', note: x}  # flow\n"),
    ("- count: 3\n  key: a\n", "count", None, "- count:\n  key: a\n"),
    (
        "- key: a\n  note: ünï \U0001f6e9 x\n  count: 3\n",
        "count",
        "4",
        "- key: a\n  note: ünï \U0001f6e9 x\n  count: 4\n",
    ),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("before", "field", "value", "after"), CHANGES)
def test_a_field_is_changed_where_it_stands(
    before: str, field: str, value: edits.Value | None, after: str, line_end: str
) -> None:
    frame = "# head\nreport: {id: x}\n\nclaims:\n%s\n# between\n- key: z\n\n# foot\n"
    text = (frame % before).replace("\n", line_end)
    wanted = (frame % after).replace("\n", line_end)
    assert edits.change(text, [Change("claims", 0, field, value)], ORDER) == wanted


def test_several_changes_are_made_at_once() -> None:
    text = "claims:\n  - key: a\n    review: proposed\n  - key: b\n    review: proposed\n"
    changes = [Change("claims", 1, "review", "skipped"), Change("claims", 0, "review", "accepted")]
    changes += [Change("claims", 0, "count", "two"), Change("claims", 0, "when", "2020")]
    assert edits.change(text, changes, ORDER) == (
        "claims:\n  - key: a\n    review: accepted\n    count: two\n    when: 2020\n  - key: b\n    review: skipped\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "claims:\n  - key: n\n    note: x\n"),
        ("# mine\n", "# mine\n\nclaims:\n  - key: n\n    note: x\n"),
        ("report: {id: x}", "report: {id: x}\n\nclaims:\n  - key: n\n    note: x\n"),
        ("claims: []  # none\nfoot: x\n", "claims:  # none\n  - key: n\n    note: x\nfoot: x\n"),
        ("claims:\n\n# end\n", "claims:\n  - key: n\n    note: x\n\n# end\n"),
        ("claims: [{key: a}]\n", "claims: [{key: a}, {key: n, note: x}]\n"),
        ("claims:\n- key: a  # one\n", "claims:\n- key: a  # one\n\n- key: n\n  note: x\n"),
        (
            "claims:\n  - key: a\n  - key: b\nfoot: x",
            "claims:\n  - key: a\n  - key: b\n  - key: n\n    note: x\nfoot: x",
        ),
    ],
)
def test_an_item_is_added(before: str, after: str) -> None:
    assert edits.add(before, "claims", {"key": "n", "note": "x"}) == after


def test_an_item_is_added_behind_another() -> None:
    text = "claims:\n  - key: a\n\n  # of b\n  - key: b\n"
    assert edits.add(text, "claims", {"key": "n"}, 0) == "claims:\n  - key: a\n\n  - key: n\n\n  # of b\n  - key: b\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "origins:\n  a: {speaker: x}  # s\nfoot: y\n",
            "origins:\n  a: {speaker: x}  # s\n  n: {speaker: z}\nfoot: y\n",
        ),
        (
            "origins:\n  a:\n    speaker: x\n\nfoot: y\n",
            "origins:\n  a:\n    speaker: x\n  n: {speaker: z}\n\nfoot: y\n",
        ),
        ("origins: {}\n", "origins:\n  n: {speaker: z}\n"),
        ("origins: {a: {speaker: x}}\n", "origins: {a: {speaker: x}, n: {speaker: z}}\n"),
    ],
)
def test_a_named_record_is_added(before: str, after: str) -> None:
    assert edits.add_named(before, "origins", "n", {"speaker": "z"}) == after


@pytest.mark.parametrize("text", ["claims: {a: b}\n", "claims: x\n"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="no list"):
        edits.add(text, "claims", {"key": "n"})


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).filter(lambda text: text.strip() == text))
def test_any_value_reads_back_as_it_was_or_is_refused(value: str) -> None:
    text = "claims:\n  - key: a  # k\n    note: old  # n\n  - {key: b, note: old}\n"
    try:
        new = edits.change(text, [Change("claims", each, "note", value) for each in (0, 1)], ORDER)
        new = edits.add(new, "claims", {"key": "c", "note": value})
    except Refusal:
        assert not value.isprintable()
        return
    assert [each["note"] for each in edits.plain(new)["claims"]] == [value] * 3
    assert "key: a  # k" in new
    assert "  # n\n" in new
