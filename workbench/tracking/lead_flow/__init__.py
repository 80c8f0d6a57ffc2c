"""How leads flowed while the agreement was in force: how many reached each stage, how they were followed up, accepted.

Counts leads for what happened to them, whatever was promised. Must not know how it is shown.
"""
