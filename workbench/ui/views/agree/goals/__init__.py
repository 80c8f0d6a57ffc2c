"""The page of goals beyond its form: ranked by dragging, with the one that decides marked."""
