"""Sample screens, composed of the parts; their content is invented."""
