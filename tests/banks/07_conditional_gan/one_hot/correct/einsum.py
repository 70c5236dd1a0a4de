def one_hot(labels, classes):
    same = torch.eq(labels[:, None], torch.arange(classes, device=labels.device)[None, :])
    return torch.einsum("nk,kj->nj", same.float(), torch.eye(classes))
