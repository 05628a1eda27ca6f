"""The wizard: one list of questions from which the flags, the answers file, the prompts and the gaps all come."""
