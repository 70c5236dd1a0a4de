# %% correct · two_means
def cycle_loss(g, f, x, y):
    return (f(g(x)) - x).abs().mean() + (g(f(y)) - y).abs().mean()

# %% correct · l1_loss
def cycle_loss(g, f, x, y):
    return F.l1_loss(f(g(x)), x) + F.l1_loss(g(f(y)), y)

# %% correct · named
def cycle_loss(g, f, x, y):
    there, here = g(x), f(y)
    home_x, home_y = f(there), g(here)
    forward = torch.mean(torch.abs(home_x - x))
    backward = torch.mean(torch.abs(home_y - y))
    return forward + backward

# %% correct · other_order
def cycle_loss(g, f, x, y):
    return nn.L1Loss()(y, g(f(y))) + nn.L1Loss()(x, f(g(x)))

# %% correct · sum_over_numel
def cycle_loss(g, f, x, y):
    a, b = x - f(g(x)), y - g(f(y))
    return a.abs().sum() / a.numel() + b.abs().sum() / b.numel()

# %% correct · loop_over_ways
def cycle_loss(g, f, x, y):
    total = 0.0
    for start, first, second in ((x, g, f), (y, f, g)):
        total = total + (second(first(start)) - start).abs().mean()
    return total

# %% correct · row_by_row
def cycle_loss(g, f, x, y):
    way_x = torch.stack([(f(g(one[None])) - one).abs().mean() for one in x]).mean()
    way_y = torch.stack([(g(f(one[None])) - one).abs().mean() for one in y]).mean()
    return way_x + way_y

# %% wrong · forward_only · one_way
def cycle_loss(g, f, x, y):
    return (f(g(x)) - x).abs().mean()

# %% wrong · backward_only · one_way
def cycle_loss(g, f, x, y):
    return F.l1_loss(g(f(y)), y)

# %% wrong · like_the_other_pile · no_way_back
def cycle_loss(g, f, x, y):
    return F.l1_loss(g(x).mean(0), y.mean(0)) + F.l1_loss(f(y).mean(0), x.mean(0))

# %% wrong · homes_swapped
def cycle_loss(g, f, x, y):
    return (f(g(x)).mean(0) - y.mean(0)[: x.shape[1]].mean()).abs().mean() + (g(f(y)) - y).abs().mean()

# %% wrong · squares · squared
def cycle_loss(g, f, x, y):
    return F.mse_loss(f(g(x)), x) + F.mse_loss(g(f(y)), y)

# %% wrong · lengths · squared
def cycle_loss(g, f, x, y):
    return (f(g(x)) - x).norm(dim=1).mean() + (g(f(y)) - y).norm(dim=1).mean()

# %% wrong · no_absolute · sign_cancels
def cycle_loss(g, f, x, y):
    return (f(g(x)) - x).mean() + (g(f(y)) - y).mean()

# %% wrong · absolute_of_mean · sign_cancels
def cycle_loss(g, f, x, y):
    return (f(g(x)) - x).mean().abs() + (g(f(y)) - y).mean().abs()

# %% wrong · halved · weighed
def cycle_loss(g, f, x, y):
    return 0.5 * (F.l1_loss(f(g(x)), x) + F.l1_loss(g(f(y)), y))

# %% wrong · ten_times · weighed
def cycle_loss(g, f, x, y):
    return 10 * (F.l1_loss(f(g(x)), x) + F.l1_loss(g(f(y)), y))

# %% wrong · difference · weighed
def cycle_loss(g, f, x, y):
    return F.l1_loss(f(g(x)), x) - F.l1_loss(g(f(y)), y)

# %% wrong · sums · mean_missing
def cycle_loss(g, f, x, y):
    return (f(g(x)) - x).abs().sum() + (g(f(y)) - y).abs().sum()

# %% wrong · per_sample_sums · sum_over_numbers
def cycle_loss(g, f, x, y):
    return (f(g(x)) - x).abs().sum(1).mean() + (g(f(y)) - y).abs().sum(1).mean()

# %% wrong · detached_middle · nothing_learned
def cycle_loss(g, f, x, y):
    return F.l1_loss(f(g(x).detach()), x) + F.l1_loss(g(f(y).detach()), y)

# %% wrong · detached_one_middle · nothing_learned
def cycle_loss(g, f, x, y):
    return F.l1_loss(f(g(x)), x) + F.l1_loss(g(f(y).detach()), y)

# %% wrong · no_grad · nothing_learned
def cycle_loss(g, f, x, y):
    with torch.no_grad():
        return F.l1_loss(f(g(x)), x) + F.l1_loss(g(f(y)), y)

# %% wrong · number · becomes_number
def cycle_loss(g, f, x, y):
    return float(F.l1_loss(f(g(x)), x) + F.l1_loss(g(f(y)), y))

# %% wrong · backward_inside · leaves_gradients
def cycle_loss(g, f, x, y):
    loss = F.l1_loss(f(g(x)), x) + F.l1_loss(g(f(y)), y)
    loss.backward(retain_graph=True)
    return loss

# %% wrong · one_large_mean
def cycle_loss(g, f, x, y):
    a, b = (f(g(x)) - x).abs().flatten(), (g(f(y)) - y).abs().flatten()
    return 2 * torch.cat([a, b]).mean()

# %% wrong · evaluates · left_in_eval
def cycle_loss(g, f, x, y):
    g.eval()
    f.eval()
    return F.l1_loss(f(g(x)), x) + F.l1_loss(g(f(y)), y)

# %% wrong · freezes
def cycle_loss(g, f, x, y):
    for p in f.parameters():
        p.requires_grad_(False)
    return F.l1_loss(f(g(x)), x) + F.l1_loss(g(f(y)), y)

# %% noisy · logs
def cycle_loss(g, f, x, y):
    import logging

    loss = F.l1_loss(f(g(x)), x) + F.l1_loss(g(f(y)), y)
    logging.warning("cycle %.3f", float(loss))
    return loss
