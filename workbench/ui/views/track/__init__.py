"""What really happened: importing it, and every promise held against it."""
