"""The page of working together beyond its form: who is what in each activity, as a matrix."""
