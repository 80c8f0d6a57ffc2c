"""Hairline tables, trees and lists; their cells are small values that draw themselves. Must not know any screen."""
