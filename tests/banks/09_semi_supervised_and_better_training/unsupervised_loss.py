# %% correct · plain
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.logsumexp(1)
    return F.softplus(-real).mean() + F.softplus(fake).mean()

# %% correct · papers_code
def unsupervised_loss(real_logits, fake_logits):
    l_real = torch.logsumexp(real_logits, dim=1)
    l_fake = torch.logsumexp(fake_logits, dim=1)
    return -l_real.mean() + F.softplus(l_real).mean() + F.softplus(l_fake).mean()

# %% correct · bce
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.logsumexp(1)
    bce = F.binary_cross_entropy_with_logits
    return bce(real, torch.ones_like(real)) + bce(fake, torch.zeros_like(fake))

# %% correct · logsigmoid
def unsupervised_loss(real_logits, fake_logits):
    a = torch.logsumexp(real_logits, -1)
    b = torch.logsumexp(fake_logits, -1)
    return -(F.logsigmoid(a).mean() + F.logsigmoid(-b).mean())

# %% correct · eleven_classes
def unsupervised_loss(real_logits, fake_logits):
    def logs(logits):
        return F.pad(logits, (0, 1)).log_softmax(dim=1)
    return -logs(real_logits)[:, :-1].logsumexp(1).mean() - logs(fake_logits)[:, -1].mean()

# %% correct · cross_entropy_for_fakes
def unsupervised_loss(real_logits, fake_logits):
    K = fake_logits.shape[1]
    both = torch.cat([fake_logits, torch.zeros_like(fake_logits[:, :1])], dim=1)
    fakes = F.cross_entropy(both, torch.full((len(fake_logits),), K))
    z = torch.logsumexp(real_logits, 1)
    return torch.logaddexp(-z, torch.zeros_like(z)).mean() + fakes

# %% correct · sums_divided
def unsupervised_loss(real_logits, fake_logits):
    one = sum(F.softplus(-row.logsumexp(0)) for row in real_logits) / len(real_logits)
    two = sum(F.softplus(row.logsumexp(0)) for row in fake_logits) / len(fake_logits)
    return one + two

# %% wrong · swapped · swapped
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.logsumexp(1)
    return F.softplus(real).mean() + F.softplus(-fake).mean()

# %% wrong · both_real · fakes_called_real
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.logsumexp(1)
    return F.softplus(-real).mean() + F.softplus(-fake).mean()

# %% wrong · value_minimised · wrong_way
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.logsumexp(1)
    return F.logsigmoid(real).mean() + F.logsigmoid(-fake).mean()

# %% wrong · real_alone · one_term
def unsupervised_loss(real_logits, fake_logits):
    return F.softplus(-real_logits.logsumexp(1)).mean() + 0 * fake_logits.sum()

# %% wrong · fakes_alone · one_term
def unsupervised_loss(real_logits, fake_logits):
    return F.softplus(fake_logits.logsumexp(1)).mean()

# %% wrong · each_logit · each_logit_by_itself
def unsupervised_loss(real_logits, fake_logits):
    return F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()

# %% wrong · largest · max_for_logsumexp
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.max(1)[0], fake_logits.max(1)[0]
    return F.softplus(-real).mean() + F.softplus(fake).mean()

# %% wrong · halved · scaled
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.logsumexp(1)
    return 0.5 * F.softplus(-real).mean() + 0.5 * F.softplus(fake).mean()

# %% wrong · over_the_batch · wrong_axis
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(0), fake_logits.logsumexp(0)
    return F.softplus(-real).mean() + F.softplus(fake).mean()

# %% wrong · one_mean · pooled
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.logsumexp(1)
    return torch.cat([F.softplus(-real), F.softplus(fake)]).mean()

# %% wrong · critic · no_logarithm
def unsupervised_loss(real_logits, fake_logits):
    return fake_logits.logsumexp(1).mean() - real_logits.logsumexp(1).mean()

# %% wrong · summed · mean_missing
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.logsumexp(1)
    return F.softplus(-real).sum() + F.softplus(fake).sum()

# %% wrong · naive · overflows
def unsupervised_loss(real_logits, fake_logits):
    zr, zf = real_logits.exp().sum(1), fake_logits.exp().sum(1)
    return -torch.log(zr / (zr + 1)).mean() - torch.log(1 / (zf + 1)).mean()

# %% wrong · log_of_sigmoid · overflows
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.logsumexp(1)
    return -torch.log(torch.sigmoid(real)).mean() - torch.log(1 - torch.sigmoid(fake)).mean()

# %% wrong · fakes_detached · one_side_detached
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.detach().logsumexp(1)
    return F.softplus(-real).mean() + F.softplus(fake).mean()

# %% wrong · smoothed · smoothed_labels
def unsupervised_loss(real_logits, fake_logits):
    real, fake = real_logits.logsumexp(1), fake_logits.logsumexp(1)
    bce = F.binary_cross_entropy_with_logits
    return bce(real, torch.full_like(real, 0.9)) + bce(fake, torch.zeros_like(fake))

# %% wrong · softmax_first · softmax_first
def unsupervised_loss(real_logits, fake_logits):
    real = real_logits.softmax(1).logsumexp(1)
    fake = fake_logits.softmax(1).logsumexp(1)
    return F.softplus(-real).mean() + F.softplus(fake).mean()
