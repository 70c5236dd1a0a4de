# %% correct · by_the_box
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        largest = discriminator(generator(noise(burn_in))).max()
        kept, count = [], 0
        while count < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            largest = torch.maximum(largest, a.max())
            chosen = x[torch.rand(batch) <= torch.exp(a - largest)]
            kept.append(chosen)
            count += len(chosen)
    return torch.cat(kept)[:n]

# %% correct · bernoulli
@torch.no_grad()
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    top = float(discriminator(generator(noise(burn_in))).max())
    rows = torch.empty(0, 2)
    while rows.shape[0] < n:
        x = generator(noise(batch))
        a = discriminator(x).reshape(-1)
        top = max(top, float(a.max()))
        rows = torch.cat((rows, x[torch.bernoulli((a - top).exp()).bool()]))
    return rows[:n]

# %% correct · log_of_the_uniform
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    kept = []
    with torch.inference_mode():
        top = discriminator(generator(noise(burn_in))).max().item()
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).view(-1)
            top = max(top, a.max().item())
            kept += [x[torch.rand(len(a)).log() < a - top]]
        return torch.cat(kept)[:n].clone()

# %% correct · one_by_one
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    import random

    with torch.no_grad():
        highest = max(discriminator(generator(noise(burn_in))).flatten().tolist())
        out = []
        while len(out) < n:
            for x in generator(noise(batch)):
                a = discriminator(x[None]).item()
                highest = max(highest, a)
                if random.random() <= math.exp(a - highest) and len(out) < n:
                    out.append(x)
    return torch.stack(out)

# %% correct · exponential_race
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    def draw(m):
        with torch.no_grad():
            x = generator(noise(m))
            return x, discriminator(x).flatten()

    _, a = draw(burn_in)
    top, kept = a.max(), []
    while len(kept) < n:
        x, a = draw(batch)
        top = max(top, a.max())
        stays = torch.empty(len(a)).exponential_() >= top - a
        kept.extend(row for row, stay in zip(x, stays) if stay)
    return torch.stack(kept[:n])

# %% correct · numpy_random
import numpy as np


def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        m = discriminator(generator(noise(burn_in))).max()
        got = []
        while len(got) < n:
            fakes = generator(noise(batch))
            logits = discriminator(fakes).squeeze()
            m = torch.max(m, logits.max())
            p = (logits - m).exp().numpy().reshape(-1)
            got += list(fakes[torch.from_numpy(np.random.rand(batch) < p)])
    return torch.stack(got)[:n]

# %% correct · filled_in_place
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    first = generator(noise(burn_in)).detach()
    best = discriminator(first).detach().max()
    out, filled = torch.zeros(n, first.shape[1]), 0
    while filled < n:
        x = generator(noise(batch)).detach()
        a = discriminator(x).detach().flatten()
        best = torch.stack([best, a.max()]).max()
        good = x[(a - best).exp() > torch.rand_like(a)][: n - filled]
        out[filled : filled + len(good)] = good
        filled += len(good)
    return out

# %% wrong · probability · best_rejected
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        discriminator(generator(noise(burn_in)))
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            kept.append(x[torch.rand(batch) <= torch.sigmoid(a)])
    return torch.cat(kept)[:n]

# %% wrong · sigmoid_of_the_difference · best_rejected
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        top = discriminator(generator(noise(burn_in))).max()
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            top = torch.maximum(top, a.max())
            kept.append(x[torch.rand(batch) <= torch.sigmoid(a - top)])
    return torch.cat(kept)[:n]

# %% wrong · above_zero · by_a_border
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        limit = discriminator(generator(noise(burn_in))).mean()
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            kept.append(x[discriminator(x).flatten() > limit])
    return torch.cat(kept)[:n]

# %% wrong · believed_by_nine_in_ten · never_enough
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        discriminator(generator(noise(burn_in)))
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            kept.append(x[torch.sigmoid(discriminator(x).flatten()) > 0.95])
    return torch.cat(kept)[:n]

# %% wrong · upside_down · wrong_way
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        low = discriminator(generator(noise(burn_in))).min()
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            low = torch.minimum(low, a.min())
            kept.append(x[torch.rand(batch) <= torch.exp(low - a)])
    return torch.cat(kept)[:n]

# %% wrong · squared · wrong_odds
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        top = discriminator(generator(noise(burn_in))).max()
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            top = torch.maximum(top, a.max())
            kept.append(x[torch.rand(batch) <= torch.exp(a - top) ** 2])
    return torch.cat(kept)[:n]

