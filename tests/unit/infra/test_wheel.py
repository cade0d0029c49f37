"""A wheel is whole: the program runs from it alone, with its pages and its library, and takes nothing of the house."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from infra.check_size import ROOT

LOOK = """
import sys
from pathlib import Path
import server.cli
from rooms.scenario_file import library
from server.app import load_scripts
from server.settings import STATIC
wheel = Path(sys.argv[1])
assert Path(server.cli.__file__).is_relative_to(wheel), server.cli.__file__
assert all(path.is_relative_to(wheel) for path in [STATIC, *library().values()])
assert sorted(load_scripts()) == sorted(library())
assert "tests" not in {name.partition(".")[0] for name in sys.modules}
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the sources as they are, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    # The pages are those of this checkout: `make test` has built them.
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], PROVEROM_SKIP_CLIENT="1")
    (packed,) = folder.glob("*.whl")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def run(command: list[str], **variables: str) -> None:
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | variables, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "headset_client").glob("*.html")))
def test_a_page_and_all_that_it_names_are_in_it(wheel: Path, name: str) -> None:
    page = (wheel / "server" / "static" / name).read_text()
    named = [part.split('"')[0] for part in page.split('="/assets/')[1:]]
    assert bool(named) == (name != "offline.html"), "that page alone has everything in it"
    assert [one for one in named if not (wheel / "server" / "static" / "assets" / one).is_file()] == []


def test_the_program_runs_from_it_alone(wheel: Path) -> None:
    run([sys.executable, "-c", LOOK, str(wheel)], PYTHONPATH=str(wheel), PYTHONSAFEPATH="1")


def test_it_holds_the_three_packages_and_the_load_generator_and_nothing_else(wheel: Path) -> None:
    held = {path.name for path in wheel.iterdir() if not path.name.endswith(".dist-info")}
    assert held == {"rooms", "agents", "server", "infra"}
    assert [path.name for path in (wheel / "infra").iterdir()] == ["load"]
