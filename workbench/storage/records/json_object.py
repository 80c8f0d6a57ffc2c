"""The type of JSON objects that callers hand in and get back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]
"""A JSON object without floats: strings, whole numbers, booleans, null, lists, objects."""
