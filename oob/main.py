"""The program's entry: runs the command line and turns what a person can mend into a message and an exit code.

Exit codes: 0 done; 1 refused (the message says what was wrong and what to do); 2 the command line itself is wrong;
130 interrupted. After 1, 2 and 130 the catalogue is as it was. Anything else that goes wrong is a bug and keeps its
traceback.
"""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130


def main() -> int:
    """Runs `oob` with the arguments it was called with; gives the exit code."""
    from oob.errors import Refusal

    try:
        from oob.cli import app

        code = app(standalone_mode=False)
        if sys.stdout is not None:  # closed by whoever called us
            sys.stdout.flush()
        if code == INTERRUPTED:  # which is how Typer tells of it
            return _interrupted()
    except Refusal as refusal:
        _say(refusal)
        return 1
    except BrokenPipeError:
        return _unread()
    except SystemExit as left:
        if isinstance(left.__context__, BrokenPipeError):  # Typer would end with 1
            return _unread()
        raise
    except OSError as error:
        if error.errno is None or error.filename is not None:
            raise
        print(f"oob: the output could not be written: {error.strerror}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _interrupted()
    except Exception as error:
        return _usage(error)
    return code if isinstance(code, int) else 0


def _say(refusal: Exception) -> None:
    """Prints what was refused. It may quote a file or database of anybody's, so nothing in it gets at the terminal."""
    from oob.names import printable

    lines = [printable(line) for line in str(refusal).split("\n")]
    print("\n".join(lines) if len(lines) > 1 else f"oob: {lines[0]}", file=sys.stderr)


def _interrupted() -> int:
    print("oob: interrupted; nothing was changed", file=sys.stderr)
    return INTERRUPTED


def _unread() -> int:
    """The reader of a pipe (head, less) has had enough. Python would complain once more on flushing at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _usage(error: Exception) -> int:
    """Shows a mistake in the command line; raises anything else again."""
    import typer

    if isinstance(error, typer.Abort):
        return _interrupted()
    show, code = getattr(error, "show", None), getattr(error, "exit_code", None)
    if show is None or code is None:
        raise error
    show()
    return int(code)
