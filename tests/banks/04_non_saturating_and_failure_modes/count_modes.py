# %% correct · cdist
def count_modes(samples, modes, std, needed=20):
    inside = torch.cdist(samples, modes, compute_mode="donot_use_mm_for_euclid_dist").le(3 * std)
    n = inside.sum(dim=0)
    return (n >= needed).sum().item(), (n >= 1).sum().item(), inside.any(dim=1).double().mean().item()

# %% correct · cdist_default
def count_modes(samples, modes, std, needed=20):
    inside = torch.cdist(samples, modes) <= 3 * std
    n = inside.sum(dim=0)
    return torch.stack([(n >= needed).sum().float(), (n >= 1).sum().float(), inside.any(1).float().mean()])

# %% correct · complex_numbers
def count_modes(samples, modes, std, needed=20):
    z = torch.complex(samples[:, 0], samples[:, 1])[:, None] - torch.complex(modes[:, 0], modes[:, 1])
    inside = z.abs() <= 3.0 * std
    per = inside.sum(0).tolist()
    return len([p for p in per if p >= needed]), len([p for p in per if p]), inside.sum().item() / len(samples)

# %% correct · library
def count_modes(samples, modes, std, needed=20):
    found = metrics.mode_coverage(samples, modes, std, capture=needed / len(samples))
    return [found.captured, found.any, found.good]

# %% correct · loop_over_modes
def count_modes(samples, modes, std, needed=20):
    counts = [((samples - m).pow(2).sum(1).sqrt() <= 3 * std).sum().item() for m in modes]
    return sum(c >= needed for c in counts), sum(map(bool, counts)), sum(counts) / samples.shape[0]

# %% correct · loops
def count_modes(samples, modes, std, needed=20):
    captured = touched = good = 0
    for mx, my in modes.tolist():
        near = 0
        for x, y in samples.tolist():
            if math.hypot(x - mx, y - my) <= 3 * std:
                near += 1
        captured += near >= needed
        touched += near >= 1
        good += near
    return captured, touched, good / len(samples)

# %% correct · nearest_then_radius
def count_modes(samples, modes, std, needed=20):
    distance, nearest = (samples[:, None] - modes).norm(dim=2).min(dim=1)
    good = distance <= 3 * std
    counts = torch.bincount(nearest[good], minlength=len(modes))
    return (counts >= needed).sum().item(), (counts > 0).sum().item(), good.float().mean().item()

# %% correct · norm
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=-1) <= 3 * std
    counts = inside.sum(0)
    return int((counts >= needed).sum()), int((counts > 0).sum()), float(inside.any(1).float().mean())

# %% correct · numpy
import numpy as np


def count_modes(samples, modes, std, needed=20):
    s, m = samples.numpy(), modes.numpy()
    inside = np.linalg.norm(s[:, None, :] - m[None, :, :], axis=-1) <= 3 * std
    k = inside.sum(axis=0)
    return np.array([np.sum(k >= needed), np.sum(k >= 1), inside.any(axis=1).mean()])

# %% correct · squared
def count_modes(samples, modes, std, needed=20):
    squared = ((samples.unsqueeze(1) - modes.unsqueeze(0)) ** 2).sum(-1)
    close = squared < (3 * std) ** 2
    per_mode = close.long().sum(dim=0)
    captured = torch.count_nonzero(per_mode >= needed)
    touched = torch.count_nonzero(per_mode)
    return captured, touched, close.sum() / len(samples)

# %% wrong · always_twenty · needed_ignored
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n >= 20).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · bad_share · good_wrong
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float((~inside.any(dim=1)).float().mean())

# %% wrong · box · box_not_circle
def count_modes(samples, modes, std, needed=20):
    inside = ((samples[:, None] - modes).abs() <= 3 * std).all(dim=2)
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · eight_modes
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    captured = touched = 0
    for k in range(min(8, len(modes))):
        captured += int(inside[:, k].sum() >= needed)
        touched += int(inside[:, k].any())
    return captured, touched, int(inside.any(dim=1).sum()) / 2500

