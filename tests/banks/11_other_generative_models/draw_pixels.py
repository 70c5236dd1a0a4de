# %% correct · bernoulli_log_prob
@torch.no_grad()
def draw_pixels(network, start, given, u):
    x = start.clone()
    log_p = torch.zeros(x.size(0))
    for i in range(x.size(2)):
        for j in range(x.size(3)):
            coin = torch.distributions.Bernoulli(logits=network(x)[:, 0, i, j])
            value = (u[:, 0, i, j] < coin.probs).float()
            free = ~given[:, 0, i, j]
            x[free, 0, i, j] = value[free]
            log_p[free] += coin.log_prob(value)[free]
    return x, log_p

# %% correct · cross_entropy_at_the_end
def draw_pixels(network, start, given, u):
    x = start.clone()
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                p = torch.sigmoid(network(x)[:, :, i, j])
                x[:, :, i, j] = torch.where(given[:, :, i, j], x[:, :, i, j], (u[:, :, i, j] < p).float())
        cost = F.binary_cross_entropy_with_logits(network(x), x, reduction="none")
    return x, -(cost * ~given).sum((1, 2, 3))

# %% correct · flat_index
def draw_pixels(network, start, given, u):
    n, _, h, w = start.shape
    x, log_p = start.clone(), start.new_zeros(n)
    for k in range(h * w):
        i, j = divmod(k, w)
        with torch.no_grad():
            a = network(x)[:, 0, i, j]
        new = (u[:, 0, i, j] < a.sigmoid()).to(x.dtype)
        keep = given[:, 0, i, j].to(x.dtype)
        x[:, 0, i, j] = keep * start[:, 0, i, j] + (1 - keep) * new
        log_p = log_p - (1 - keep) * F.softplus((1 - 2 * new) * a)
    return x, log_p

# %% correct · one_picture_at_a_time
def draw_pixels(network, start, given, u):
    pictures, chances = [], []
    with torch.no_grad():
        for n in range(len(start)):
            x, total = start[n : n + 1].clone(), torch.tensor(0.0)
            for i in range(x.shape[2]):
                for j in range(x.shape[3]):
                    if given[n, 0, i, j]:
                        continue
                    a = network(x)[0, 0, i, j]
                    white = bool(u[n, 0, i, j] < torch.sigmoid(a))
                    x[0, 0, i, j] = float(white)
                    total = total + F.logsigmoid(a if white else -a)
            pictures.append(x)
            chances.append(total)
    return torch.cat(pictures), torch.stack(chances)

# %% correct · without_no_grad
def draw_pixels(network, start, given, u):
    x = start.detach().clone()
    log_p = 0
    for i in range(x.shape[2]):
        for j in range(x.shape[3]):
            a = network(x)[:, 0, i, j].detach()
            drawn = (u[:, 0, i, j] < torch.sigmoid(a)).float()
            chance = drawn * F.logsigmoid(a) + (1 - drawn) * F.logsigmoid(-a)
            kept = given[:, 0, i, j]
            x = x.clone()
            x[:, 0, i, j] = torch.where(kept, start[:, 0, i, j], drawn)
            log_p = log_p + chance.masked_fill(kept, 0.0)
    return x, log_p

# %% correct · zeros_first
def draw_pixels(network, start, given, u):
    x = torch.zeros_like(start)
    x[given] = start[given]
    total = torch.zeros(start.shape[0])
    with torch.no_grad():
        for i in range(start.shape[-2]):
            for j in range(start.shape[-1]):
                logit = network(x)[..., i, j].squeeze(1)
                bit = (u[..., i, j].squeeze(1) < logit.sigmoid()).float()
                free = (~given[..., i, j].squeeze(1)).float()
                total += free * -F.binary_cross_entropy_with_logits(logit, bit, reduction="none")
                x[:, 0, i, j] = free * bit + (1 - free) * x[:, 0, i, j]
    return x, total

