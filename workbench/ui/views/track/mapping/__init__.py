"""A foreign file on its way in: read, matched with the agreement's fields, tried, imported."""
