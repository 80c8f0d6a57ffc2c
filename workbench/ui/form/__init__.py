"""The form over declared fields: draft, editors, layouts, rows. Must not know storage, services or any one page."""
