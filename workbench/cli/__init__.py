"""The command line: one small file for each group of commands. Must not know anything below the services but values."""
