"""Ready sets of tiers, one file each."""
