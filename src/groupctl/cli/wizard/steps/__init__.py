"""The steps of a plan, one file each, ending in ``STEP = Step(…)``."""
