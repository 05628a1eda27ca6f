"""What a shell is told when somebody presses Tab."""

import os
import subprocess
import sys


def completed(shell: str, words: str) -> str:
    """Return what the program prints to a shell that asks for completions."""
    asks = {
        "_GROUPCTL_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": words,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "LANG": "C.UTF-8",
    }
    program = "from groupctl.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **asks}, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def test_a_command_is_one_line_with_its_whole_description() -> None:
    (line,) = completed("fish", "groupctl au").splitlines()
    assert line.startswith("audit\tAudit an exported chat")
    assert line.endswith("who advertises.")


def test_an_option_is_one_line_too() -> None:
    (line,) = completed("fish", "groupctl audit --colum").splitlines()
    assert line.startswith("--columns\t")
