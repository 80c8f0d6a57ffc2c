"""One editor for each kind of field, all with one protocol. Must not know drafts, paths, layouts or cards."""
