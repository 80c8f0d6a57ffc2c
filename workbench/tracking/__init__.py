"""What really happened, judged: leads, working time, checks, the scorecard and the evidence behind it.

Pure; must not know where leads come from, where results go, or how they are shown.
"""
