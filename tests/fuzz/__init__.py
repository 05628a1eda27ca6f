"""Fuzzing of the readers: broken, mixed and hostile exports must be read or refused with a word, and at once."""
