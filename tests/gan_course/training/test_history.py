import json
import math

import pytest

from gan_course.training import History


@pytest.fixture
def history():
    made = History(losses={"d": [1.0, 2.0], "g": [3.0, 4.0]}, seconds=0.5)
    made.record(2, {"modes": 8})
    return made


def test_it_survives_a_trip_through_json(history):
    again = History.from_dict(json.loads(json.dumps(history.to_dict())))
    assert again == history


def test_the_table_has_a_row_an_iteration(history):
    pd = pytest.importorskip("pandas")
    table = history.to_pandas()
    assert isinstance(table, pd.DataFrame)
    assert table.index.tolist() == [1, 2]
    assert table["g"].tolist() == [3.0, 4.0]
    assert math.isnan(table["modes"][1])
    assert table["modes"][2] == 8


def test_numbers_at_a_glance(history):
    assert (history.steps, history.rate, history.d, history.g) == (2, 4.0, [1.0, 2.0], [3.0, 4.0])
    assert repr(history) == "<History: 2 iterations in 0.5 s, last losses: d 2.000, g 4.000>"


def test_an_empty_one_has_no_rate():
    assert (History().steps, History().rate) == (0, 0.0)
