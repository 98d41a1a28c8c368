"""Specs with mistakes, each with the line that is reported beneath the place where it stands:
``tests/data/mistakes``.

``cases`` says how such a file is written; ``python -m tests.mistakes`` writes the reported lines again.
"""
