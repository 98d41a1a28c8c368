"""The exact reader: any valid XML form of a document to its value, or everything that is wrong with it."""
