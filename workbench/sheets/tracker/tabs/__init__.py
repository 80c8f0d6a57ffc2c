"""The sheets of a tracker, one file each: where things stand and how they look. Every number comes from the model."""
