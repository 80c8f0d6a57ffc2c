"""What every floor may use: errors, places, clock, language. Knows nothing of agreements, files or windows."""
