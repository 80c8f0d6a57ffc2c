"""The lines of the scorecard as formulas of the clocks, the totals and the as-of cell.

Mirrors `workbench.tracking.scorecard`, from which every number is tested. Must not know how a line looks.
"""
