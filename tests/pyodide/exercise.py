"""Runs in Pyodide: asks Python for very much of what it can do, and tells of each thing in a line.

Two Pythons of the same version, of which one has been cut down, must say the same. `Wire.lines` gives them as one text. Each line has a
name and a number made of all answers; what differs from run to run is left out of them.
"""

# ruff: noqa: B023 (what is asked is asked at once)

import ast
import collections
import copy
import dataclasses
import datetime
import difflib
import enum
import functools
import gc
import heapq
import itertools
import json
import marshal
import operator
import os
import re
import string
import sys
import textwrap
import traceback
import types
import weakref

ARGUMENTS = (0, 1, -2, 3, 1.5, "a", "%s", "ß", b"a", None, [1], ("a", 2), {"a": 1}, int, len)
SKIPPED = {"__class__", "__init_subclass__", "__subclasses__", "__getstate__", "__sizeof__", "gi_frame", "__reduce_ex__", "__reduce__", "__doc__", "__hash__", "__pow__", "__rpow__", "now", "today", "utcnow"}


def numbered(first, second=2, *rest, third=3, **others):
    return first, second, rest, third, sorted(others)


def counting():
    yield from range(3)


class Colour(enum.Enum):
    RED = 1
    BLUE = "b"


@dataclasses.dataclass(frozen=True, order=True)
class Point:
    x: int
    y: float = dataclasses.field(default=0.5, repr=False)


SAMPLES = {
    "int": lambda: [0, -7, 255, 2**70, True],
    "float": lambda: [0.0, -1.25, 1e300, 5e-324, float("inf"), float("nan")],
    "complex": lambda: [0j, 1 - 2.5j],
    "str": lambda: ["", "ab c", "Straße ÄŞİ ǆ\n", "%(a)s {0!r:>5}", "12３", "\ud800😀"],
    "bytes": lambda: [b"", b"xy z\xff", bytearray(b"q\n"), memoryview(b"abcd")],
    "list": lambda: [[], [3, 1, 2], ["b", "a"]],
    "tuple": lambda: [(), (1, "a", None)],
    "dict": lambda: [{}, {"a": 1, 2: "b"}, {}.keys(), {1: 2}.items(), types.MappingProxyType({"m": 1})],
    "set": lambda: [set(), {1, 2}, frozenset("ab")],
    "range": lambda: [range(5), range(10, 0, -3), slice(1, None, 2)],
    "iterators": lambda: [iter([1, 2]), iter("ab"), zip([1], "a"), map(str, [1]), filter(None, [0, 1]), enumerate("ab"), reversed([1, 2]), counting()],
    "functions": lambda: [numbered, len, "".join, functools.partial(numbered, 1), property(len), staticmethod(len), classmethod(len)],
    "types": lambda: [int, type, object(), Colour, Colour.RED, Point(1), types.SimpleNamespace(a=1), None, ..., NotImplemented],
    "errors": lambda: [ValueError("no", 1), KeyError("k"), OSError(2, "gone", "file"), UnicodeDecodeError("ascii", b"\xff", 0, 1, "why")],
    "collections": lambda: [collections.deque([1, 2], 3), collections.Counter("abca"), collections.OrderedDict(a=1), collections.defaultdict(list)],
    "dates": lambda: [datetime.date(2026, 2, 28), datetime.datetime(2026, 3, 1, 9, 5), datetime.timedelta(1, 2), datetime.UTC],
    "patterns": lambda: [re.compile(r"(?P<w>\w+)|(\d)"), re.match("(a)(b)?", "ac"), operator.itemgetter(0)],
}

