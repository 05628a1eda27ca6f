"""One file a chat format, each ending in ``READER``. They share what stands beside this folder, never each other."""
