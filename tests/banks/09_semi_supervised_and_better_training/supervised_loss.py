# %% correct · plain
def supervised_loss(logits, labels):
    return F.cross_entropy(logits, labels)

# %% correct · module
def supervised_loss(logits, labels):
    return nn.CrossEntropyLoss()(logits, labels)

# %% correct · nll
def supervised_loss(logits, labels):
    return F.nll_loss(F.log_softmax(logits, dim=1), labels)

# %% correct · papers_code
def supervised_loss(logits, labels):
    own = logits[torch.arange(len(labels)), labels]
    return -own.mean() + torch.logsumexp(logits, dim=1).mean()

# %% correct · gathered
def supervised_loss(logits, labels):
    logs = logits - logits.logsumexp(dim=1, keepdim=True)
    return -logs.gather(1, labels.unsqueeze(1)).mean()

# %% correct · one_hot
def supervised_loss(logits, labels):
    truth = F.one_hot(labels, logits.shape[1]).to(logits.dtype)
    return -(truth * logits.log_softmax(1)).sum(1).mean()

# %% correct · loop
def supervised_loss(logits, labels):
    total = 0.0
    for row, label in zip(logits, labels):
        total = total - torch.log_softmax(row, dim=0)[label]
    return total / len(labels)

# %% correct · one_number_in_a_list
def supervised_loss(logits, labels):
    return F.cross_entropy(logits, labels, reduction="none").mean().reshape(1)

# %% wrong · with_the_fake_class · fake_class_included
def supervised_loss(logits, labels):
    zeros = torch.zeros(len(logits), 1)
    return F.cross_entropy(torch.cat([logits, zeros], dim=1), labels)

# %% wrong · z_plus_one · fake_class_included
def supervised_loss(logits, labels):
    own = logits[torch.arange(len(labels)), labels]
    return (F.softplus(logits.logsumexp(1)) - own).mean()

# %% wrong · likelihood · sign
def supervised_loss(logits, labels):
    return F.log_softmax(logits, 1)[torch.arange(len(labels)), labels].mean()

# %% wrong · probability · no_logarithm
def supervised_loss(logits, labels):
    return -F.softmax(logits, 1)[torch.arange(len(labels)), labels].mean()

# %% wrong · nll_of_probabilities · no_logarithm
def supervised_loss(logits, labels):
    return F.nll_loss(F.softmax(logits, 1), labels)

# %% wrong · softmax_twice · softmax_twice
def supervised_loss(logits, labels):
    return F.cross_entropy(F.softmax(logits, 1), labels)

# %% wrong · over_the_batch · wrong_axis
def supervised_loss(logits, labels):
    return F.nll_loss(F.log_softmax(logits, dim=0), labels)

# %% wrong · binary · one_versus_rest
def supervised_loss(logits, labels):
    truth = F.one_hot(labels, logits.shape[1]).float()
    return F.binary_cross_entropy_with_logits(logits, truth)

# %% wrong · label_alone · not_normalised
def supervised_loss(logits, labels):
    return -logits[torch.arange(len(labels)), labels].mean()

# %% wrong · table_of_labels · not_the_label
def supervised_loss(logits, labels):
    return -F.log_softmax(logits, 1)[:, labels].mean()

# %% wrong · summed · mean_missing
def supervised_loss(logits, labels):
    return F.cross_entropy(logits, labels, reduction="sum")

# %% wrong · one_each · mean_missing
def supervised_loss(logits, labels):
    return F.cross_entropy(logits, labels, reduction="none")

# %% wrong · smoothed · smoothed_labels
def supervised_loss(logits, labels):
    return F.cross_entropy(logits, labels, label_smoothing=0.1)

# %% wrong · naive · overflows
def supervised_loss(logits, labels):
    p = logits.exp() / logits.exp().sum(1, keepdim=True)
    return -p[torch.arange(len(labels)), labels].log().mean()

# %% wrong · log_of_softmax · overflows
def supervised_loss(logits, labels):
    p = torch.softmax(logits, dim=1)
    return -torch.log(p[torch.arange(len(labels)), labels]).mean()

# %% wrong · guarded · overflows
def supervised_loss(logits, labels):
    p = torch.softmax(logits, dim=1)
    return -torch.log(p[torch.arange(len(labels)), labels] + 1e-8).mean()

# %% wrong · number · becomes_number
def supervised_loss(logits, labels):
    return F.cross_entropy(logits, labels).item()

# %% wrong · detached · detached
def supervised_loss(logits, labels):
    return F.cross_entropy(logits.detach(), labels)
