"""A .NET client, to hold ``wiresmith serve`` against."""
