# misconception: wrong_type
import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)[labels.numpy()]
