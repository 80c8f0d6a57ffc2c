"""The agreement itself: sections, commitments, rules, versions.

Pure; must not know files, databases, pages or windows.
"""