TEXTS = ["Dear Dana,\n\nThank you, “all” — of you… at 10:30!", "résumé naïve ΑΒΓ привет ١٢٣ 😀👍🏽", "x" * 300, "a,b;c\td\r\ne\x0bf\u2028g"]
PATTERNS = [
    r"\b\w+\b", r"(?i)[à-ÿ]+", r"(?<=a)b|c(?!d)", r"(?P<q>['\"“]).*?(?P=q)", r"^\s*$", r"(?m)^\w", r"(?s).{2,5}?", r"[^\W\d_]{2,}", r"(\d+)(?:st|nd)?",
    r"(?x) a  # one\n |b", r"(a|b)*?c", r"(?>x+)x", r"x{3,4}+", r"•|…", r"(?a:\w)+", r"(?<!\w)é?",
]  # fmt: skip
WRONG = [
    "if", "x = = 1", "def f(:\n pass", "return 1", "print 'a'", "'abc", "f(a for a in b, c)", "a b", "{1:2, 3}", "x = (1,\n2", "\tif 1:\n  x", "break",
    "async def f(): yield from x", "del f()", "1 = x", "f'{a'", "nonlocal x", "lambda: (yield)", "class A: pass; def", "0777", "1_", "import", "*a = 1", "match x:\n case a | b: pass",
]  # fmt: skip
RIGHT = '''
from __future__ import annotations
async def f(a, /, b: int = 1, *c, d=2, **e) -> None:
    async with a as (x, *y), b: await c
    async for i in a:
        if i: continue
        else: break
    return [z async for z in y if await z]
class A[T](B, metaclass=C):
    x: list[T] = []
    def __init__(self): self.__private, *self.rest = 1, 2
match a:
    case {"k": [1, *rest], **kw} if rest: pass
    case P(x=1, y=(2 | 3)) | None: pass
    case str() as s: pass
try: raise X from Y
except* (E, F) as g: g
else: assert a, f"{a!r:>{w}} {b=}"
finally: del a.b[1:2, ...]
with (open(a) as b, c): global d; d = not a if b < c <= d else lambda *x, k=1: (yield_ := x)
type X = int | str
for i, in {**a, 'b': -1j}, {*c}, (x for x in y): i @= 2; i //= 3; i <<= ~4
'''


def ready():
    pass


def wire():
    return Wire()


class Wire:
    def lines(self) -> str:
        sys.setrecursionlimit(400)
        return "\n".join(f"{name} {hash(tuple(answers)) & 0xFFFFFFFF:08x} {len(answers)}" for name, answers in _all())


def _all():
    for name, samples in SAMPLES.items():
        for place in range(len(samples())):
            for attribute in dir(samples()[place]):
                if attribute not in SKIPPED:
                    yield f"{name} {place} {attribute}", list(_tried(samples, place, attribute))
        yield f"{name} operators", list(_operated(samples()))
    for part in (_letters, _numbers, _codecs, _regular, _compiled, _modules, _files, _memory):
        yield part.__name__, list(part())


def _told(ask) -> str:
    try:
        answer = ask()
        told = f"{type(answer).__name__} {answer!r:.400}"
    except Exception as error:
        told = f"{type(error).__name__} {error!s:.400}"
    return re.sub(r"0x[0-9a-f]+", "@", told)


def _tried(samples, place, attribute):
    yield _told(lambda: getattr(samples()[place], attribute))
    for given in [(), *((each,) for each in ARGUMENTS), *itertools.product(ARGUMENTS[1:6], repeat=2)]:
        yield _told(lambda: getattr(samples()[place], attribute)(*copy.deepcopy(given)))


def _operated(samples):
    two = [each for name, each in sorted(vars(operator).items()) if name in operator.__all__ and name not in {"pow", "ipow", "length_hint"}]
    for each, other in itertools.product(samples, [*samples, *ARGUMENTS[:10]]):
        for operation in two:
            yield _told(lambda: operation(copy.copy(each), copy.copy(other)))
    for each in samples:
        for ask in (repr, str, bool, len, iter, list, sorted, format, callable, sum, max, min, any, abs, int, float, bytes, ascii, dir, id and type):
            yield _told(lambda: ask(copy.copy(each)))


def _letters():
    asks = [getattr(str, name) for name in dir(str) if name.startswith("is") or name in {"lower", "upper", "title", "casefold", "swapcase", "capitalize"}]
    for begin in range(0, sys.maxunicode, 64):
        text = "".join(map(chr, range(begin, begin + 64)))
        yield str([ask(text) for ask in asks]) + str([[ask(letter) for ask in asks] for letter in text])


