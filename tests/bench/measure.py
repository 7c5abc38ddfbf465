"""What the benchmarks share: fair timing of programs and functions against floors, and a Markdown table of the result.

Everything that is compared is run in turn, A B C A B C, so that whatever else the machine does meets all alike.
"""

from __future__ import annotations

import compileall
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

Run = Callable[[], object]

OOB = "import sys\nfrom oob.main import main\nif __name__ == '__main__':\n    sys.exit(main())\n"
"""What pip writes as the command `oob`."""


def prepare(database: Path) -> dict[str, str]:
    """Byte-compiles this oob, and gives the environment in which programs find it, and no other database."""
    compileall.compile_dir(ROOT / "oob", quiet=1)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    path = os.pathsep.join(filter(None, (str(ROOT), kept.get("PYTHONPATH"))))
    return {**kept, "PYTHONPATH": path, "OOB_DATABASE": str(database), "OOB_USER": "benchmark"}


def program(words: Sequence[str | Path], environment: Mapping[str, str]) -> Run:
    """A run of Python with some arguments, its output thrown away."""
    command = [sys.executable, *map(str, words)]

    def run() -> None:
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)

    return run


def in_turn(runs: int, things: Mapping[str, Run], *, warm: bool = True) -> dict[str, list[float]]:
    """The seconds that each thing takes, run after run in turn; `warm`: after one run that nobody times."""
    found: dict[str, list[float]] = {name: [] for name in things}
    for turn in range(-1 if warm else 0, runs):
        for name, run in things.items():
            start = time.perf_counter()
            run()
            if turn >= 0:
                found[name].append(time.perf_counter() - start)
    return found


def seconds(times: Sequence[float]) -> str:
    """The median, and the least and most: `62 ms (60-71)`."""
    median, least, most = statistics.median(times), min(times), max(times)
    if median < 1:
        return f"{median * 1e3:.0f} ms ({least * 1e3:.0f}-{most * 1e3:.0f})"
    return f"{median:.1f} s ({least:.1f}-{most:.1f})"


def ratio(times: Sequence[float], floor: Sequence[float]) -> str:
    """How many times as long as the floor, turn by turn: median, least and most."""
    ratios = [mine / its for mine, its in zip(times, floor, strict=True)]
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f})"


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def setting(runs: int) -> str:
    """One line on where and how this was measured."""
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores;"
        f" {runs} runs of each in turn: median (least-most); all byte-compiled first."
    )
