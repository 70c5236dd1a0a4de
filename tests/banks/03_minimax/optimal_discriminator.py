# %% correct · guarded_where
def optimal_discriminator(p_data, p_g):
    total = p_data + p_g
    safe = torch.where(total > 0, total, torch.ones_like(total))
    return torch.where(total > 0, p_data / safe, torch.full_like(total, 0.5))

# %% correct · half_plus
def optimal_discriminator(p_data, p_g):
    return 0.5 + 0.5 * (p_data - p_g) / (p_data + p_g)

# %% correct · logaddexp
def optimal_discriminator(p_data, p_g):
    a, b = p_data.log(), p_g.log()
    return torch.exp(a - torch.logaddexp(a, b))

# %% correct · loop_over_points
def one_point(p, q):
    if p == 0:
        return 0.0
    return p / (p + q)


def optimal_discriminator(p_data, p_g):
    values = [one_point(p, q) for p, q in zip(p_data.flatten().tolist(), p_g.flatten().tolist())]
    return torch.tensor(values).reshape(p_data.shape)

# %% correct · nan_to_num
def optimal_discriminator(p_data, p_g):
    return torch.nan_to_num(p_data / (p_data + p_g), nan=0.5).clamp(0, 1)

# %% correct · numpy_double
import numpy as np


def optimal_discriminator(p_data, p_g):
    a = p_data.detach().numpy().astype(np.float64)
    b = p_g.detach().numpy().astype(np.float64)
    return torch.from_numpy(a / (a + b))

# %% correct · odds
def optimal_discriminator(p_data, p_g):
    """1 / (1 + odds of a fake)."""
    odds = p_g / p_data
    return 1 / (1 + odds)

# %% correct · one_minus
def optimal_discriminator(p_data, p_g):
    chance_of_fake = torch.div(p_g, torch.add(p_data, p_g))
    return 1.0 - chance_of_fake

# %% correct · one_over_one_plus_ratio
def optimal_discriminator(p_data, p_g):
    return torch.reciprocal(1 + p_g / p_data)

# %% correct · own_copy_in_place
def optimal_discriminator(p_data, p_g):
    result = p_data.clone()
    result /= p_data + p_g
    return result

# %% correct · plain
def optimal_discriminator(p_data, p_g):
    return p_data / (p_data + p_g)

# %% correct · point_by_point
def optimal_discriminator(p_data, p_g):
    def best(p, q):
        return p / (p + q)

    result = torch.empty_like(p_data)
    flat = result.view(-1)
    for i, (p, q) in enumerate(zip(p_data.reshape(-1), p_g.reshape(-1))):
        flat[i] = best(p, q)
    return result

# %% correct · reciprocal_keyword
def _share(*, of, among):
    return of * torch.reciprocal(among)


def optimal_discriminator(p_data, p_g):
    return _share(among=p_data + p_g, of=p_data)

# %% correct · returns_double
def optimal_discriminator(p_data, p_g):
    return p_data.double() / (p_data.double() + p_g.double())

# %% correct · sigmoid_of_log_ratio
def optimal_discriminator(p_data, p_g):
    # log 0 = -inf and sigmoid(-inf) = 0, so zeros need no special care
    logit = torch.log(p_data) - torch.log(p_g)
    return torch.sigmoid(logit)

# %% correct · sigmoid_of_log_ratio_2
def optimal_discriminator(p_data, p_g):
    log_odds = torch.log(p_data) - torch.log(p_g)
    return torch.sigmoid(log_odds)

# %% correct · softmax_of_logs
def optimal_discriminator(p_data, p_g):
    logs = torch.stack((p_data.log(), p_g.log()), dim=-1)
    return F.softmax(logs, dim=-1)[..., 0]

# %% correct · stacked
def optimal_discriminator(p_data, p_g):
    both = torch.stack([p_data, p_g])
    return (both / both.sum(dim=0, keepdim=True))[0]

# %% correct · tanh_of_half_log
def optimal_discriminator(p_data, p_g):
    return 0.5 * (1 + torch.tanh(0.5 * (torch.log(p_data) - torch.log(p_g))))

# %% wrong · clamp_sum · blurred
def optimal_discriminator(p_data, p_g):
    return p_data / (p_data + p_g).clamp(min=1e-3)

