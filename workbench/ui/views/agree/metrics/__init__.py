"""The page of shared metrics beyond its form: what customers cost and bring, computed with formulas."""
