"""The two distributions, as a student and an instructor get them.

Both wheels are built from this checkout, or taken from the folder that ``GAN_COURSE_WHEELS`` names, where CI
built them once. The student's is installed alone in a new environment, which borrows torch
and the other libraries from the running one but not its editable installations.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Wheel:
    path: Path

    @property
    def files(self) -> dict[str, bytes]:
        with zipfile.ZipFile(self.path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def below(self, folder: str) -> dict[str, bytes]:
        return {
            name.removeprefix(folder): data for name, data in self.files.items() if name.startswith(folder)
        }


def wheel_of(source: Path, name: str, out: Path) -> Wheel:
    built = os.environ.get("GAN_COURSE_WHEELS")
    if built:
        (wheel,) = Path(built).glob(f"{name}-*.whl")
        return Wheel(wheel)
    return build_wheel(source, out)


def build_wheel(source: Path, out: Path) -> Wheel:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    (wheel,) = out.glob("*.whl")
    return Wheel(wheel)


@pytest.fixture(scope="module")
def student_wheel(tmp_path_factory: pytest.TempPathFactory) -> Wheel:
    return wheel_of(ROOT, "gan_course", tmp_path_factory.mktemp("student_wheel"))


@pytest.fixture(scope="module")
def grading_wheel(tmp_path_factory: pytest.TempPathFactory) -> Wheel:
    return wheel_of(ROOT / "grading", "gan_grading", tmp_path_factory.mktemp("grading_wheel"))


@pytest.fixture(scope="module")
def student(student_wheel: Wheel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the scripts folder of an environment with the student's wheel and nothing of the checkout."""
    home = tmp_path_factory.mktemp("student") / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True, timeout=120)
    python = home / "bin" / "python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-index",
        "--no-deps",
        "--quiet",
    ]
    subprocess.run([*pip, str(student_wheel.path)], check=True, timeout=120)
    (packages,) = home.glob("lib/python*/site-packages")
    # A path in a .pth file is searched, but .pth files in it are not read: editable installations stay out.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home / "bin"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "GAN_COURSE"))}
    return subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, timeout=120
    )


def package_files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and ".ipynb_checkpoints" not in path.parts
    }


def released() -> dict[str, bytes]:
    files = {
        path.relative_to(ROOT / "course").as_posix(): path for path in (ROOT / "course").glob("*/*.ipynb")
    }
    return {name: path.read_bytes() for name, path in files.items() if ".ipynb_checkpoints" not in path.parts}


def test_student_wheel_holds_the_library_and_the_released_notebooks(student_wheel: Wheel) -> None:
    assert released(), "course/ holds no notebook: run gan-grade release"
    assert student_wheel.below("gan_course/notebooks/") == released()
    library = {n for n in student_wheel.below("gan_course/") if not n.startswith("notebooks/")}
    assert library == package_files(ROOT / "gan_course")


def test_student_wheel_holds_no_probe_and_no_solution(student_wheel: Wheel) -> None:
    tops = {name.split("/")[0] for name in student_wheel.files}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"gan_course"}
    for name, data in student_wheel.below("gan_course/").items():
        text = data.decode("utf-8", errors="ignore")
        assert not re.search(r"^\s*(from|import) gan_(grading|worker)\b", text, re.MULTILINE), name
        if name.startswith("notebooks/"):
            assert name.endswith(".ipynb"), f"{name}: a percent source holds the solutions"
            assert "gan_grading" not in text, name
            assert "BEGIN SOLUTION" not in text, name
            assert "HIDDEN TESTS" not in text, name


def test_grading_wheel_holds_both_packages_whole(grading_wheel: Wheel) -> None:
    for package in ("gan_grading", "gan_worker"):
        held = {name for name in grading_wheel.below(f"{package}/") if not name.startswith("shipped/")}
        assert held == package_files(ROOT / "grading" / package)
    tops = {name.split("/")[0] for name in grading_wheel.files}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"gan_grading", "gan_worker"}


def test_grading_wheel_carries_the_course_and_its_keys(grading_wheel: Wheel) -> None:
    """Whoever installs it grades this course without a checkout."""
    held = set(grading_wheel.below("gan_grading/shipped/solutions/"))
    assert held == package_files(ROOT / "solutions")
    assert "05_wasserstein/exercises/critic_loss.py" in held


