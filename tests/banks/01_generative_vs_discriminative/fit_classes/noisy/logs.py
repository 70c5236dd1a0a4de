import logging

import torch


def fit_classes(x, y, classes):
    logging.warning("fitting %d classes", classes)
    rows = [x[y == k] for k in range(classes)]
    for k, own in enumerate(rows):
        print(f"Klasse {k}: {len(own)} Zeilen")
    return (
        torch.tensor([len(own) / len(x) for own in rows]),
        torch.stack([own.mean(0) for own in rows]),
        torch.stack([own.var(0, correction=0) for own in rows]),
    )
