"""Cells: what tables and lists are made of. Each is a value with words and a drawing; none knows a screen's data."""
