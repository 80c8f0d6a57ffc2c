"""Printed matter: an agreement becomes blocks, blocks become a tagged, archival PDF.

The only door to ReportLab and pikepdf. Must not know the library, signatures' mathematics or windows.
"""
