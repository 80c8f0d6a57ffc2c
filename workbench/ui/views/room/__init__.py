"""The workshop in the room: the console, the audience window, private entry."""
