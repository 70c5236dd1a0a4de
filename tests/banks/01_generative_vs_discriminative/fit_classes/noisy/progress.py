import torch


def fit_classes(x, y, classes):
    from tqdm.auto import tqdm

    rows = [x[y == k] for k in tqdm(range(classes))]
    n = torch.tensor([float(len(r)) for r in rows])
    return n / n.sum(), torch.stack([r.mean(0) for r in rows]), torch.stack([r.var(0, unbiased=False) for r in rows])
