"""Exact arithmetic behind the numbers people agree on. Pure; must not know fields, pages or where inputs come from."""
