"""Schemathesis against `wiresmith serve`, with the exported OpenAPI documents."""
