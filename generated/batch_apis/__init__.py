# Emitted by wiresmith from specs/: change the spec and run "wiresmith generate", not this file.
"""Typed models, operations and codecs of documented APIs, one package for each."""
