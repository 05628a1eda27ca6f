"""``python -m groupctl``: the same as the command ``groupctl``."""

from groupctl.cli.main import main

if __name__ == "__main__":
    main()
