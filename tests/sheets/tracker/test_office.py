"""LibreOffice computes every formula of a tracker afresh and comes to what was written, and to what the checks say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sheets.tracker.generated import generated
from tests.sheets.tracker.making import NAMES, expected, model_of, same
from tests.sheets.tracker.workbook import changed, error_cells, scorecard
from tests.support.office import Office
from tests.tracking.worlds import review
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.writer import write_model

pytestmark = pytest.mark.office


def written(models: list[Model], folder: Path) -> list[Path]:
    """The trackers of some models as files."""
    paths = []
    for number, model in enumerate(models):
        path = folder / f"tracker_{number}.xlsx"
        path.write_bytes(write_model(model))
        paths.append(path)
    return paths


def hold(models: list[Model], paths: list[Path], recalculated: list[Path]) -> None:
    """Hold every cell against what was written, and every line against the checks."""
    for model, before, after in zip(models, paths, recalculated, strict=True):
        assert changed(before, after) == {}
        assert error_cells(after) == []
        lines = scorecard(after)
        results = expected(model)
        assert set(lines) == set(results)
        for key, result in results.items():
            wrong = {
                name: lines[key][name] for name in NAMES if not same(lines[key][name], getattr(result, NAMES[name]))
            }
            assert wrong == {}, (key, result)


def test_generated_logs(office: Office, tmp_path: Path) -> None:
    models = [model_of(promised, review(world)) for world, promised in generated(2)]
    paths = written(models, tmp_path)
    hold(models, paths, office.recalculate_all(paths))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_many_generated_logs(office: Office, tmp_path: Path) -> None:
    models = [model_of(promised, review(world)) for world, promised in generated(16, number=2)]
    paths = written(models, tmp_path)
    hold(models, paths, office.recalculate_all(paths, seconds=500))
