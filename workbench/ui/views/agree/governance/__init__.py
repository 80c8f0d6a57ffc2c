"""The page of governance beyond its form: the year with its meetings, reviews and imports, and its calendar file."""
