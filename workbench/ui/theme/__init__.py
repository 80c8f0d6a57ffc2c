"""How everything looks: tokens, fonts, icons, the one application stylesheet. Must not know any screen or its data."""
