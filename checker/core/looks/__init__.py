"""Looks at the people around a message: whom it reaches, at what address, and whom it forgets.

A rule of the kind `situation` that says `look:` is judged by one of these in place of a condition. A look has the
interface of a kind: `from_data(check)`, `evidence()`, `judge(context)`; whom it speaks of fills {known} in the message.
"""
