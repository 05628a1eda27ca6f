"""The command line: thin commands over the library, and the only place that talks to a terminal."""