# %% wrong · ratio_of_probabilities · wrong_odds
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        top = discriminator(generator(noise(burn_in))).max()
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            top = torch.maximum(top, a.max())
            kept.append(x[torch.rand(batch) <= torch.sigmoid(a) / torch.sigmoid(top)])
    return torch.cat(kept)[:n]

# %% wrong · first_maximum · stale_maximum
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        top = discriminator(generator(noise(burn_in))).max()
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            kept.append(x[torch.rand(batch) <= torch.exp(a - top)])
    return torch.cat(kept)[:n]

# %% wrong · maximum_of_the_batch · stale_maximum
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        discriminator(generator(noise(burn_in)))
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            kept.append(x[torch.rand(batch) <= torch.exp(a - a.max())])
    return torch.cat(kept)[:n]

# %% wrong · exponentials_first · overflow
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        top = discriminator(generator(noise(burn_in))).exp().max()
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            odds = discriminator(x).flatten().exp()
            top = torch.maximum(top, odds.max())
            kept.append(x[torch.rand(batch) <= odds / top])
    return torch.cat(kept)[:n]

# %% wrong · one_draw_a_batch · one_number_for_all
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        top = discriminator(generator(noise(burn_in))).max()
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            top = torch.maximum(top, a.max())
            kept.append(x[torch.rand(1) <= torch.exp(a - top)])
    return torch.cat(kept)[:n]

# %% wrong · resampled · repeated
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        discriminator(generator(noise(burn_in)))
        x = generator(noise(4 * n))
        weights = discriminator(x).flatten().softmax(dim=0)
        return x[torch.multinomial(weights, n, replacement=True)]

# %% wrong · burn_in_kept · burn_in_kept
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        top, kept, size = torch.tensor(-math.inf), [], burn_in
        while sum(map(len, kept)) < n:
            x = generator(noise(size))
            a = discriminator(x).flatten()
            top = torch.maximum(top, a.max())
            kept.append(x[torch.rand(size) <= torch.exp(a - top)])
            size = batch
    return torch.cat(kept)[:n]

# %% wrong · all_that_were_kept · wrong_count
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        top = discriminator(generator(noise(burn_in))).max()
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            top = torch.maximum(top, a.max())
            kept.append(x[torch.rand(batch) <= torch.exp(a - top)])
    return torch.cat(kept)

# %% wrong · noise_returned · not_drawn
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        top = discriminator(generator(noise(burn_in))).max()
        kept = []
        while sum(map(len, kept)) < n:
            z = noise(batch)
            a = discriminator(generator(z)).flatten()
            top = torch.maximum(top, a.max())
            kept.append(z[torch.rand(batch) <= torch.exp(a - top)])
    return torch.cat(kept)[:n]

# %% wrong · seeded · stream_set_back
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    torch.manual_seed(0)
    with torch.no_grad():
        top = discriminator(generator(noise(burn_in))).max()
        kept = []
        while sum(map(len, kept)) < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            top = torch.maximum(top, a.max())
            kept.append(x[torch.rand(batch) <= torch.exp(a - top)])
    return torch.cat(kept)[:n]

# %% noisy · prints
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    with torch.no_grad():
        largest = discriminator(generator(noise(burn_in))).max()
        kept, count = [], 0
        while count < n:
            x = generator(noise(batch))
            a = discriminator(x).flatten()
            largest = torch.maximum(largest, a.max())
            chosen = x[torch.rand(batch) <= torch.exp(a - largest)]
            print(len(chosen), "of", batch)
            kept.append(chosen)
            count += len(chosen)
    return torch.cat(kept)[:n]

# %% wrong · first_draw_for_nothing · stale_maximum
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    kept, top = [], torch.tensor(-1e9)
    with torch.no_grad():
        discriminator(generator(noise(burn_in)))
        while sum(len(k) for k in kept) < n:
            x = generator(noise(batch))
            a = discriminator(x).reshape(-1)
            top = torch.maximum(top, a.max())
            kept.append(x[torch.rand(batch) <= torch.exp(a - top)])
    return torch.cat(kept)[:n]

# %% wrong · smallest_of_the_first_draw · stale_maximum
def rejection_sample(generator, discriminator, noise, n, burn_in, batch):
    kept = []
    with torch.no_grad():
        top = discriminator(generator(noise(burn_in))).min()
        while sum(len(k) for k in kept) < n:
            x = generator(noise(batch))
            a = discriminator(x).reshape(-1)
            top = torch.maximum(top, a.max())
            kept.append(x[torch.rand(batch) <= torch.exp(a - top)])
    return torch.cat(kept)[:n]
