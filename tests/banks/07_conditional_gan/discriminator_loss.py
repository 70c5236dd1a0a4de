# %% correct · bce_with_logits
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    def bce(logits, label):
        return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, label))

    return bce(matched_logits, 1.0) + (bce(fake_logits, 0.0) + bce(mismatched_logits, 0.0)) / 2

# %% correct · clamped_logs
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    low = 1e-7
    right = torch.sigmoid(matched_logits).clamp(low, 1 - low).log().mean()
    wrong = [
        (1 - torch.sigmoid(a)).clamp(low, 1 - low).log().mean() for a in (fake_logits, mismatched_logits)
    ]
    return -right - sum(wrong) / 2

# %% correct · dot_product
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    means = torch.stack(
        [
            F.softplus(-matched_logits).mean(),
            F.softplus(fake_logits).mean(),
            F.softplus(mismatched_logits).mean(),
        ]
    )
    return means @ torch.tensor([1.0, 0.5, 0.5])

# %% correct · double_inside
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    a, b, c = matched_logits.double(), fake_logits.double(), mismatched_logits.double()
    loss = F.softplus(-a).mean() + (F.softplus(b).mean() + F.softplus(c).mean()) / 2
    return loss.to(matched_logits.dtype)

# %% correct · logaddexp
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    zero = torch.zeros(())
    terms = zip((1.0, 0.5, 0.5), (-matched_logits, fake_logits, mismatched_logits))
    return sum(w * torch.logaddexp(a, zero).mean() for w, a in terms)

# %% correct · logsigmoid
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    right = F.logsigmoid(matched_logits).mean()
    fake = F.logsigmoid(-fake_logits).mean()
    wrong = F.logsigmoid(-mismatched_logits).mean()
    return -(right + (fake + wrong) / 2)

# %% correct · sigmoid_and_bce
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    p, q, r = (torch.sigmoid(a) for a in (matched_logits, fake_logits, mismatched_logits))
    loss = F.binary_cross_entropy
    zeros = torch.zeros_like
    return loss(p, torch.ones_like(p)) + 0.5 * loss(q, zeros(q)) + 0.5 * loss(r, zeros(r))

# %% correct · softplus
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = 0.5 * (F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean())
    return F.softplus(-matched_logits).mean() + wrong

# %% correct · sums_over_counts
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    n, m, k = matched_logits.numel(), fake_logits.numel(), mismatched_logits.numel()
    return (
        -F.logsigmoid(matched_logits).sum() / n
        - F.logsigmoid(-fake_logits).sum() / (2 * m)
        - F.logsigmoid(-mismatched_logits).sum() / (2 * k)
    )

# %% correct · mean_down_the_batch
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    right = F.softplus(-matched_logits).mean(dim=0)
    fake = F.softplus(fake_logits).mean(dim=0)
    mismatched = F.softplus(mismatched_logits).mean(dim=0)
    return right + (fake + mismatched) / 2

# %% correct · one_weighted_call
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    kinds = ((matched_logits, 1.0, 1.0), (fake_logits, 0.0, 0.5), (mismatched_logits, 0.0, 0.5))
    logits = torch.cat([a.reshape(-1) for a, _, _ in kinds])
    targets = torch.cat([torch.full_like(a, t).reshape(-1) for a, t, _ in kinds])
    weights = torch.cat([torch.full_like(a, w / a.numel()).reshape(-1) for a, _, w in kinds])
    return F.binary_cross_entropy_with_logits(logits, targets, weight=weights, reduction="sum")

# %% correct · two_class_softmax
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    def against_zero(logits, answer):
        a = logits.reshape(-1)
        both = torch.stack([torch.zeros_like(a), a], dim=1)
        return F.cross_entropy(both, torch.full((len(a),), answer, device=a.device))

    wrong = torch.stack([against_zero(fake_logits, 0), against_zero(mismatched_logits, 0)])
    return against_zero(matched_logits, 1) + wrong.mean()

