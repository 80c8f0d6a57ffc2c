"""The Agree phase: the twelve sections, how far each is, what they promise, and what is still open."""
