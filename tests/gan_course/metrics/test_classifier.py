import pytest
import torch

from gan_course.data import TensorData, digits
from gan_course.errors import ShapeError
from gan_course.metrics import frechet_distance, train_classifier


@pytest.fixture(scope="module")
def parts():
    return digits().split(0.8)


@pytest.fixture(scope="module")
def classifier(parts):
    return train_classifier(parts[0], steps=300)


def test_it_knows_digits_it_has_not_seen(classifier, parts):
    """Measured: 98.9% after 500 steps."""
    assert classifier.accuracy(parts[1]) > 0.94


def test_probabilities_are_some(classifier, parts):
    p = classifier.probabilities(parts[1].x[:7])
    torch.testing.assert_close(p.sum(dim=1), torch.ones(7))
    assert torch.equal(p.argmax(dim=1), classifier.predict(parts[1].x[:7]))


def test_features_are_standardised_and_tell_digits_from_noise(classifier, parts):
    train, test = (classifier.features(p.x) for p in parts)
    assert train.shape[1] == 64
    assert float(train.mean(dim=0).abs().max()) < 1e-4
    noise = classifier.features(torch.rand(360, 64) * 2 - 1)  # rows of pixels are taken too
    assert frechet_distance(train, noise) > 10 * frechet_distance(train, test)


def test_training_is_repeatable_and_leaves_random_numbers_alone(parts):
    before = torch.get_rng_state()
    first, second = (train_classifier(parts[0], steps=5) for _ in range(2))
    assert torch.equal(first.features(parts[1].x[:3]), second.features(parts[1].x[:3]))
    assert torch.equal(before, torch.get_rng_state())


@pytest.mark.parametrize("size", [4, 5, 7, 10, 28])
def test_any_size_of_picture(size):
    data = TensorData(torch.rand(20, 3, size, size), torch.arange(20) % 2)
    assert train_classifier(data, steps=2).predict(data.x).shape == (20,)


def test_other_pictures_are_refused(classifier):
    with pytest.raises(ShapeError, match=r"the classifier was trained on \(1, 8, 8\)"):
        classifier.predict(torch.zeros(2, 1, 9, 9))
    with pytest.raises(ShapeError, match="no labels"):
        train_classifier(TensorData(torch.zeros(5, 1, 8, 8)))
