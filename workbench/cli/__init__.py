"""The command line: one small file per group of commands. Must not know anything below the services but values."""