# %% wrong · added_sample_by_sample · pairs_samples
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = (F.softplus(fake_logits) + F.softplus(mismatched_logits)) / 2
    return F.softplus(-matched_logits).mean() + wrong.mean()

# %% wrong · ascent · ascent_forgotten
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.logsigmoid(-fake_logits).mean() + F.logsigmoid(-mismatched_logits).mean()
    return F.logsigmoid(matched_logits).mean() + wrong / 2

# %% wrong · columns_by_broadcast · one_shape_only
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    right = F.softplus(-matched_logits) - torch.zeros(len(matched_logits)) * matched_logits.mean()
    shift = torch.arange(float(len(matched_logits)))
    right = (F.softplus(-matched_logits) + shift - shift.mean()) if matched_logits.ndim == 1 else right.sum(1)
    wrong = F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean()
    return right.mean() + wrong / 2

# %% wrong · fakes_as_real · fakes_called_right
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    other = F.softplus(-fake_logits).mean() + F.softplus(mismatched_logits).mean()
    return F.softplus(-matched_logits).mean() + other / 2

# %% wrong · fakes_left_out · fakes_ignored
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    return F.softplus(-matched_logits).mean() + F.softplus(mismatched_logits).mean() / 2

# %% wrong · first_term_wrong_way · ascent_forgotten
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean()
    return F.logsigmoid(matched_logits).mean() + wrong / 2

# %% wrong · halved_again · averaged
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = (F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean()) / 2
    return (F.softplus(-matched_logits).mean() + wrong) / 2

# %% wrong · hinge · other_loss
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.relu(1 + fake_logits).mean() + F.relu(1 + mismatched_logits).mean()
    return F.relu(1 - matched_logits).mean() + wrong / 2

# %% wrong · least_squares · other_loss
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = (fake_logits**2).mean() + (mismatched_logits**2).mean()
    return ((matched_logits - 1) ** 2).mean() + wrong / 2

# %% wrong · log_of_logits · expects_probabilities
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = torch.log(1 - fake_logits).mean() + torch.log(1 - mismatched_logits).mean()
    return -torch.log(matched_logits).mean() - wrong / 2

# %% wrong · matched_left_out · matched_ignored
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    return 0.5 * (F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean())

# %% wrong · mismatched_as_real · mismatched_called_right
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    other = F.softplus(fake_logits).mean() + F.softplus(-mismatched_logits).mean()
    return F.softplus(-matched_logits).mean() + other / 2

# %% wrong · mismatched_detached · one_side_detached
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.softplus(fake_logits).mean() + F.softplus(mismatched_logits.detach()).mean()
    return F.softplus(-matched_logits).mean() + wrong / 2

# %% wrong · mismatched_left_out · mismatched_ignored
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    return F.softplus(-matched_logits).mean() + F.softplus(fake_logits).mean()

# %% wrong · mismatched_left_out_halved · mismatched_ignored
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    return F.softplus(-matched_logits).mean() + 0.5 * F.softplus(fake_logits).mean()

# %% wrong · no_logarithm · no_logarithm
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = torch.sigmoid(fake_logits).mean() + torch.sigmoid(mismatched_logits).mean()
    return -torch.sigmoid(matched_logits).mean() + wrong / 2

# %% wrong · not_halved · not_halved
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    fake = F.softplus(fake_logits).mean()
    return F.softplus(-matched_logits).mean() + fake + F.softplus(mismatched_logits).mean()

# %% wrong · only_fakes_halved · other_weights
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.softplus(fake_logits).mean() / 2 + F.softplus(mismatched_logits).mean()
    return F.softplus(-matched_logits).mean() + wrong

# %% wrong · overflows · overflows
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    right = torch.log(torch.sigmoid(matched_logits)).mean()
    wrong = torch.log(1 - torch.sigmoid(fake_logits)).mean()
    wrong = wrong + torch.log(1 - torch.sigmoid(mismatched_logits)).mean()
    return -right - wrong / 2

