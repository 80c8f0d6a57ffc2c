"""The page of hand-off beyond its form: the way of a lead, drawn from the answers and edited by its parts."""
