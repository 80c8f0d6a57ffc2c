"""The page of follow-up times beyond its form: the matrix of tiers and sources, and an example lead in words."""