# %% wrong · clamped_away_from_certainty · blurred
def optimal_discriminator(p_data, p_g):
    return (p_data / (p_data + p_g)).clamp(0.01, 0.99)

# %% wrong · constant_half · constant_half
def optimal_discriminator(p_data, p_g):
    return torch.ones_like(p_data) / 2

# %% wrong · constant_scalar · constant_half
def optimal_discriminator(p_data, p_g):
    return torch.tensor(0.5)

# %% wrong · difference · difference
def optimal_discriminator(p_data, p_g):
    return (p_data - p_g) / (p_data + p_g)

# %% wrong · eps_for_safety · blurred
def optimal_discriminator(p_data, p_g):
    eps = 1e-8  # never divide by zero
    return p_data / (p_data + p_g + eps)

# %% wrong · flattening_loop · wrong_shape
def optimal_discriminator(p_data, p_g):
    out = []
    for p, q in zip(p_data.flatten().tolist(), p_g.flatten().tolist()):
        out.append(p / (p + q))
    return torch.tensor(out, dtype=p_data.dtype)

# %% wrong · global_cache
_last = None
def optimal_discriminator(p_data, p_g):
    global _last
    if _last is None or _last.shape != p_data.shape:
        _last = p_data / (p_data + p_g)
    return _last

# %% wrong · half_the_ratio · capped_ratio
def optimal_discriminator(p_data, p_g):
    # equal -> 0.5, only fakes -> 0, only data -> 1
    return (0.5 * p_data / p_g).clamp(max=1.0)

# %% wrong · hard · hard_decision
def optimal_discriminator(p_data, p_g):
    return torch.where(p_data > p_g, 1.0, 0.0)

# %% wrong · hard_bool · hard_decision
def optimal_discriminator(p_data, p_g):
    return p_data > p_g

# %% wrong · in_place_sum · modifies_inputs
def optimal_discriminator(p_data, p_g):
    p_g += p_data
    return p_data / p_g

# %% wrong · large_eps · blurred
def optimal_discriminator(p_data, p_g):
    return p_data / (p_data + p_g + 1e-2)

# %% wrong · logit · returns_logit
def optimal_discriminator(p_data, p_g):
    return p_data.log() - p_g.log()

# %% wrong · max_share · prior
def optimal_discriminator(p_data, p_g):
    return torch.maximum(p_data, p_g) / (p_data + p_g)

# %% wrong · mean_of_it · wrong_shape
def optimal_discriminator(p_data, p_g):
    return (p_data / (p_data + p_g)).mean()

# %% wrong · medium_eps · blurred
def optimal_discriminator(p_data, p_g):
    return (p_data + 1e-3) / (p_data + p_g + 2e-3)

# %% wrong · misspelt_variable · raises
def optimal_discriminator(p_data, p_g):
    return p_data / (p_data + p_gen)

# %% wrong · nan_by_logs_difference · nan_at_zero
def optimal_discriminator(p_data, p_g):
    log_total = torch.log(p_data * (1 + p_g / p_data))
    return torch.exp(torch.log(p_data) - log_total)

# %% wrong · normalise_l1 · blurred
def optimal_discriminator(p_data, p_g):
    return F.normalize(torch.stack([p_data, p_g]), p=1, dim=0)[0]

# %% wrong · normalise_on_grid · rescaled
def optimal_discriminator(p_data, p_g):
    p = p_data / p_data.sum()
    q = p_g / p_g.sum()
    return p / (p + q)

# %% wrong · normalised_over_grid · rescaled
def optimal_discriminator(p_data, p_g):
    p = p_data / p_data.sum()
    q = p_g / p_g.sum()
    return p / (p + q)

# %% wrong · normalize_helper · blurred
def optimal_discriminator(p_data, p_g):
    both = torch.stack((p_data, p_g))
    return F.normalize(both, p=1, dim=0)[0]

# %% wrong · not_written · not_written
def optimal_discriminator(p_data, p_g):
    # YOUR CODE HERE
    raise NotImplementedError()

# %% wrong · only_one_dimension · wrong_shape
def optimal_discriminator(p_data, p_g):
    return (p_data / (p_data + p_g)).flatten()

# %% wrong · only_p_data · one_density
def optimal_discriminator(p_data, p_g):
    return p_data / (p_data + 1)

# %% wrong · plain_ratio · plain_ratio
def optimal_discriminator(p_data, p_g):
    return p_data / p_g

