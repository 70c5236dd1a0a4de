"""The library must not make every notebook wait for packages it may never use."""

import subprocess
import sys

import pytest

LAZY = ("matplotlib", "sklearn", "tqdm", "pooch", "pandas", "IPython", "torchmetrics", "accelerate")


@pytest.mark.parametrize(
    "statement",
    [
        "import gan_course",
        "import gan_course.training, gan_course.data, gan_course.metrics, gan_course.plots",
    ],
)
def test_import_does_not_bring_heavy_packages(statement):
    """What torch itself imports is torch's affair; what it does not, must stay out too."""
    brings = f"before = set(sys.modules); {statement}; print(*sorted(set(sys.modules) - before))"
    code = f"import sys, torch; {brings}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    brought = {name.split(".")[0] for name in done.stdout.split()}
    assert not brought & set(LAZY)


def test_submodules_come_when_they_are_asked_for():
    code = "import gan_course; print(gan_course.data.ring().dim, 'plots' in dir(gan_course))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "True"]


def test_a_wrong_attribute_is_an_attribute_error():
    import gan_course

    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        gan_course.nothing  # noqa: B018


def test_commands_that_compute_nothing_do_not_wait_for_torch(tmp_path):
    """It takes seconds, and on a machine just started many. ``check`` needs it in its kernel alone."""
    code = (
        "import sys; from gan_course.cli import main; main(['start']); main(['status']); main(['start']); "
        "import gan_course.work.headless, gan_course.work.pack; print('torch' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.splitlines()[-1] == "False"
