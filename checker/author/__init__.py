"""For those who edit rules: load, prove, score, and the tables made from libraries. Start at load.py."""
