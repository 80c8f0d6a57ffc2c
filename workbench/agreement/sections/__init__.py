"""The twelve sections, one file each, every field declared once. Must not know how they are shown or stored."""
