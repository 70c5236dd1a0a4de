"""Options are written down once as fields of Settings; their types and ``train`` follow."""

import inspect
import re
from dataclasses import fields
from typing import get_type_hints

import pytest

from gan_course.errors import UnknownNameError
from gan_course.training import Settings, train
from gan_course.training.settings import Options


def test_options_have_the_types_of_the_fields():
    assert get_type_hints(Options) == get_type_hints(Settings)


def test_train_shows_every_option_with_its_default():
    shown = inspect.signature(train).parameters
    assert {f.name: f.default for f in fields(Settings)}.items() <= {
        name: p.default for name, p in shown.items()
    }.items()
    assert list(shown)[:5] == ["generator", "discriminator", "data", "callbacks", "progress"]


def test_train_describes_every_option():
    described = re.findall(r"^        (\w+): ", inspect.getdoc(train).replace("\n", "\n    "), flags=re.M)
    assert {f.name for f in fields(Settings)} <= set(described)


def test_a_misspelt_option_is_named(quick):
    with pytest.raises(UnknownNameError, match="'bach_size': did you mean 'batch_size'"):
        quick(bach_size=3)
