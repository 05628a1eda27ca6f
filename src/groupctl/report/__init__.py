"""One result in each form that somebody reads: terminal, JSON, Markdown, HTML."""
