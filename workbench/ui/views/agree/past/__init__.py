"""A field being agreed, on past data: what it would have come to, beside the field."""
