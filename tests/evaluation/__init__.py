"""How right the detectors are: scored on labelled files, beside simple baselines."""
