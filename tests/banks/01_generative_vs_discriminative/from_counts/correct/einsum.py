import torch


def from_counts(counts):
    p_xy = counts * (1.0 / torch.einsum("rk->", counts))
    p_x = torch.einsum("rk->r", p_xy)
    return p_xy, torch.einsum("rk,r->rk", p_xy, 1 / p_x)
