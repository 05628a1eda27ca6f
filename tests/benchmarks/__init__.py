"""How fast and how lean: ``python -m tests.benchmarks`` generates large exports and measures on them."""
