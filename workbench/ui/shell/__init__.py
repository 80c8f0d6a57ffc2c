"""The window around every screen: bars, rail, status, places. Must not know what any screen shows."""
