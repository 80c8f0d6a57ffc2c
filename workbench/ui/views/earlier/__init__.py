"""What the draft said before: states kept by themselves, compared with now, and taken back whole."""
