"""From blocks to boxes: which type, width and place each kind of block gets. Must not know agreements or pikepdf."""
