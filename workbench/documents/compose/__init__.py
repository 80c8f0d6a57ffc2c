"""Agreements become blocks: one file for each section, and the pages around them.

Every filled field of every section prints: what a section's own file does not place, `page.rest` does. Must not know
ReportLab, paper or fonts.
"""
