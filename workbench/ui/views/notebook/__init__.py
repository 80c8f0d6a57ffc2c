"""What is written down beside the clause: decisions, parked topics, words, comments and notes, one key away."""
