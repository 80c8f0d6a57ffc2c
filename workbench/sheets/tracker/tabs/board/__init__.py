"""The first sheet: every promise in the period shown, twelve months at a glance, and how the work keeps pace."""
