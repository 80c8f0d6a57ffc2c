"""The library: agreements, drafts, versions, signatures, imports, kept in one database.

The only door to SQLAlchemy and sqlite3. Must not know documents, spreadsheets, keys or windows.
"""
