"""The Prepare phase: what is known and what is missing before both teams are in one room."""
