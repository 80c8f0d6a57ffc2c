"""What the page of the first section has of its own."""