@pytest.mark.parametrize("which", ["student_wheel", "grading_wheel"])
def test_wheel_carries_its_licence(which: str, request: pytest.FixtureRequest) -> None:
    wheel: Wheel = request.getfixturevalue(which)
    (licence,) = (data for name, data in wheel.files.items() if name.endswith(".dist-info/licenses/LICENSE"))
    assert licence.decode() == (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Redistribution and use in source and binary forms" in licence.decode()


def test_library_imports_from_the_wheel_alone(student: Path, tmp_path: Path) -> None:
    done = run(student / "python", "-c", "import gan_course; print(gan_course.__file__)", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(student.parent)
    hidden = run(student / "python", "-c", "import gan_grading", cwd=tmp_path)
    assert "ModuleNotFoundError" in hidden.stderr, "the environment sees the checkout, so it proves nothing"


def test_doctor_finds_a_student_environment_ready(student: Path, tmp_path: Path) -> None:
    done = run(student / "gan-course", "doctor", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "✗" not in done.stdout
    assert str(student.parent) in done.stdout, "the notebooks it found are not those of the wheel"


def test_list_names_every_released_assignment(student: Path, tmp_path: Path) -> None:
    done = run(student / "gan-course", "list", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == sorted(
        n.split("/")[0] for n in released()
    )


def test_start_gives_the_released_notebook(student: Path, tmp_path: Path) -> None:
    for name, data in released().items():
        done = run(student / "gan-course", "start", name.split("/")[0], tmp_path, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / name).read_bytes() == data


def test_a_students_whole_path_with_the_wheel_alone(student: Path, tmp_path: Path) -> None:
    """Begin, answer one exercise, check, look over, pack; another one is brought back as it was."""

    def course(*words: str) -> subprocess.CompletedProcess[str]:
        return run(student / "gan-course", *words, cwd=tmp_path)

    assert course("start").returncode == 0
    notebook = tmp_path / "00_start_here" / "start.ipynb"
    data = json.loads(notebook.read_text(encoding="utf-8"))
    answer = next(cell for cell in data["cells"] if cell["id"] == "distances")
    answer["source"] = "def distances(points, centre):\n    return (points - centre).norm(dim=1)\n"
    notebook.write_text(json.dumps(data), encoding="utf-8")
    packed = course("pack")
    assert packed.returncode == 0, packed.stdout + packed.stderr
    assert "✓ distances" in packed.stdout
    assert "1 of 4 exercises green, 0 of 1 question answered" in packed.stdout
    assert zipfile.ZipFile(tmp_path / "00_start_here" / "00_start_here.zip").namelist() == [
        "start.ipynb",
        "receipt.json",
    ]
    assert course("check").returncode == 1, "exercises are left, and a program that asks must see it"
    assert "1 of 4 exercises green" in course("status").stdout
    assert course("start", "--fresh", "distances").returncode == 0
    assert "raise NotImplementedError()" in notebook.read_text(encoding="utf-8")
    assert "norm(dim=1)" in next((tmp_path / "00_start_here" / "kept").iterdir()).read_text(encoding="utf-8")


@pytest.mark.parametrize(("which", "folder"), [("student_wheel", "."), ("grading_wheel", "grading")])
def test_source_distribution_builds_the_very_wheel(
    which: str, folder: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """What is published as source is whole: the wheel made of it is the one made of the checkout."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path), str(ROOT / folder)]
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    (wheel,) = tmp_path.glob("*.whl")
    assert Wheel(wheel).files.keys() == request.getfixturevalue(which).files.keys()
    if which == "student_wheel":
        (source,) = tmp_path.glob("*.tar.gz")
        with tarfile.open(source) as archive:
            tops = {Path(name).parts[1] for name in archive.getnames() if len(Path(name).parts) > 1}
        assert not tops & {"solutions", "grading", "tests"}, "the keys are not for students"


def test_the_container_file_copies_what_the_wheel_needs_and_no_solution(
    student_wheel: Wheel, tmp_path: Path
) -> None:
    """Docker may be missing where tests run; what it would copy can be tried all the same."""
    lines = (ROOT / ".binder" / "Dockerfile").read_text(encoding="utf-8").splitlines()
    context = tmp_path / "course"
    for line in lines:
        if line.startswith("COPY "):
            *sources, target = line.split()[1:]
            place = context / Path(target).relative_to("/tmp/course")
            for source in map(ROOT.joinpath, sources):
                if source.is_dir():
                    shutil.copytree(source, place, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    place.mkdir(parents=True, exist_ok=True)
                    shutil.copy(source, place)
    assert build_wheel(context, tmp_path / "out").files.keys() == student_wheel.files.keys()
    assert not {path.name for path in context.rglob("*")} & {"solutions", "grading"}


def test_the_devcontainer_is_built_of_the_container_file() -> None:
    folder = ROOT / ".devcontainer"
    settings = json.loads((folder / "devcontainer.json").read_text(encoding="utf-8"))
    dockerfile = (folder / settings["build"]["dockerfile"]).read_text(encoding="utf-8")
    assert (folder / settings["build"]["context"]).resolve() == ROOT
    assert f"\nWORKDIR {settings['workspaceFolder']}\n" in dockerfile
    assert settings["workspaceMount"].endswith(f"target={settings['workspaceFolder']}")
