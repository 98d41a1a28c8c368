"""A live .NET beside the codecs: Mono writes and reads random values of the contracts of ``Types.cs``."""
