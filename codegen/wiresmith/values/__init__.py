"""Values that keep the text they were read from, and the texts that each format and .NET give them. Nothing of wiresmith lies below."""
