"""Spreadsheets in and out: foreign files read behind guards, columns matched, the tracker written.

The only door to openpyxl, XlsxWriter and python-calamine. Must not know the library, documents or windows.
"""
