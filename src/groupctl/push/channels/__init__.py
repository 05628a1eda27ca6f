"""One file a kind of channel; each ends in CHANNEL."""