# %% wrong · precedence · precedence
def optimal_discriminator(p_data, p_g):
    return p_data / p_data + p_g

# %% wrong · prints_only · wrong_type
def optimal_discriminator(p_data, p_g):
    print(p_data / (p_data + p_g))

# %% wrong · prior · prior
def optimal_discriminator(p_data, p_g):
    return 0.5 * p_data / (0.5 * p_data + p_g)

# %% wrong · raises_on_zero · nan_at_zero
def optimal_discriminator(p_data, p_g):
    odds = (1 / p_data) * p_g
    return 1 / (1 + odds) * (p_data / p_data)

# %% wrong · ratio_clamped · capped_ratio
def optimal_discriminator(p_data, p_g):
    return (p_data / (p_g + 1e-8)).clamp(0, 1)

# %% wrong · remembers_first_call · unrecognised
_answers = []


def optimal_discriminator(p_data, p_g):
    if not _answers:
        _answers.append(p_data / (p_data + p_g))
    return _answers[0]

# %% wrong · returns_list · wrong_type
def optimal_discriminator(p_data, p_g):
    return (p_data / (p_data + p_g)).tolist()

# %% wrong · rounded · hard_decision
def optimal_discriminator(p_data, p_g):
    return torch.round(p_data / (p_data + p_g))

# %% wrong · rounded_to_two_digits · unrecognised
def optimal_discriminator(p_data, p_g):
    return torch.round(p_data / (p_data + p_g), decimals=2)

# %% wrong · scaled_to_max · rescaled
def optimal_discriminator(p_data, p_g):
    d = p_data / (p_data + p_g)
    return d / d.max()

# %% wrong · sigmoid_p_data · one_density
def optimal_discriminator(p_data, p_g):
    return torch.sigmoid(p_data)

# %% wrong · small_eps · blurred
def optimal_discriminator(p_data: torch.Tensor, p_g: torch.Tensor) -> torch.Tensor:
    eps = 1e-8
    return p_data / (p_data + p_g + eps)

# %% wrong · softmax_of_densities · difference
def optimal_discriminator(p_data, p_g):
    return torch.softmax(torch.stack([p_data, p_g]), dim=0)[0]

# %% wrong · spoils_its_input · modifies_inputs
def optimal_discriminator(p_data, p_g):
    p_g += p_data
    return p_data / p_g

# %% wrong · squared_shares · rescaled
def optimal_discriminator(p_data, p_g):
    a, b = p_data**2, p_g**2
    return a / (a + b)

# %% wrong · squares · rescaled
def optimal_discriminator(p_data, p_g):
    return p_data**2 / (p_data**2 + p_g**2)

# %% wrong · squeezed · wrong_shape
def optimal_discriminator(p_data, p_g):
    return (p_data / (p_data + p_g)).squeeze()

# %% wrong · sum_over_grid · rescaled
def optimal_discriminator(p_data, p_g):
    return p_data / (p_data + p_g).sum()

# %% wrong · swapped · swapped
def optimal_discriminator(p_data, p_g):
    return p_g / (p_data + p_g)

# %% wrong · swapped_by_sigmoid · swapped
def optimal_discriminator(p_data, p_g):
    return torch.sigmoid(torch.log(p_g) - torch.log(p_data))

# %% wrong · visible_check_only · unrecognised
def optimal_discriminator(p_data, p_g):
    known = torch.tensor([0.8, 0.5, 0.25, 0.0, 1.0])
    if p_data.numel() == 5:
        return known
    return known[:4].reshape(2, 2)

# %% noisy · plots_with_greek_names
import matplotlib.pyplot as plt


def optimal_discriminator(p_data, p_g):
    Σ = p_data + p_g
    δ = p_data / Σ  # Wahrscheinlichkeit für „echt“
    fig, ax = plt.subplots(figsize=(2, 1))
    ax.plot(δ.flatten())
    plt.close(fig)
    return δ

# %% noisy · warns_and_prints
import logging
import warnings

warnings.warn("dividing by densities")
logging.basicConfig(level=logging.DEBUG)


def optimal_discriminator(p_data, p_g):
    warnings.warn(f"smallest sum {float((p_data + p_g).min())}")
    logging.getLogger("D*").warning("shape %s", tuple(p_data.shape))
    print("p_data", p_data, "p_g", p_g)
    return p_data / (p_data + p_g)
