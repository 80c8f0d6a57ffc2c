"""The library: every agreement with how it stands, what needs somebody, and how to begin one."""
