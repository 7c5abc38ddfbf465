"""YAML: every value stays the text that was typed and knows its line; what could hurt is a problem, no surprise."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from conftest import Write
from hypothesis import given
from hypothesis import strategies as st

from oob import yamlfile
from oob.yamlfile import Mapping, Sequence, Text


def parsed(text: str) -> Mapping:
    """What YAML without faults holds."""
    top, problems = yamlfile.parse(text, "f.yaml")
    assert problems == []
    assert top is not None
    return top


def refused(text: str) -> list[str]:
    """The problems of faulty YAML."""
    _, problems = yamlfile.parse(text, "f.yaml")
    return [str(problem) for problem in problems]


def test_values_stay_as_typed() -> None:
    top = parsed("a: NO\nb: 012\nc: 12:30\nd: 2020-05-26\ne: 1_000\nf: ~\ng: 1.0\nh: 0x1F\ni: '12'\nj:\nk: null\n")
    assert list(top.items.values()) == [
        "NO",
        "012",
        "12:30",
        "2020-05-26",
        "1_000",
        "~",
        "1.0",
        "0x1F",
        "12",
        "",
        "null",
    ]


def test_every_value_key_and_list_knows_its_line() -> None:
    top = parsed("# a comment\n\nreport:\n  id: x\nclaims:\n- key: a\n  says: >-\n    two\n    lines\n- key: b\n")
    assert {str(key): key.line for key in top.items} == {"report": 3, "claims": 5}
    report, claims = top.items.values()
    assert isinstance(report, Mapping)
    assert isinstance(claims, Sequence)
    assert (report.line, claims.line) == (4, 6)
    assert [item.line for item in claims.items] == [6, 10]
    first = claims.items[0]
    assert isinstance(first, Mapping)
    lines = {str(key): (str(value), value.line) for key, value in first.items.items() if isinstance(value, Text)}
    assert lines == {"key": ("a", 6), "says": ("two lines", 7)}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            "",
            ["f.yaml: is empty; a report file begins with 'report:', a catalogue with 'systems:' or the like"],
        ),
        (
            "# only\n# comments\n",
            ["f.yaml: is empty; a report file begins with 'report:', a catalogue with 'systems:' or the like"],
        ),
        ("---\n", ["f.yaml: is empty; a report file begins with 'report:', a catalogue with 'systems:' or the like"]),
        ("- a\n", ["f.yaml:1: should begin with a key and a colon, such as 'report:' or 'systems:'"]),
        ("\nhello\n", ["f.yaml:2: should begin with a key and a colon, such as 'report:' or 'systems:'"]),
        ("a:b\n", ["f.yaml:1: should begin with a key and a colon, such as 'report:' or 'systems:'"]),
        (
            "a: 1\nb: 2\na: 3\nb: 4\n",
            ["f.yaml:3: the key 'a' is given twice; keep one", "f.yaml:4: the key 'b' is given twice; keep one"],
        ),
        ("a:\n  'b': 1\n  b: 2\n", ["f.yaml:3: the key 'b' is given twice; keep one"]),
        ("a: 1\n---\nb: 2\n", ["f.yaml:2: a second document ('---') begins here; one file holds one"]),
        ("? [a]\n: b\n", ["f.yaml:1: a list or mapping cannot be a key"]),
        ("a: 1\nb: \x07\n", ["f.yaml:2: holds the control character U+0007, often pasted unseen; delete it"]),
    ],
)
def test_what_is_no_catalogue_file(text: str, problems: list[str]) -> None:
    assert refused(text) == problems


@pytest.mark.parametrize(
    ("text", "line", "advice"),
    [
        ("a:\n\tb: 1\n", 2, "a tab; indent with spaces alone"),
        ("a: b\n\tc: d\n", 2, "a tab; indent with spaces alone"),
        ("a: 1\nsays: He said: no\n", 2, "a second ': ' in one line; put the value in quotes, or mend the indentation"),
        ("a: 'never closed\nb: 1\nc: 2\n", 1, "a quote is opened here and never closed"),
        (
            "a: [1, 2\nb: 3\n",
            1,
            "a bracket is opened here, and its items are not told apart by commas or it is never closed",
        ),
        ("a:\n  b: 1\n c: 2\n", 3, "fits nothing above it; mend its indentation, or the quotes in the lines before"),
        ("a: 'it's'\n", 1, "fits nothing above it; mend its indentation, or the quotes in the lines before"),
        ("a:\n  - b\n  c: d\n", 3, "fits nothing above it; mend its indentation, or the quotes in the lines before"),
        (
            "a: 1\nforgot\nc: 2\n",
            2,
            "a key without ': ' and a value; or a value's second line, to be indented further",
        ),
        ("a: @x\n", 1, "no value can begin with this character; put it in quotes"),
        ("a: ] x\n", 1, "no value can begin with this character; put it in quotes"),
        ("a: - b\n", 1, "a '- ' within a value; put the value in quotes, or the item on its own line"),
        ("a: * b\n", 1, "a value that begins with & or * stands in quotes"),
    ],
)
def test_slips_are_told_in_plain_words(text: str, line: int, advice: str) -> None:
    assert refused(text) == [f"f.yaml:{line}: is not valid YAML: {advice}"]


ANCHORS = "anchors and aliases (& and *) are not used here; write it out, or put the value in quotes"
TAGS = "tags (!) are not used here; take it out, or put the value in quotes"


def test_anchors_that_would_explode_are_refused_where_they_begin() -> None:
    bomb = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for before, letter in zip("abcdefghijklmnopqrstuvwxy", "bcdefghijklmnopqrstuvwxyz", strict=True):
        bomb += f"{letter}: &{letter} [{', '.join([f'*{before}'] * 9)}]\n"
    assert refused(bomb) == [f"f.yaml:1: {ANCHORS}"]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x 1\nb: *x\n", [f"f.yaml:1: {ANCHORS}", f"f.yaml:2: {ANCHORS}"]),
        ("a: 1\n<<: *x\n", [f"f.yaml:2: {ANCHORS}"]),
        ("a: &x {b: c}\n", [f"f.yaml:1: {ANCHORS}"]),
        ("title: &c and so on\n", [f"f.yaml:1: {ANCHORS}"]),
        ("title: !warning sign\n", [f"f.yaml:1: {TAGS}"]),
        ("a: !!python/object/apply:os.system [echo hi]\n", [f"f.yaml:1: {TAGS}"]),
    ],
)
def test_nothing_typed_is_lost_to_anchors_and_tags(text: str, problems: list[str]) -> None:
    assert refused(text) == problems


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "a: " + "[" * 100_000,
        "".join(" " * i + "a:\n" for i in range(2000)),
    ],
    ids=["brackets", "braces", "dashes", "value", "indents"],
)
def test_deep_nesting_is_refused_at_once(text: str) -> None:
    started = time.monotonic()
    assert [message.partition(": ")[2] for message in refused(text)] == [
        "is nested more than 12 levels deep; a report file needs four"
    ]
    assert time.monotonic() - started < 2


def test_a_huge_value_is_refused() -> None:
    assert refused(f"a: {'x' * 20_001}\n") == ["f.yaml:1: a value of 20,001 characters; at most 20,000 are taken"]
    assert len(str(parsed(f"a: {'x' * 20_000}\n").items[Text("a", 1)])) == 20_000


# -- files --------------------------------------------------------------------------------------------------------


def message(path: Path) -> str:
    """The one problem of a file, which is not read."""
    top, problems = yamlfile.read(path)
    assert top is None
    (problem,) = problems
    assert problem.file == str(path)
    return str(problem).removeprefix(str(path))


def test_a_file_of_50_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert message(path) == ": is larger than 20 MB, the most that is read; split it"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_without_end_is_refused() -> None:
    assert message(Path("/dev/zero")) == ": is larger than 20 MB, the most that is read; split it"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            b"a: 1\nb: \x89PNG\r\n\x1a\n\0\0\0",
            ":2: is not UTF-8 text; save it as UTF-8 (in Notepad: Save as, Encoding)",
        ),
        (b"a: 1\nb: caf\xe9\n", ":2: is not UTF-8 text; save it as UTF-8 (in Notepad: Save as, Encoding)"),
        (b"a: 1\nb: x\0y\n", ":2: is a binary file, not YAML text"),
        ("a: b\n".encode("utf-16-le"), ":1: is a binary file, not YAML text"),
        (b"\xff\xfea", ":1: is not UTF-8 text; save it as UTF-8 (in Notepad: Save as, Encoding)"),
        (b"\xef\xbb\xbf", ": is empty; a report file begins with 'report:', a catalogue with 'systems:' or the like"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    assert message(path) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_texts_as_the_systems_save_them(tmp_path: Path, encoding: str, newline: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(newline.join(["a: é", "b: Хафтар", ""]).encode(encoding))
    top, problems = yamlfile.read(path)
    assert problems == []
    assert top is not None
    assert top.items == {"a": "é", "b": "Хафтар"}
    assert [key.line for key in top.items] == [1, 2]


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    assert message(tmp_path / "none.yaml") == ": cannot be read: No such file or directory"
    assert message(tmp_path) == ": cannot be read: Is a directory"


def test_a_file_that_broke_off_gives_nothing_to_misread(write: Write) -> None:
    top, problems = yamlfile.read(write("x.yaml", "systems:\n  - id: a\n  - id: b\n    name: 'never closed\n"))
    assert top is None
    assert [problem.line for problem in problems] == [4]


# -- anything -----------------------------------------------------------------------------------------------------

PIECES = [
    "a",
    ": ",
    "\n",
    "- ",
    "  ",
    "\t",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "&x ",
    "*x",
    "!",
    "|",
    ">",
    "#",
    "---",
    ",",
    "?",
]


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_gives_nodes_or_problems(text: str) -> None:
    top, problems = yamlfile.parse(text, "f.yaml")
    assert top is not None or problems
    assert all(0 <= problem.line <= len(text.splitlines()) + 2 for problem in problems)


@given(st.binary())
def test_any_bytes_give_nodes_or_problems(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    top, problems = yamlfile.read(path)
    assert top is not None or problems


printed = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
)


@given(st.dictionaries(st.text("abc", min_size=1), printed, min_size=1))
def test_quoted_text_comes_back_as_it_was(values: dict[str, str]) -> None:
    quoted = "".join("{}: '{}'\n".format(key, value.replace("'", "''")) for key, value in values.items())
    assert parsed(quoted).items == values
