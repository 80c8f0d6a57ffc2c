"""What is prepared for a workshop and noted around it: never part of what is signed. Must not know how it is kept."""
