"""Afterword: what to send after a job interview, and a checker for the draft."""

__version__ = "0.1.0"
