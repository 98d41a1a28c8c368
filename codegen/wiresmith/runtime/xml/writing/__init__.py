"""The exact XML writer: what .NET's DataContractSerializer writes for a value, in either of its two forms."""
