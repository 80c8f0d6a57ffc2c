"""Invented documents that use every kind of block: an agreement, a comparison, a review report, and extremes."""
