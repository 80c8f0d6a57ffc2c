"""One column of foreign values at a time: what its cells mean as dates, numbers, texts.

Decides for the whole column, never value by value. Must not know headers, fields, rows or files.
"""
