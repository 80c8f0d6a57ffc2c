"""Judging one lead by the lead definitions: criteria, points, tier, stage, each with what decided it."""
