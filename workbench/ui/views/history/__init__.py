"""The history: every version on a line, any two compared, one looked at, restored, written as a file."""
