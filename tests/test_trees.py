"""Trees: who is within whom, however deep, and the way round a cycle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from oob.trees import Tree, cycle

SYSTEMS = Tree(
    {"equipment": None, "tank": "equipment", "jet": "equipment", "mig-29": "jet", "t-72": "tank", "men": None}
)


def test_lines_roots_and_what_lies_within() -> None:
    assert SYSTEMS.line("mig-29") == ("mig-29", "jet", "equipment")
    assert SYSTEMS.root("mig-29") == "equipment"
    assert SYSTEMS.root("men") == "men"
    assert SYSTEMS.within("mig-29", "jet")
    assert SYSTEMS.within("jet", "jet")
    assert not SYSTEMS.within("jet", "mig-29")
    assert not SYSTEMS.within(None, "jet")
    assert SYSTEMS.related("jet", "mig-29")
    assert not SYSTEMS.related("tank", "mig-29")
    assert [SYSTEMS.is_root(node) for node in ("men", "jet")] == [True, False]


def test_what_lies_below_comes_parents_first_and_in_order() -> None:
    assert list(SYSTEMS.below("equipment")) == ["equipment", "jet", "mig-29", "tank", "t-72"]
    assert SYSTEMS.children == {"equipment": ("jet", "tank"), "jet": ("mig-29",), "tank": ("t-72",)}


def test_a_deep_tree_is_no_trouble() -> None:
    deep = Tree({"0": None, **{str(number): str(number - 1) for number in range(1, 5000)}})
    assert deep.root("4999") == "0"
    assert len(list(deep.below("0"))) == 5000


def test_a_cycle_is_told_from_its_own_members_alone() -> None:
    parents = {"a": "b", "b": "c", "c": "a", "d": "a", "e": None, "f": "f"}
    told = {node: cycle(node, parents) for node in parents}
    assert told == {
        "a": ["a", "b", "c", "a"],
        "b": ["b", "c", "a", "b"],
        "c": ["c", "a", "b", "c"],
        "d": [],
        "e": [],
        "f": ["f", "f"],
    }


# Each node's parent is one with a smaller number, so that there are no cycles.
forests = st.lists(st.integers(0, 20), min_size=1, max_size=20).map(
    lambda given: {str(node): str(up % node) if node and up % 3 else None for node, up in enumerate(given)}
)


@given(forests)
def test_every_node_is_below_its_root_once(parents: dict[str, str | None]) -> None:
    tree = Tree(parents)
    assert all(not cycle(node, parents) for node in parents)
    below = [node for top in parents if tree.is_root(top) for node in tree.below(top)]
    assert sorted(below) == sorted(parents)
    for node in parents:
        assert node in set(tree.below(tree.root(node)))
        assert {top for top in parents if tree.within(node, top)} == set(tree.line(node))