# %% correct · only_rows_so_far
def draw_pixels(network, start, given, u):
    x, log_p = start * given, torch.zeros(len(start))
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                a = network(x)[:, 0, i, j]
                bit = (torch.logit(u[:, 0, i, j].double()) < a.double()).float()
                free = ~given[:, 0, i, j]
                x[:, 0, i, j] = torch.where(free, bit, x[:, 0, i, j])
                log_p += torch.where(free, F.logsigmoid(a * (2 * bit - 1)), torch.zeros(()))
    return x, log_p

# %% wrong · asked_once · all_at_once
def draw_pixels(network, start, given, u):
    with torch.no_grad():
        a = network(start * given)
    new = (u < a.sigmoid()).float()
    x = torch.where(given, start, new)
    chance = -F.binary_cross_entropy_with_logits(a, x, reduction="none")
    return x, (chance * ~given).sum((1, 2, 3))

# %% wrong · columns_outside · order
def draw_pixels(network, start, given, u):
    x, log_p = start * given, torch.zeros(len(start))
    with torch.no_grad():
        for j in range(x.shape[3]):
            for i in range(x.shape[2]):
                a = network(x)[:, 0, i, j]
                bit = (u[:, 0, i, j] < a.sigmoid()).float()
                free = ~given[:, 0, i, j]
                x[:, 0, i, j] = torch.where(free, bit, x[:, 0, i, j])
                log_p += torch.where(free, F.logsigmoid(a * (2 * bit - 1)), torch.zeros(()))
    return x, log_p

# %% wrong · above_is_white · colours_swapped
def draw_pixels(network, start, given, u):
    x, log_p = start * given, torch.zeros(len(start))
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                a = network(x)[:, 0, i, j]
                bit = (u[:, 0, i, j] > a.sigmoid()).float()
                free = ~given[:, 0, i, j]
                x[:, 0, i, j] = torch.where(free, bit, x[:, 0, i, j])
                log_p += torch.where(free, F.logsigmoid(a * (2 * bit - 1)), torch.zeros(()))
    return x, log_p

# %% wrong · rounded · likeliest
def draw_pixels(network, start, given, u):
    x, log_p = start * given, torch.zeros(len(start))
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                a = network(x)[:, 0, i, j]
                bit = a.sigmoid().round()
                free = ~given[:, 0, i, j]
                x[:, 0, i, j] = torch.where(free, bit, x[:, 0, i, j])
                log_p += torch.where(free, F.logsigmoid(a * (2 * bit - 1)), torch.zeros(()))
    return x, log_p

# %% wrong · chances · chances_for_pixels
def draw_pixels(network, start, given, u):
    x, log_p = start * given, torch.zeros(len(start))
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                a = network(x)[:, 0, i, j]
                free = ~given[:, 0, i, j]
                x[:, 0, i, j] = torch.where(free, a.sigmoid(), x[:, 0, i, j])
                log_p += torch.where(free, F.logsigmoid(a), torch.zeros(()))
    return x, log_p

# %% wrong · logit_for_chance · logits_as_chances
def draw_pixels(network, start, given, u):
    x, log_p = start * given, torch.zeros(len(start))
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                a = network(x)[:, 0, i, j]
                bit = (u[:, 0, i, j] < a).float()
                free = ~given[:, 0, i, j]
                x[:, 0, i, j] = torch.where(free, bit, x[:, 0, i, j])
                log_p += torch.where(free, F.logsigmoid(a * (2 * bit - 1)), torch.zeros(()))
    return x, log_p

# %% wrong · everything_drawn · given_pixels_lost
def draw_pixels(network, start, given, u):
    x, log_p = torch.zeros_like(start), torch.zeros(len(start))
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                a = network(x)[:, 0, i, j]
                bit = (u[:, 0, i, j] < a.sigmoid()).float()
                x[:, 0, i, j] = bit
                log_p += torch.where(~given[:, 0, i, j], F.logsigmoid(a * (2 * bit - 1)), torch.zeros(()))
    return x, log_p

# %% wrong · all_counted · given_counted
def draw_pixels(network, start, given, u):
    x = start.clone()
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                p = torch.sigmoid(network(x)[:, :, i, j])
                x[:, :, i, j] = torch.where(given[:, :, i, j], x[:, :, i, j], (u[:, :, i, j] < p).float())
        cost = F.binary_cross_entropy_with_logits(network(x), x, reduction="none")
    return x, -cost.sum((1, 2, 3))

