"""SLA Workbench: two teams agree, sign, and check every promise.

What the folders are for stands in the README's map of the floors.
"""

__version__ = "0.1.0"
