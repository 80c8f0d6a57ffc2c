"""The page of the target buyer beyond its form: personas and the journey as cards side by side."""
