"""The benchmark of the checker in the browser: `python -m tools.bench --help`.

Three contestants do the same in turns, on one machine and in one run: the built site's checker page; Pyodide as its manual
says, with the same engine and rules; and harper.js. See docs/speed.md for what is measured and why.
"""
