"""How the rows of the sections become commitments, one file for each part of the agreement.

Must not know how commitments are worded, printed or checked.
"""
