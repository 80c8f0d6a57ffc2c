"""A foreign table as a whole: opened, its layout found, its fields read, its rows turned into leads.

Runs in the reader child only, because it parses foreign bytes. Must not know pipes, limits or the library.
"""
