"""One task after another on several processors: answers in the order of the tasks, whatever becomes of a process.

The processes are started anew (spawn), as every system can: none inherits what its neighbours wait on, so that the end
of one is heard of at once, and the task that it died of is known.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import connection, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Final, Generic, TypeVar

from oob.errors import Refusal

Task = TypeVar("Task")
Answer = TypeVar("Answer")

AT_HAND: Final = 4
"""Tasks that a process is given ahead, so that it never waits for the next."""
AHEAD: Final = 64
"""Answers a process that may wait for one before them."""


@dataclass(slots=True)
class _Member:
    """A process, the end of its pipe, and the tasks it was given: it answers in their order."""

    process: BaseProcess
    pipe: Connection
    given: deque[int] = field(default_factory=deque)
    ready: bool = False


class Crew(Generic[Task, Answer]):
    """Processes that each begin with `begin(setting)`, which gives what answers a task.

    With one process none is started: the tasks are answered here.
    """

    def __init__(self, begin: Callable[[Any], Callable[[Task], Answer]], setting: object, processes: int) -> None:
        self._begin = begin
        self._setting = setting
        self._here: Callable[[Task], Answer] | None = begin(setting) if processes <= 1 else None
        self._wanted = processes
        self._members: list[_Member] = []

    def __enter__(self) -> Crew[Task, Answer]:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        for member in self._members:
            member.pipe.close()  # by which an idle process ends
            if kind is not None:
                member.process.terminate()
        for member in self._members:
            member.process.join(5)
            if member.process.is_alive():
                member.process.kill()
                member.process.join()

    def each(self, tasks: Sequence[Task]) -> Iterator[Answer | None]:
        """The answer to each task, in order; None where the process that was at it died."""
        if self._here is not None:
            yield from map(self._here, tasks)
            return
        waiting = deque(range(len(tasks)))
        answers: dict[int, Answer | None] = {}
        following = 0
        while following < len(tasks):
            self._hand_out(tasks, waiting, following)
            self._take_in(answers, waiting)
            while following in answers:
                yield answers.pop(following)
                following += 1

    def _hand_out(self, tasks: Sequence[Task], waiting: deque[int], following: int) -> None:
        while waiting and len(self._members) < self._wanted and len(self._members) < len(tasks):
            self._members.append(self._start())
        limit = following + AHEAD * self._wanted
        for _ in range(AT_HAND):
            for member in sorted(self._members, key=lambda member: len(member.given)):
                if waiting and waiting[0] < limit and len(member.given) < AT_HAND:
                    number = waiting.popleft()
                    member.given.append(number)
                    with suppress(OSError):  # it has died, which the next look at its pipe tells
                        member.pipe.send(tasks[number])

    def _take_in(self, answers: dict[int, Answer | None], waiting: deque[int]) -> None:
        owing = [member for member in self._members if member.given or not member.ready]
        answering = connection.wait([member.pipe for member in owing])
        for member in [member for member in owing if member.pipe in answering]:
            try:
                answer = member.pipe.recv()
            except (EOFError, OSError) as error:
                self._lose(member, answers, waiting, error)
                continue
            if member.ready:
                answers[member.given.popleft()] = answer
            member.ready = True

    def _lose(
        self, member: _Member, answers: dict[int, Answer | None], waiting: deque[int], error: EOFError | OSError
    ) -> None:
        """A process has died, of the first task that it owes; the others go to its successor."""
        self._members.remove(member)
        member.pipe.close()
        member.process.join(5)
        if not member.ready:
            raise Refusal("the processes that read could not be started; try again with --processes 1") from error
        if member.given:
            answers[member.given.popleft()] = None
        waiting.extendleft(reversed(member.given))

    def _start(self) -> _Member:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs,), daemon=True)
        with _deaf():
            process.start()
        theirs.close()
        with suppress(OSError):  # it has died, which the first look at its pipe tells
            # Not among the arguments above: a process that dies before it takes many of them is waited for without end.
            ours.send((self._begin, self._setting))
        return _Member(process, ours)


@contextmanager
def _deaf() -> Iterator[None]:
    """A process started meanwhile never hears of Ctrl-C: this one does, and ends it."""
    if os.name != "posix":
        yield
        return
    resource_tracker.ensure_running()  # which would lift the mask if it had to be started for the process
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _work(pipe: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tasks: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_listen, args=(pipe, tasks), daemon=True).start()
    with suppress(OSError):  # whoever gave the tasks is gone
        begin, setting = tasks.get()
        answer = begin(setting)
        gc.collect()
        gc.freeze()  # what it knows stays as long as the process: the collector need not go through it again and again
        pipe.send(None)
        while (task := tasks.get()) is not _END:
            pipe.send(answer(task))


_END: Final = object()


def _listen(pipe: Connection, tasks: SimpleQueue[Any]) -> None:
    """Takes tasks in at all times: who gives them must never wait for one who waits to be rid of an answer."""
    with suppress(EOFError, OSError):
        while True:
            tasks.put(pipe.recv())
    tasks.put(_END)
