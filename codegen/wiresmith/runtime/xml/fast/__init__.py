"""The functions that emitted XML codecs call: the reading and writing of the one layout that .NET's XmlWriter
form has.
"""
