"""Spies of games in which D is a classifier behave like what they stand for, and write down what they see."""

from __future__ import annotations

import pytest
import torch

from gan_course.exercises.student.handle import DirectChannel, Student, StudentFault


@pytest.fixture
def student():
    return Student(DirectChannel({}))


@pytest.fixture
def classifier(student):
    layers = [("linear", 2 * torch.eye(2), torch.zeros(2)), ("relu",), ("linear", torch.ones(3, 2), None)]
    return student.spy_classifier("D", layers, hidden=2)


def test_a_classifier_shows_its_hidden_layer(student, classifier):
    x = torch.tensor([[1.0, -1.0]])
    assert student.call(classifier, x, method="features").value.tolist() == [[2.0, 0.0]]
    assert student.call(classifier, x).value.tolist() == [[2.0, 2.0, 2.0]]
    assert [event["who"] for event in student.tape()] == ["features", "D"]


def test_a_class_loss_follows_each_label(student):
    loss = student.spy_class_loss("supervised_loss", target=1.0, weight=2.0)
    logits, labels = torch.tensor([[3.0, 0.0], [0.0, 2.0]]), torch.tensor([0, 1])
    found = student.slopes(loss, logits, labels)
    assert float(found.value) == pytest.approx(2 * (4 + 1) / 2)
    assert found.args[0].tolist() == [[4.0, 0.0], [0.0, 2.0]]
    assert student.tape()[0]["inputs"][1].tolist() == [0, 1]


@pytest.mark.parametrize("given", [(torch.zeros(2, 2), torch.zeros(2)), (torch.zeros(2, 2), [0, 1])])
def test_a_class_loss_refuses_what_are_no_labels(student, given):
    with pytest.raises(StudentFault, match="labels"):
        student.call(student.spy_class_loss("supervised_loss", 0.0, 1.0), *given)


def test_what_fakes_learn_depends_on_the_real_features(student):
    loss = student.spy_feature_loss("feature_loss", weight=1.0, share=0.5, target=0.0)
    fake = torch.ones(4, 2)
    slopes = [student.slopes(loss, real * torch.ones(3, 2), fake).args[1] for real in (2.0, 4.0)]
    assert slopes[0].abs().max() == 0.0  # half of 2 is 1
    assert slopes[1].tolist() == [[-0.5, -0.5]] * 4
