"""The verbs a person knows: create, set, save a version, publish, sign, import, check.

Both faces of the program, command line and window, call these and nothing below. Must not know either face.
"""