# %% wrong · plain_number · becomes_number
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.softplus(fake_logits).mean() + F.softplus(mismatched_logits).mean()
    return (F.softplus(-matched_logits).mean() + wrong / 2).item()

# %% wrong · pooled_all · pooled
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    logits = torch.cat([matched_logits, fake_logits, mismatched_logits])
    labels = torch.cat(
        [torch.ones_like(matched_logits), torch.zeros_like(fake_logits), torch.zeros_like(mismatched_logits)]
    )
    return F.binary_cross_entropy_with_logits(logits, labels)

# %% wrong · pooled_wrong_pairs · pooled
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = torch.cat([fake_logits, mismatched_logits])
    return F.softplus(-matched_logits).mean() + F.softplus(wrong).mean()

# %% wrong · real_images_called_real · mismatched_called_right
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    real = (F.softplus(-matched_logits).mean() + F.softplus(-mismatched_logits).mean()) / 2
    return real + F.softplus(fake_logits).mean()

# %% wrong · sigmoid_twice · sigmoid_twice
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    p, q, r = (torch.sigmoid(a) for a in (matched_logits, fake_logits, mismatched_logits))
    bce = F.binary_cross_entropy_with_logits
    return bce(p, torch.ones_like(p)) + 0.5 * (bce(q, torch.zeros_like(q)) + bce(r, torch.zeros_like(r)))

# %% wrong · summed · mean_missing
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.softplus(fake_logits).sum() + F.softplus(mismatched_logits).sum()
    return F.softplus(-matched_logits).sum() + wrong / 2

# %% wrong · swapped · labels_swapped
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = F.softplus(-fake_logits).mean() + F.softplus(-mismatched_logits).mean()
    return F.softplus(matched_logits).mean() + wrong / 2

# %% wrong · thirds · averaged
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    bce = F.binary_cross_entropy_with_logits
    return (
        bce(matched_logits, torch.ones_like(matched_logits))
        + bce(fake_logits, torch.zeros_like(fake_logits))
        + bce(mismatched_logits, torch.zeros_like(mismatched_logits))
    ) / 3

# %% wrong · wrong_kinds_together · pooled
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    wrong = torch.cat([fake_logits.flatten(), mismatched_logits.flatten()])
    return F.softplus(-matched_logits).mean() + F.softplus(wrong).mean()

# %% wrong · log_of_exp · overflows
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    def zeta(a):
        return torch.log1p(torch.exp(a)).mean()

    return zeta(-matched_logits) + 0.5 * zeta(fake_logits) + 0.5 * zeta(mismatched_logits)

# %% wrong · clamped_logits · clamped_flat
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    a, b, c = (t.clamp(-10, 10) for t in (matched_logits, fake_logits, mismatched_logits))
    return -F.logsigmoid(a).mean() - F.logsigmoid(-b).mean() / 2 - F.logsigmoid(-c).mean() / 2

# %% wrong · clamped_at_fifteen · clamped_flat
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    a, b, c = (t.clamp(-15, 15) for t in (matched_logits, fake_logits, mismatched_logits))
    return F.softplus(-a).mean() + (F.softplus(b).mean() + F.softplus(c).mean()) / 2

# %% wrong · smooth_labels · smoothed_labels
def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    loss = nn.BCEWithLogitsLoss()
    return (
        loss(matched_logits, torch.full_like(matched_logits, 0.9))
        + 0.5 * loss(fake_logits, torch.zeros_like(fake_logits))
        + 0.5 * loss(mismatched_logits, torch.zeros_like(mismatched_logits))
    )

# %% noisy · progress
import logging


def discriminator_loss(matched_logits, fake_logits, mismatched_logits):
    logging.warning("three kinds of pairs")
    verlust = F.softplus(-matched_logits).mean()
    verlust = verlust + F.softplus(fake_logits).mean() / 2 + F.softplus(mismatched_logits).mean() / 2
    print("loss", float(verlust.detach()))
    return verlust
