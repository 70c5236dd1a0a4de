"""The folders a student process may read, and those within them it may not."""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from importlib.util import find_spec
from pathlib import Path

import gan_grading

SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")
PACKAGES = ("gan_course", "gan_worker")  # bound by name: in a checkout they lie beside the solutions
LIBRARIES = ("torch", "matplotlib", "IPython", "numpy", "safetensors", "traitlets")


def package_folder(name: str) -> Path:
    """Return the folder of an installed package without importing it.

    Raises:
        ModuleNotFoundError: if it is not installed.
    """
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{name} is not installed beside gan-grading", name=name)
    return Path(spec.origin).parent


def library_folders() -> list[str]:
    """Return what is bound read-only besides the system's own folders: Python, its libraries, the course."""
    folders = [sys.base_prefix, *_site_packages(), *(str(package_folder(name)) for name in PACKAGES)]
    if sys.prefix != sys.base_prefix:
        # Not the whole virtual environment: what its owner keeps beside the libraries is nobody's business.
        folders += [f"{sys.prefix}/{name}" for name in ("bin", "lib", "lib64", "share", "pyvenv.cfg")]
    present = {os.path.abspath(folder) for folder in folders if os.path.exists(folder)}
    return sorted(folder for folder in present if not _within(folder, SYSTEM))


def masked_folders() -> list[str]:
    """Return the grader's own folders where they lie inside something that is bound."""
    visible = (*SYSTEM, *library_folders())
    own = Path(gan_grading.__file__).parent
    beside = [
        folder for path in _site_packages() if os.path.isdir(folder := f"{path}/{gan_grading.__name__}")
    ]
    hidden = [str(own.resolve()), str(own), *beside]
    return sorted({folder for folder in hidden if _within(folder, visible)})


def search_path() -> list[str]:
    """Return the folders student processes import from beyond the standard library's."""
    parents = [str(package_folder(name).parent) for name in PACKAGES]
    return [*_site_packages(), *parents]


def _site_packages() -> list[str]:
    paths = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    paths += [str(package_folder(name).parent) for name in LIBRARIES if find_spec(name)]
    if site.ENABLE_USER_SITE:
        paths.append(site.getusersitepackages())
    return list(dict.fromkeys(path for path in paths if os.path.isdir(path)))


def _within(path: str, folders: tuple[str, ...] | list[str]) -> bool:
    return any(Path(path) != Path(folder) and Path(path).is_relative_to(folder) for folder in folders)
