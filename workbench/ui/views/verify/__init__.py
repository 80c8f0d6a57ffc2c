"""Verifying any PDF: four answers about it, who signed, and which version of which agreement it says it is."""
