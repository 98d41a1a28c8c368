"""Typed Python from web pages that document an API."""
