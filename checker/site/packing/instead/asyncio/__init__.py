# ruff: noqa: F403
"""asyncio for the browser: loops, tasks and futures, which Pyodide needs. What talks to networks and programs is three quarters of it."""

from asyncio.coroutines import *
from asyncio.events import *
from asyncio.events import BaseDefaultEventLoopPolicy as DefaultEventLoopPolicy  # noqa: F401 (Pyodide makes its own of it)
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.taskgroups import *
from asyncio.tasks import *
from asyncio.timeouts import *