def _numbers():
    for power in range(-330, 310, 7):
        for digits in ("1", "9.99999999999999", "2.5", "1.7976931348623157"):
            number = float(f"{digits}e{power}")
            yield f"{number!r} {number:.3g} {number:+.17e} {number:,.2f}"[:400] + str([number.hex(), hash(number), number.as_integer_ratio()])
    for base in range(2, 37):
        yield _told(lambda: [int(text, base) for text in ("101", "-11", "1_0")]) + str([pow(base, 61, 97), base**40 // 7**30, (-base) % 7, divmod(base**20, -13)])
    for form in ("d", "n", "x", "#o", "b", "c", "e", "G", "%", "_d", ">+10,.3f", "^#12X", "=08d"):
        yield _told(lambda: format(12345, form)) + _told(lambda: format(-0.00012345, form)) + _told(lambda: "%.3s|%5d|%-8x|%r|%e".__mod__(("abcd", 7, 255, [1], 2.5)))


def _codecs():
    everything = "".join(map(chr, range(0, 0x3000, 3))) + "😀\ud800"
    for codec in ("utf-8", "utf-16", "utf-16-le", "utf-32-be", "latin-1", "ascii", "utf-7", "unicode-escape", "raw-unicode-escape", "rot13", "big5", "no"):
        for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogatepass", "surrogateescape"):
            encoded = _told(lambda: hash(everything.encode(codec, errors)))
            yield encoded + _told(lambda: bytes(range(256)).decode(codec, errors))


def _regular():
    for pattern, text in itertools.product(PATTERNS, TEXTS):
        for ask in (re.findall, re.fullmatch, re.split, lambda p, t: re.sub(p, r"<\g<0>>", t), lambda p, t: [m.span() for m in re.finditer(p, t)]):
            yield _told(lambda: ask(pattern, text))


def _compiled():
    for source in (*WRONG, RIGHT, "1 +", "(" * 120 + ")" * 120):
        for mode in ("exec", "eval", "single"):
            yield _told(lambda: hash(marshal.dumps(compile(source, "<text>", mode))))
        yield _told(lambda: ast.dump(ast.parse(source)))
        yield _told(lambda: ast.unparse(ast.parse(source)))
    for error in [each for each in vars(__builtins__ if isinstance(__builtins__, types.ModuleType) else types.SimpleNamespace(**__builtins__)).values() if isinstance(each, type) and issubclass(each, Exception)]:
        yield _told(lambda: "".join(traceback.format_exception(_raised(error))))


def _raised(kind):
    try:
        try:
            raise kind("first")
        except TypeError:
            raise ExceptionGroup("many", [ValueError(1), KeyError("k")]) from None
    except Exception as error:
        return error


def _modules():
    for text in TEXTS:
        yield _told(lambda: json.loads(json.dumps({"t": text, "n": [1.5, None, True, -0.0]}, indent=1, ensure_ascii=False)))
        yield _told(lambda: textwrap.fill(text, 20)) + _told(lambda: list(difflib.unified_diff(text.split(), TEXTS[0].split())))
        yield _told(lambda: string.Formatter().vformat("{0!r:>{w}} {a[0]}", [text], {"w": 9, "a": "bc"}))
    for wrong in ("", "{", "[1,]", '{"a" 1}', "nul", '"\x01"', "1e999", "-", '"\\ud83d"'):
        yield _told(lambda: json.loads(wrong))
    for days in range(0, 800000, 1371):
        day = datetime.date.fromordinal(1 + days)
        yield f"{day.isocalendar()} {day:%A %d %B %Y %j %U} {day.isoformat()}" + _told(lambda: datetime.datetime.fromisoformat(f"{day}T10:20:30.5+02:00"))
    yield str(heapq.nsmallest(5, [9, 3, 7, 1, 8])) + str(list(itertools.permutations("abc", 2))) + str(list(itertools.groupby("aabc")))[:10]
    yield str([*itertools.accumulate([1, 2, 3]), *itertools.chain("a", "b"), *itertools.combinations("abc", 2), *itertools.zip_longest("a", "bc"), *itertools.pairwise("abc"), *itertools.batched("abcde", 2)])
    yield str([functools.reduce(operator.mul, [1, 2, 3]), functools.lru_cache(len)("ab"), functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2)])


def _files():
    place = "/tmp/exercise"
    with open(place, "w", encoding="utf-8", newline="") as file:
        yield str(file.write("one\ntwö\r\n"))
    with open(place, "rb+") as file:
        yield str([file.read(3), file.seek(0), file.tell(), file.readlines()])
    yield str([os.listdir("/tmp").count("exercise"), os.stat(place).st_size, os.path.splitext("a.b"), open(place).readlines(), os.getcwd()])
    os.unlink(place)
    yield _told(lambda: open("/no/such/file")) + _told(lambda: os.listdir("/no"))


def _memory():
    class Node:
        pass

    gone = []
    node = Node()
    node.self = node
    watch = weakref.ref(node, lambda _: gone.append(1))
    del node
    gc.collect()
    yield f"{watch()} {gone}"
    yield _told(lambda: (deep := lambda n: deep(n + 1))(0))
    yield str([sys.getrefcount(None) > 1, len([0] * 10**6), sys.version_info[:3], sys.float_info.max, sys.maxsize])
    yield str(sorted(list(map(str, range(3000))), key=lambda text: text[::-1])[:20])
