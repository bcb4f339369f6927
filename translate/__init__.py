"""Offline translation of news in which every name and term comes out the agreed way."""

__version__ = "0.1.0"
