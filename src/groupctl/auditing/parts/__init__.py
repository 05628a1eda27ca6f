"""The figures of one chat as the checks ask for them: each part computes on demand and remembers."""
