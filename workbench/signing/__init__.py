"""Electronic signatures: local identities, signing a PDF, verifying one strictly.

The only door to pyHanko. Must not know how a document is drawn, the library or windows.
"""
