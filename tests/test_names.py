"""Names: one normal form, the nearest known ones, and a safe form to print."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oob.names import nearest, normal, printable


@pytest.mark.parametrize(
    ("expected", "spellings"),
    [
        ("jufra", ["Al Jufra", "Al-Jufra", "al jufra", "AL–JUFRA", "el-Jufra", "Al_Jufra", " al  Jufra "]),
        ("jufrah", ["Al-Jufrah", "Jufrah"]),
        ("mig29", ["MiG-29", "MIG 29", "Mig29", "MiG\N{NON-BREAKING HYPHEN}29", "“MiG-29”", "ＭｉＧ－２９"]),
        ("mig29s", ["MiG-29s", "MiG-29S"]),
        ("il76s", ["IL-76 s"]),
        ("haftars", ["Haftar's", "Haftar’s"]),
        ("sidr", ["As Sidr", "as-Sidr"]),
        ("shati", ["Ash-Shati'"]),
        ("aziziyah", ["Al-ʿAzīziyah", "al-'Aziziyah", "Aziziyah"]),
        ("wadishati", ["Wadi al-Shati", "Wadi Shati"]),
        ("raslanuf", ["Ra's Lanuf", "Ras Lanuf", "Raʾs Lanuf"]),
        ("salame", ["Salamé", "Salame\N{COMBINING ACUTE ACCENT}", "SALAMÉ"]),
        ("istanbul", ["İstanbul", "ISTANBUL", "ıstanbul"]),
        ("strasse", ["Straße", "STRASSE", "STRAẞE"]),
        ("almaty", ["Almaty"]),
        ("alzintan", ["Alzintan"]),
        ("assad", ["Assad"]),
        # an article stands before a letter: designations keep theirs
        ("an26", ["An-26", "AN 26", "An26"]),
        ("as532", ["AS-532", "AS 532"]),
        ("ar15", ["AR-15"]),
        ("al", ["Al", "al-", "Al al", "Al-Al"]),
        ("quran", ["Qur'an"]),
        ("quranbase", ["Qur'an base"]),
        ("t72b3", ["T-72B3", "T 72 B3"]),
        ("", ["", " ", "-", "…", "'"]),
    ],
)
def test_spellings_of_one_name(expected: str, spellings: list[str]) -> None:
    assert {spelling: normal(spelling) for spelling in spellings} == dict.fromkeys(spellings, expected)


def test_other_scripts_are_written_in_latin_letters() -> None:
    assert normal("Вагнер") == "vagner"
    composed = "кра\N{CYRILLIC SMALL LETTER SHORT I}"
    decomposed = "кра\N{CYRILLIC SMALL LETTER I}\N{COMBINING BREVE}"
    assert normal(composed) == normal(decomposed) == "kray"


ARTICLES = ["Al", "el-", "as ", "An-", "'", "-", " ", "26", "Jufra", "Al Jufra", "ʿ", "é", "İ", "ß"]
texts = st.text() | st.lists(st.sampled_from(ARTICLES), max_size=6).map("".join)


@given(texts)
@example("Al Al Jufra")
@example("\N{MODIFIER LETTER LEFT HALF RING}")
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(texts)
def test_what_has_letters_or_digits_has_a_normal_form(text: str) -> None:
    if any(char.isalnum() for char in text):
        assert normal(text)


@given(st.lists(st.text(string.ascii_lowercase, min_size=4, max_size=8), min_size=1, max_size=4))
def test_case_spaces_and_hyphens_do_not_matter(words: list[str]) -> None:
    together = "".join(words)
    for spelling in (" ".join(words), "-".join(words), "_".join(words).upper(), " - ".join(words).title()):
        assert normal(spelling) == together


KNOWN = ["MiG-29", "MiG-23", "Su-24", "Mirage F1", "Al Jufra", "Khmeimim air base", "Tobruk", "Tripoli"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("MiG29s", ["MiG-29"]),
        ("Mgi-29", []),
        ("MiG-21", []),
        ("MiG", []),
        ("Jufraa", ["Al Jufra"]),
        ("Hmeimim", ["Khmeimim air base"]),
        ("Khmeimim", ["Khmeimim air base"]),
        ("Tobrok", ["Tobruk"]),
        ("tripolis", ["Tripoli"]),
        ("Tripoli", ["Tripoli"]),
        ("Sabha", []),
        ("x", []),
        ("", []),
        ("29", []),
    ],
)
def test_nearest(name: str, expected: list[str]) -> None:
    assert nearest(name, KNOWN) == expected


def test_nearest_is_ordered_by_likeness_then_alphabet_and_limited() -> None:
    known = ["Derna", "Dernas", "Bernas", "Derna", "Dernaa"]
    assert nearest("Derna", known, limit=4) == ["Derna", "Dernaa", "Dernas", "Bernas"]
    assert nearest("Derna", reversed(known), limit=2) == ["Derna", "Dernaa"]
    assert nearest("Derna", known, limit=0) == []


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=6))
def test_nearest_are_known_and_the_order_of_names_does_not_matter(name: str, known: list[str]) -> None:
    found = nearest(name, known)
    assert set(found) <= set(known)
    assert found == nearest(name, known[::-1])
    assert found == nearest(name, sorted(known, reverse=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al Jufra, Haftar’s “base” — Salamé, قاعدة, ✈", "Al Jufra, Haftar’s “base” — Salamé, قاعدة, ✈"),
        ("a\tb\nc\r\nd", "a b c  d"),
        ("a\N{NO-BREAK SPACE}b\N{THIN SPACE}c", "a b c"),
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x00\x07\x7f\x9b", r"\x00\x07\x7f\x9b"),
        ("a\u202eb\u2066c\u200f", r"a\u202eb\u2066c\u200f"),
        ("a\u200bb\u200dc\ufeffd\u00ade", r"a\u200bb\u200dc\ufeffd\xade"),
        ("a\u2028b\u2029c\x85d\x0be", r"a\u2028b\u2029c\x85d\x0be"),
        ("\u3164\u2800", r"\u3164\u2800"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_printable(text: str, expected: str) -> None:
    assert printable(text) == expected


@given(st.text(st.characters(exclude_categories=[])))
def test_printable_text_is_one_harmless_line(text: str) -> None:
    safe = printable(text)
    assert safe.isprintable()
    assert len(safe.splitlines()) <= 1
    assert printable(safe) == safe
    safe.encode("utf-8")
