"""The facts that .NET's serializer works out once for each type, for everything that reads, writes or
describes XML as it does.
"""