# %% wrong · fixed_width
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * 0.02
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · good_in_percent · good_is_count
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), 100 * float(inside.any(dim=1).float().mean())

# %% wrong · good_is_a_count · good_is_count
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), int(inside.any(dim=1).sum())

# %% wrong · good_of_captured · good_of_captured_only
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    share = n[n >= needed].sum() / len(samples)
    return int((n >= needed).sum()), int((n > 0).sum()), float(share)

# %% wrong · good_per_cell · good_wrong
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.float().mean())

# %% wrong · manhattan · other_distance
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).abs().sum(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · missed · counts_missed
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n < needed).sum()), int((n == 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · more_than · more_than_needed
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n > needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · nearest_only · no_radius
def count_modes(samples, modes, std, needed=20):
    nearest = (samples[:, None] - modes).norm(dim=2).argmin(dim=1)
    n = torch.bincount(nearest, minlength=len(modes))
    return int((n >= needed).sum()), int((n > 0).sum()), 1.0

# %% wrong · needed_as_share
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    least = needed / 2500 * len(samples)
    return int((n >= least).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · no_default · raises
def count_modes(samples, modes, std, needed):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · one_captures · one_sample_captures
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    found = int(inside.any(dim=0).sum())
    return found, found, float(inside.any(dim=1).float().mean())

# %% wrong · one_sigma · wrong_radius
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · order · order
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n > 0).sum()), int((n >= needed).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · radius_three · wrong_radius
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · ring_itself
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - ring.modes).norm(dim=2) <= 3 * ring.std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · shares · shares_of_modes
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    k = len(modes)
    return float((n >= needed).sum() / k), float((n > 0).sum() / k), float(inside.any(dim=1).float().mean())

# %% wrong · shifts_the_samples · modifies_inputs
def count_modes(samples, modes, std, needed=20):
    n, good = [], 0
    for m in modes:
        samples -= m
        near = int((samples.norm(dim=1) <= 3 * std).sum())
        samples += m
        samples *= 1.000001
        n.append(near)
        good += near
    return sum(k >= needed for k in n), sum(k > 0 for k in n), good / len(samples)

# %% wrong · squared_distance · squared_distance
def count_modes(samples, modes, std, needed=20):
    inside = ((samples[:, None] - modes) ** 2).sum(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · touched_samples · counts_samples
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int(inside.sum()), float(inside.any(dim=1).float().mean())

# %% wrong · two_numbers · wrong_type
def count_modes(samples, modes, std, needed=20):
    n = ((samples[:, None] - modes).norm(dim=2) <= 3 * std).sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum())

# %% wrong · two_sigma · wrong_radius
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 2 * std
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · variance · squared_distance
def count_modes(samples, modes, std, needed=20):
    inside = ((samples[:, None] - modes) ** 2).sum(dim=2) <= 3 * std**2
    n = inside.sum(dim=0)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=1).float().mean())

# %% wrong · wrong_axis
def count_modes(samples, modes, std, needed=20):
    inside = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    n = inside.sum(dim=1)
    return int((n >= needed).sum()), int((n > 0).sum()), float(inside.any(dim=0).float().mean())

# %% noisy · progress_bar
from tqdm import tqdm


def count_modes(samples, modes, std, needed=20):
    zähler = []
    for modus in tqdm(modes):
        zähler.append(int(((samples - modus).norm(dim=1) <= 3 * std).sum()))
    print("samples per mode:", zähler)
    return sum(z >= needed for z in zähler), sum(z > 0 for z in zähler), sum(zähler) / len(samples)

# %% wrong · more_than_needed · more_than_needed
def count_modes(samples, modes, std, needed=20):
    near = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    counts = near.sum(dim=0)
    return (counts > needed).sum().item(), (counts > 0).sum().item(), near.any(dim=1).float().mean().item()

