"""The page of lead definitions beyond its form: the trial of one lead, how a lead qualifies, points, calibration."""
