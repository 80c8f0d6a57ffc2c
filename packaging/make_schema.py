"""Writes the published JSON Schema of the Agreement JSON; a test says when it has to be run again."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Write `resources/schema/agreement-1.json`."""
    from workbench.agreement.schema import agreement_schema  # noqa: PLC0415  (needs the path above)

    target = ROOT / "resources" / "schema" / "agreement-1.json"
    target.write_text(json.dumps(agreement_schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
    print(target.name, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
