"""Lines answered on several cores: in order, each as soon as it is ready, with only a few lines held at a time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from queue import Queue

from checker.cli.inputs import InputError
from checker.core.batch_line import answer_line
from checker.core.wire import Engine

_HELD = 16  # lines for each core: enough to keep it busy, however long one of them takes
_ENDED = "A worker process was ended from outside, perhaps for want of memory. Fewer may do: --jobs 1"

_engine: Engine | None = None  # of a worker process


def number_of_cores() -> int:
    """Those that this process may use, which in a container can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def answer_on_cores(lines: Iterable[bytes], rules_json: str, jobs: int, write: Callable[[str], None], engine: Engine | None = None) -> None:
    """Answer lines by so many processes, and give each answer to `write`, in the order of the lines.

    `engine` holds the same rules where somebody has read them already. Raises what `write` raises, and InputError where a worker
    was killed.
    """
    global _engine
    _engine = engine
    # A copy of this process has the rules already. Elsewhere than on Linux copies are not safe, and each worker reads them.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, context, _begin, (rules_json,)) as pool:
        writer: _Writer | None = None
        try:
            for line in lines:
                waiting = pool.submit(_answer, line)  # the first starts all workers; there is no second thread before
                writer = writer or _Writer(write, jobs * _HELD)
                writer.held.put(waiting)
                if writer.error:
                    break
        except BaseException as error:
            if writer:
                writer.stopped = True
            pool.shutdown(wait=False, cancel_futures=True)
            if isinstance(error, BrokenProcessPool):  # told here or to the writer, whoever asks first
                raise InputError(_ENDED) from None
            raise
        finally:
            if writer:
                writer.end()
        if writer and writer.error:
            pool.shutdown(wait=False, cancel_futures=True)
            raise writer.error


class _Writer:
    """Takes answers in the order in which their lines were read, waits for each, and hands it on. In a thread of its own, so that
    answers go out while the next line is still being waited for."""

    def __init__(self, write: Callable[[str], None], most: int) -> None:
        self.write = write
        self.held: Queue[Future[str] | None] = Queue(most)  # full, it holds up whoever reads lines
        self.error: BaseException | None = None
        self.stopped = False
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def end(self) -> None:
        """Wait until what is held has been written, or dropped after an error."""
        self.held.put(None)
        self.thread.join()

    def _run(self) -> None:
        while (waiting := self.held.get()) is not None:
            if self.error or self.stopped:
                continue
            try:
                self.write(waiting.result())
            except BrokenProcessPool:
                self.error = InputError(_ENDED)
            except BaseException as error:  # whatever it is, the reading thread has to hear of it
                self.error = error


def _begin(rules_json: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches all processes, and the first one sees to it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    global _engine
    _engine = _engine or Engine(rules_json)


def _end_with_parent() -> None:
    """A first process that is killed cannot tell its workers, which would wait for lines for ever."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _answer(line: bytes) -> str:
    assert _engine is not None
    return answer_line(line, _engine)
