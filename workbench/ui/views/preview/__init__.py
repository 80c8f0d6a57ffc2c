"""The document the draft would become, in a window of its own beside the editing."""
