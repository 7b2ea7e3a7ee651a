"""The installed wheel works by itself, outside the checkout."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the unpacked wheel and nothing else of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    subprocess.run([*build, str(folder), str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site-packages")
    return folder / "site-packages"


def run(installed: Path, cwd: Path, *arguments: str) -> str:
    """What Python prints with the installed package and this environment's dependencies, but not its own package."""
    # -S leaves out site-packages and with it the link of the editable install; the path gives the dependencies back.
    command = [sys.executable, "-S", "-P", *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(installed), sysconfig.get_path("purelib")])}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_wheel_builds_a_site_and_answers(installed: Path, tmp_path: Path) -> None:
    found = run(installed, tmp_path, "-c", "import leaderboard; print(leaderboard.__file__)")
    assert Path(found.strip()).is_relative_to(installed)
    printed = run(installed, tmp_path, "-m", "leaderboard", "build", "--out", "build")
    assert str(Path("build") / "site" / "index.html") in printed
    assert (tmp_path / "build" / "site" / "index.html").is_file()
    assert (tmp_path / "build" / "leaderboard.duckdb").is_file()
    question = ["query", "coverage", "--limit", "1", "--columns", "benchmark"]
    assert run(installed, tmp_path, "-m", "leaderboard", *question).split() == ["benchmark", "ImageNet"]


def distributions(source: Path, target: Path, **settings: str) -> dict[str, str]:
    """The checksums of the wheel and the source archive that are built of a checkout."""
    build = [sys.executable, "-m", "hatchling", "build", "--directory", str(target)]
    subprocess.run(build, cwd=source, env=os.environ | settings, check=True, capture_output=True)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in target.iterdir()}


def test_distributions_are_the_same_to_the_byte(tmp_path: Path) -> None:
    """Of a copy, whose files have other times, made under other settings."""
    untracked = shutil.ignore_patterns(".*", "build", "dist", "__pycache__")
    copy = shutil.copytree(ROOT, tmp_path / "copy", ignore=untracked, copy_function=shutil.copyfile)
    shutil.copyfile(ROOT / ".gitignore", copy / ".gitignore")
    one = distributions(ROOT, tmp_path / "one", TZ="UTC", PYTHONHASHSEED="1")
    other = distributions(copy, tmp_path / "other", TZ="Asia/Kathmandu", PYTHONHASHSEED="2", LC_ALL="C")
    assert {Path(name).suffix for name in one} == {".whl", ".gz"}
    assert one == other


def test_wheel_holds_no_test_and_no_picture(installed: Path) -> None:
    names = [path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()]
    assert not [name for name in names if "test" in Path(name).name or name.endswith(".png")]
    assert {"leaderboard/sample/papers.jsonl", "leaderboard/_data/queries/best.sql"} <= set(names)