# %% wrong · chance_of_white · white_only
def draw_pixels(network, start, given, u):
    x, log_p = start * given, torch.zeros(len(start))
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                a = network(x)[:, 0, i, j]
                bit = (u[:, 0, i, j] < a.sigmoid()).float()
                free = ~given[:, 0, i, j]
                x[:, 0, i, j] = torch.where(free, bit, x[:, 0, i, j])
                log_p += torch.where(free, F.logsigmoid(a), torch.zeros(()))
    return x, log_p

# %% wrong · cost_returned · sign
def draw_pixels(network, start, given, u):
    x = start.clone()
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                p = torch.sigmoid(network(x)[:, :, i, j])
                x[:, :, i, j] = torch.where(given[:, :, i, j], x[:, :, i, j], (u[:, :, i, j] < p).float())
        cost = F.binary_cross_entropy_with_logits(network(x), x, reduction="none")
    return x, (cost * ~given).sum((1, 2, 3))

# %% wrong · mean_of_logs · not_the_sum
def draw_pixels(network, start, given, u):
    x = start.clone()
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                p = torch.sigmoid(network(x)[:, :, i, j])
                x[:, :, i, j] = torch.where(given[:, :, i, j], x[:, :, i, j], (u[:, :, i, j] < p).float())
        cost = F.binary_cross_entropy_with_logits(network(x), x, reduction="none")
    return x, -(cost * ~given).mean((1, 2, 3))

# %% wrong · log_of_sigmoid · not_stable
def draw_pixels(network, start, given, u):
    x, log_p = start * given, torch.zeros(len(start))
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                p = network(x)[:, 0, i, j].sigmoid()
                bit = (u[:, 0, i, j] < p).float()
                free = ~given[:, 0, i, j]
                x[:, 0, i, j] = torch.where(free, bit, x[:, 0, i, j])
                log_p += free * (bit * p.log() + (1 - bit) * (1 - p).log())
    return x, log_p

# %% wrong · start_overwritten · modifies_inputs
def draw_pixels(network, start, given, u):
    log_p = torch.zeros(len(start))
    with torch.no_grad():
        for i in range(start.shape[2]):
            for j in range(start.shape[3]):
                a = network(start)[:, 0, i, j]
                bit = (u[:, 0, i, j] < a.sigmoid()).float()
                free = ~given[:, 0, i, j]
                start[:, 0, i, j] = torch.where(free, bit, start[:, 0, i, j])
                log_p += torch.where(free, F.logsigmoid(a * (2 * bit - 1)), torch.zeros(()))
    return start, log_p

# %% wrong · pictures_alone · wrong_type
def draw_pixels(network, start, given, u):
    x = start.clone()
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                p = torch.sigmoid(network(x)[:, :, i, j])
                x[:, :, i, j] = torch.where(given[:, :, i, j], x[:, :, i, j], (u[:, :, i, j] < p).float())
    return x

# %% wrong · own_numbers · unrecognised
def draw_pixels(network, start, given, u):
    x = start.clone()
    with torch.no_grad():
        for i in range(x.shape[2]):
            for j in range(x.shape[3]):
                p = torch.sigmoid(network(x)[:, :, i, j])
                x[:, :, i, j] = torch.where(given[:, :, i, j], x[:, :, i, j], torch.bernoulli(p))
        cost = F.binary_cross_entropy_with_logits(network(x), x, reduction="none")
    return x, -(cost * ~given).sum((1, 2, 3))

# %% noisy · progress
def draw_pixels(network, start, given, u):
    x = start.clone()
    with torch.no_grad():
        for i in range(x.shape[2]):
            print("row", i)
            for j in range(x.shape[3]):
                p = torch.sigmoid(network(x)[:, :, i, j])
                x[:, :, i, j] = torch.where(given[:, :, i, j], x[:, :, i, j], (u[:, :, i, j] < p).float())
        cost = F.binary_cross_entropy_with_logits(network(x), x, reduction="none")
    return x, -(cost * ~given).sum((1, 2, 3))
