# ruff: noqa: F403
"""asyncio for the browser: loops, tasks and futures, which Pyodide needs. What talks to networks and programs is three quarters of it."""

from .coroutines import *
from .events import *
from .events import BaseDefaultEventLoopPolicy as DefaultEventLoopPolicy  # noqa: F401 (Pyodide makes its own of it)
from .exceptions import *
from .futures import *
from .locks import *
from .queues import *
from .runners import *
from .taskgroups import *
from .tasks import *
from .timeouts import *
