"""Drawings, one file for each kind: its height for a width, and how its data is drawn. They know no agreement."""
