"""How long oob takes to start, against Python with sqlite3 and against a Typer program that does nothing.

    python tests/bench/startup.py [--runs 21]

The shipped catalogue, in a database that is ready. Ratios are turn by turn: run it on a machine that is doing little.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from measure import OOB, in_turn, prepare, program, ratio, seconds, setting, table

HELLO = '''\
import typer

app = typer.Typer({options})


@app.command()
def hello(name: str = "world") -> None:
    """Say hello."""
    print(f"hello {{name}}")


app()
'''
THIN = "rich_markup_mode=None, pretty_exceptions_enable=False"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        environment = prepare(place / "oob.db")
        for name, text in (
            ("command.py", OOB),
            ("thin.py", HELLO.format(options=THIN)),
            ("hello.py", HELLO.format(options="")),
        ):
            (place / name).write_text(text, "utf-8")
        floors = {
            "Python with sqlite3": ["-c", "import sqlite3"],
            "Typer hello": [place / "thin.py"],
            "Typer hello, its defaults": [place / "hello.py"],
            "Typer hello --help, its defaults": [place / "hello.py", "--help"],
        }
        commands = ["oob --version", "oob --help", "oob inventory lna", "oob inventory lna --format csv"]
        things = floors | {command: [place / "command.py", *command.split()[1:]] for command in commands}
        times = in_turn(runs, {name: program(words, environment) for name, words in things.items()})
    print(setting(runs), "\n")
    against = ("Python with sqlite3", "Typer hello")
    rows = [[name, seconds(taken), *(ratio(taken, times[floor]) for floor in against)] for name, taken in times.items()]
    print(table(["", "takes", *(f"times {floor}" for floor in against)], rows))


if __name__ == "__main__":
    main()