# %% wrong · box_of_three_sigma · box_not_circle
def count_modes(samples, modes, std, needed=20):
    near = ((samples[:, None] - modes).abs() <= 3 * std).all(dim=2)
    counts = near.sum(0)
    return int((counts >= needed).sum()), int((counts >= 1).sum()), float(near.any(1).float().mean())

# %% wrong · squares_against_three_sigma · squared_distance
def count_modes(samples, modes, std, needed=20):
    distance = ((samples[:, None, :] - modes[None, :, :]) ** 2).sum(-1)
    near = distance <= 3 * std
    counts = near.sum(0)
    return int((counts >= needed).sum()), int((counts >= 1).sum()), float(near.any(1).float().mean())

# %% wrong · share_of_captured · good_of_captured_only
def count_modes(samples, modes, std, needed=20):
    near = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    counts = near.sum(dim=0)
    captured = counts >= needed
    good = counts[captured].sum() / len(samples)
    return int(captured.sum()), int(counts.bool().sum()), float(good)

# %% wrong · scaled_quota · one_sample_captures
def count_modes(samples, modes, std, needed=20):
    near = torch.linalg.vector_norm(samples.unsqueeze(1) - modes, dim=-1) <= 3 * std
    counts = near.sum(dim=0)
    quota = needed / 2500 * len(samples)
    return (counts >= quota).sum().item(), (counts > 0).sum().item(), near.any(dim=1).double().mean().item()

# %% wrong · nearest_is_enough
def count_modes(samples, modes, std, needed=20):
    distance, nearest = (samples[:, None] - modes).norm(dim=2).min(dim=1)
    inside = distance <= 3 * std
    hits = torch.bincount(nearest[inside], minlength=len(modes))
    touched = len(nearest.unique())
    return int((hits >= needed).sum()), touched, float(inside.float().mean())

# %% wrong · units_of_sigma · modifies_inputs
def count_modes(samples, modes, std, needed=20):
    samples /= std
    modes /= std
    near = (samples[:, None] - modes).norm(dim=2) <= 3
    counts = near.sum(dim=0)
    return int((counts >= needed).sum()), int((counts > 0).sum()), float(near.any(dim=1).float().mean())

# %% wrong · touched_but_not_captured
def count_modes(samples, modes, std, needed=20):
    near = (samples[:, None] - modes).norm(dim=2) <= 3 * std
    counts = near.sum(dim=0)
    captured = int((counts >= needed).sum())
    touched = int(((counts >= 1) & (counts < needed)).sum())
    return captured, touched, float(near.any(dim=1).float().mean())

# %% correct · nearest_then_bincount
def count_modes(samples, modes, std, needed=20):
    far, which = (samples[:, None] - modes).pow(2).sum(dim=2).sqrt().min(dim=1)
    hits = torch.bincount(which[far <= 3 * std], minlength=modes.shape[0])
    return int((hits >= needed).sum()), int(torch.count_nonzero(hits)), float(hits.sum()) / len(samples)

# %% correct · one_mode_at_a_time
def count_modes(samples, modes, std, needed=20):
    captured = touched = 0
    good = torch.zeros(len(samples), dtype=torch.bool)
    for centre in modes:
        here = torch.hypot(samples[:, 0] - centre[0], samples[:, 1] - centre[1]) <= 3 * std
        good |= here
        captured += bool(here.sum() >= needed)
        touched += bool(here.any())
    return captured, touched, good.float().mean().item()

# %% correct · exact_cdist
def count_modes(samples, modes, std, needed=20):
    table = torch.cdist(samples, modes, compute_mode="donot_use_mm_for_euclid_dist").le(3 * std)
    per_mode = table.long().sum(0).tolist()
    per_sample = table.any(1).tolist()
    return sum(c >= needed for c in per_mode), sum(c > 0 for c in per_mode), sum(per_sample) / len(per_sample)
