"""Python for the browser without the half of it that nothing there can reach.

Pyodide's WebAssembly is made for everything that somebody may load into it later: it has codecs for Chinese, a decimal
arithmetic, an XML parser, the whole of C++'s library. We load nothing into it, so what neither Python's own code nor our library
can get at need not travel. Nothing is compiled anew; what is left is what Pyodide's authors built, but for how functions are called by
their addresses.

    runtime.py       from the npm package's files to ours: the one function that others call
    cut.py           a module without what cannot be reached
    reach.py         what can be reached
    indirect.py      calls by an address, made so that browsers need not guess
    references.py    what a function refers to
    relocations.py   where data hold addresses
    instructions.py  the instructions of a function
    wasm.py          a module's parts, read and written
    numbers.py       how it writes numbers
    glue.py          the script around the module
    unused.py        the same, without what it does not use
"""
