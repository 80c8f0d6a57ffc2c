"""A workshop in the room: questions, blind answers, differences, consent, clock, and what the room sees. Pure."""
