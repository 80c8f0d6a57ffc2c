"""The scorecard: promises by month, the number chosen, and the leads behind it."""
