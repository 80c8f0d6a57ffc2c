"""What a field is: declared once, parsed, formatted, addressed by a path, encoded, compared.

Knows values and meaning; must not know agreements, windows, pages or cells.
"""
