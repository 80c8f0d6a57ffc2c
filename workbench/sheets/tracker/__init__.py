"""The tracking spreadsheet of one version: a lead log to fill in, and a scorecard that recalculates itself from it.

`writer.write_tracker` is the door. Must not know the library, or who asks.
"""
