"""Makes oob/pictures/data/world.json.gz of npm's world-atlas (Natural Earth 1:50m, in the public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tests/making/basemap.py package/countries-50m.json oob/pictures/data/world.json.gz

Positions are rounded to a hundredth of a degree, about a kilometre, finer than the lines are. An arc is a line between
two junctions, as steps from one position to the next; a country is the arcs around it, ~n being arc n backwards. What
two countries share is a border, what one has is coast.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

STEP = 0.01


def made(source: Path) -> bytes:
    """The base map, compressed, the same each time."""
    atlas = json.loads(source.read_text("utf-8"))
    scale, move = atlas["transform"]["scale"], atlas["transform"]["translate"]
    world = {
        "step": STEP,
        "arcs": [_steps(_positions(arc, scale, move)) for arc in atlas["arcs"]],
        "countries": [
            [each["properties"]["name"], _polygons(each)]
            for each in atlas["objects"]["countries"]["geometries"]
            if each["type"] is not None
        ],
    }
    text = json.dumps(world, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)


def _polygons(country: Any) -> Any:
    return country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]


def _positions(arc: Any, scale: Any, move: Any) -> list[tuple[int, int]]:
    x = y = 0
    found = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        found.append((round((x * scale[0] + move[0]) / STEP), round((y * scale[1] + move[1]) / STEP)))
    return found


def _steps(positions: list[tuple[int, int]]) -> list[int]:
    """The first position and the steps to the others, x and y in turn; what rounding made equal is left out."""
    flat = [*positions[0]]
    before = positions[0]
    for at, position in enumerate(positions[1:], 2):
        if position != before or (at == len(positions) and len(flat) == 2):
            flat += [position[0] - before[0], position[1] - before[1]]
            before = position
    return flat


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(made(Path(sys.argv[1])))
