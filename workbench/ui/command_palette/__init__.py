"""The command palette: every action, and what the open agreement contains, one key away. Must not know what they do."""
