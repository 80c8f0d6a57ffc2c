"""The page of volumes beyond its form: the funnel beside its inputs, months, loads, scenarios, formulas."""
