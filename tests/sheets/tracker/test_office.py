"""LibreOffice computes every formula of a tracker afresh and comes to what was written, and to what the checks say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sheets.tracker.generated import generated
from tests.sheets.tracker.lean import Computed, write_lean
from tests.sheets.tracker.making import NAMES, check, expected, model_of, row_differences, same
from tests.sheets.tracker.workbook import changed, error_cells, scorecard
from tests.support.office import Office
from tests.tracking.worlds import review
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.writer import write_model

pytestmark = pytest.mark.office

SWEEPS, LOGS_A_SWEEP = 6, 50
"""In parts, so that neither memory nor a time limit is strained."""


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
def test_every_cell_of_more_generated_logs(office: Office, tmp_path: Path) -> None:
    models = [model_of(promised, review(world)) for world, promised in generated(6, number=2)]
    paths = written(models, tmp_path)
    hold(models, paths, office.recalculate_all(paths, seconds=500))


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("number", range(SWEEPS))
def test_the_scorecard_and_every_lead_of_many_logs(number: int, office: Office, tmp_path: Path) -> None:
    """With no value in any formula before: every commitment, period and status, and every lead's working seconds."""
    models = [model_of(promised, review(world)) for world, promised in generated(LOGS_A_SWEEP, number=10 + number)]
    assert len(models) == LOGS_A_SWEEP
    paths = [write_lean(model, tmp_path / f"log_{place}_.xlsx") for place, model in enumerate(models)]
    for model, sheets in zip(models, office.sheets(paths, seconds=600), strict=True):
        computed = Computed(sheets)
        assert computed.errors() == []
        check(model)
        lines, results = computed.scorecard(), expected(model)
        assert set(lines) == set(results)
        for key, result in results.items():
            told = {name: getattr(result, attribute) for name, attribute in NAMES.items()}
            wrong = {
                name: (lines[key][name], value) for name, value in told.items() if not same(lines[key][name], value)
            }
            assert wrong == {}, (key, result)
        for promise in model.promises:
            judged = model.judged.get(promise.commitment.id)
            if judged and not promise.missing.value:
                codes = computed.column(model.engine.ranges[f"State_{promise.commitment.label}"].place)
                seconds = computed.column(judged.seconds.place) if judged.seconds else None
                assert row_differences(model, promise.commitment, codes, seconds) == [], promise.commitment
