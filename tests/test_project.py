"""What must hold of the project's files as a whole."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
DISTRIBUTIONS = (ROOT / "pyproject.toml", ROOT / "grading" / "pyproject.toml")
# Folders of somebody's machine: a committed path below them works nowhere else.
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:home|Users|root|work|workspace)/[\w.]|[A-Z]:\\+Users")
# Where packages come from is a choice of each machine (pip's settings, TORCH_INDEX), never the project's.
REGISTRY = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|anaconda|jsdelivr|unpkg)\.(?:org|com|io|net)|download\.pytorch"
)


@cache
def committed_texts() -> dict[str, str]:
    """Every text file git knows, by its path."""
    if not (ROOT / ".git").exists():
        pytest.skip("this copy of the project is no git checkout")
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    texts = {}
    for name in names:
        path = ROOT / name
        data = path.read_bytes() if name and path.is_file() else b""
        if data and b"\0" not in data:
            texts[name] = data.decode("utf-8")
    return texts


def requirements() -> dict[str, list[Requirement]]:
    """Everything that is declared, by where it is declared."""
    found: dict[str, list[Requirement]] = {}
    for file in DISTRIBUTIONS:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        project = content["project"]
        groups = {
            **project.get("optional-dependencies", {}),
            **content.get("dependency-groups", {}),
            "": project["dependencies"],
        }
        for group, lines in groups.items():
            found[f"{project['name']}[{group}]"] = [Requirement(line) for line in lines]
    return found


def pins() -> dict[str, str]:
    """The tested set: version by name."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pairs}


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["machine path", "registry"])
def test_committed_files_fit_every_machine(pattern: re.Pattern[str]) -> None:
    found = [
        f"{name}:{text.count(chr(10), 0, hit.start()) + 1}: {hit.group()}"
        for name, text in committed_texts().items()
        for hit in pattern.finditer(text)
    ]
    assert found == []


def test_patterns_find_what_they_look_for() -> None:
    assert MACHINE_PATH.search("see /home" + "/someone/file")
    assert not MACHINE_PATH.search("an article at example.org/work/of/art")
    assert REGISTRY.search("https://" + "pypi" + ".org/simple")


def test_every_dependency_is_pinned_within_its_range() -> None:
    own = {"gan-course", "gan-grading"}
    for where, declared in requirements().items():
        for requirement in declared:
            name = canonicalize_name(requirement.name)
            if name in own:
                continue
            assert name in pins(), f"{where}: {name} is not in constraints.txt; run make constraints"
            assert requirement.specifier.contains(pins()[name], prereleases=True), f"{where}: {requirement}"


@pytest.mark.parametrize(
    ("file", "packages"),
    [(DISTRIBUTIONS[0], ["gan_course"]), (DISTRIBUTIONS[1], ["grading/gan_grading", "grading/gan_worker"])],
    ids=["gan-course", "gan-grading"],
)
def test_every_import_is_declared(file: Path, packages: list[str]) -> None:
    content = tomllib.loads(file.read_text(encoding="utf-8"))["project"]
    optional = [line for group in content.get("optional-dependencies", {}).values() for line in group]
    declared = {
        canonicalize_name(Requirement(line).name)
        for line in [*content["dependencies"], *optional, content["name"]]
    }
    owners = packages_distributions()
    own = {Path(package).name for package in packages}
    missing = {
        f"{path.relative_to(ROOT)} imports {module}"
        for package in packages
        for path in (ROOT / package).rglob("*.py")
        for module in imports(path.read_text(encoding="utf-8")) - own - sys.stdlib_module_names
        if not declared & {canonicalize_name(name) for name in owners.get(module, [module])}
    }
    assert sorted(missing) == []


def imports(source: str) -> set[str]:
    """Return the top-level names of all modules that a source imports, wherever it does."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_constraints_hold_pins_alone() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        # A local version such as +cpu exists in one index only, a path on one machine only.
        assert line.startswith("#") or re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line), line


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for where, declared in requirements().items():
        for requirement in declared:
            assert f"`{requirement.name}`" in text, (
                f"{where}: give the reason for {requirement.name} in CONTRIBUTING"
            )


@pytest.mark.parametrize(
    "name", ["README.md", "CHANGELOG.md", "grading/README.md", ".github/CONTRIBUTING.md"]
)
def test_local_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    targets = re.findall(
        r"\]\(([^)#\s]+)[^)]*\)|(?:src|href)=\"([^\"#]+)\"", page.read_text(encoding="utf-8")
    )
    local = {target for pair in targets for target in pair if target and "://" not in target}
    assert [target for target in sorted(local) if not (page.parent / target).exists()] == []


def test_both_distributions_have_one_version() -> None:
    versions = {tomllib.loads(f.read_text(encoding="utf-8"))["project"]["version"] for f in DISTRIBUTIONS}
    sources = (ROOT / "gan_course" / "__init__.py", ROOT / "grading" / "gan_grading" / "__init__.py")
    package = re.search(r'__version__ = "(.+)"', sources[0].read_text(encoding="utf-8"))
    assert package is not None
    assert versions == {package[1]}
    assert f'__version__ = "{package[1]}"' in sources[1].read_text(encoding="utf-8")
    assert f"## [{package[1]}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\nversion: {package[1]}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
