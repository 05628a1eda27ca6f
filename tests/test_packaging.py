"""What is shipped: the wheel, what it carries and needs, and the two commands that a stranger runs first."""

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from groupctl import __version__

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel, built from the tree as it stands."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def shipped(wheel: Path) -> set[str]:
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs of a fresh environment with the wheel; its dependencies are those of this one."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, symlinks=True)
    base = {"base": str(home), "platbase": str(home)}
    site, programs = (Path(sysconfig.get_path(name, "venv", vars=base)) for name in ("purelib", "scripts"))
    neighbours = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    (site / "neighbours.pth").write_text("\n".join(sorted(neighbours)), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "-q", "--no-index", "--no-deps", str(wheel)], check=True, capture_output=True)
    return programs


def tree(folder: str, pattern: str) -> set[str]:
    """Return the files below a folder of the source tree, relative to it."""
    paths = (ROOT / folder).rglob(pattern)
    return {
        str(path.relative_to(ROOT / folder)) for path in paths if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_template_is_shipped(shipped: set[str]) -> None:
    assert {f"groupctl/_templates/{name}" for name in tree("templates", "*")} <= shipped


def test_every_module_and_data_file_is_shipped(shipped: set[str]) -> None:
    assert {f"groupctl/{name}" for name in tree("src/groupctl", "*")} <= shipped
    assert {"groupctl/py.typed", "groupctl/locale/zh_CN/LC_MESSAGES/groupctl.mo"} <= shipped


def test_nothing_else_is_shipped(shipped: set[str]) -> None:
    assert {name.partition("/")[0] for name in shipped} == {"groupctl", f"groupctl-{__version__}.dist-info"}
    assert not [name for name in shipped if "__pycache__" in name or "/tests/" in name]


def test_the_installed_program_says_its_version(installed: Path) -> None:
    said = subprocess.run([installed / "groupctl", "--version"], capture_output=True, text=True, check=True, cwd="/")
    assert said.stdout == f"groupctl {__version__}\n"


def test_the_installed_program_speaks_chinese(installed: Path) -> None:
    called = [str(installed / "groupctl"), "--lang", "zh-CN", "--help"]
    said = subprocess.run(called, capture_output=True, text=True, check=True, cwd="/", encoding="utf-8")
    assert said.stdout.startswith("用法：groupctl")


def test_the_installed_program_finds_its_own_templates(installed: Path) -> None:
    program = (
        "import groupctl.resources as r, pathlib; print(r.templates_dir().relative_to(pathlib.Path(r.__file__).parent))"
    )
    called = [str(installed / "python"), "-I", "-c", program]
    said = subprocess.run(called, capture_output=True, text=True, check=True, cwd="/")
    assert said.stdout == "_templates\n"


FOR_DEVELOPERS = {"dev", "bench"}


def dependencies() -> list[str]:
    """Return what the program itself can use, as pyproject.toml says it, the extras for operators included."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (wanted for name, wanted in table["optional-dependencies"].items() if name not in FOR_DEVELOPERS)
    return [*table["dependencies"], *(one for wanted in extras for one in wanted)]


def declared() -> list[str]:
    """Return the lines of pyproject.toml that name a dependency of the program or of its development."""
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    tables = tomllib.loads("\n".join(lines))["project"]
    wanted = [*tables["dependencies"], *(one for extra in tables["optional-dependencies"].values() for one in extra)]
    return [next(line.strip() for line in lines if line.strip().startswith(f'"{name}"')) for name in wanted]


@pytest.mark.parametrize("line", declared())
def test_every_dependency_says_what_it_is_for(line: str) -> None:
    assert len(line.partition("#")[2].split()) >= 2


def imported(tree: ast.Module) -> set[str]:
    """Return the top-level names that a module imports, wherever it does."""
    plain = (name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names)
    parts = (node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module)
    return {name.partition(".")[0] for name in (*plain, *parts)}


def test_everything_that_is_imported_is_declared() -> None:
    modules = (ROOT / "src" / "groupctl").rglob("*.py")
    names = set().union(*(imported(ast.parse(path.read_text(encoding="utf-8"))) for path in modules))
    foreign = names - set(sys.stdlib_module_names) - {"groupctl"}
    known = {re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", wanted)[0]).lower() for wanted in dependencies()}
    owners = metadata.packages_distributions()
    normal = {name: {re.sub(r"[-_.]+", "-", owner).lower() for owner in owners[name]} for name in foreign}
    assert {name for name in foreign if not normal[name] & known} == set()


def test_the_readme_and_continuous_integration_run_the_same_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    command = 'python3 -m venv .venv && .venv/bin/pip install -q -e ".[dev]" && .venv/bin/python -m tests'
    assert script[-1] == command
    assert command in readme


def test_the_readme_says_how_to_try_it() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/groupctl demo" in readme


def test_continuous_integration_says_when_python_is_too_old(tmp_path: Path) -> None:
    python = tmp_path / "python3"
    python.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit\nexit 1\n')
    python.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", ROOT / ".ci" / "run"], env={"PATH": path}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "groupctl needs Python 3.11 or newer; python3 here is Python 3.9.2\n"
