"""The engine: standard library only, pure, no clock and no files. It runs in the reader's browser. Start at check.py."""
