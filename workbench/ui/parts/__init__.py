"""The kit every screen is composed of. Parts know the theme and nothing of agreements, services or screens."""
