# %% correct · addcmul
def flow_matching_loss(velocity, x, z, t):
    rows = x.new_empty(len(x), x.shape[1] + 1)
    rows[:, :-1] = torch.addcmul(z, t, x - z)
    rows[:, -1:] = t
    return (velocity(rows) - x + z).pow(2).sum(1).mean(0)

# %% correct · from_x
def flow_matching_loss(velocity, x, z, t):
    point = x - (1 - t) * (x - z)
    gap = velocity(torch.cat([point, t], 1)) + z - x
    return torch.einsum('nd,nd->n', gap, gap).mean()

# %% correct · lerp
def flow_matching_loss(velocity, x, z, t):
    v = velocity(torch.cat((torch.lerp(z, x, t.expand_as(x)), t), -1))
    return ((x - z - v) ** 2).sum(-1).mean()

# %% correct · loop
def flow_matching_loss(velocity, x, z, t):
    total = 0.0
    for a, b, s in zip(x, z, t):
        rows = torch.cat([(1 - s) * b + s * a, s])[None]
        total = total + (velocity(rows)[0] - (a - b)).square().sum()
    return total / len(x)

# %% correct · move
def flow_matching_loss(velocity, x, z, t):
    way = x - z
    rows = torch.hstack([z + t * way, t])
    return torch.linalg.vector_norm(velocity(rows) - way, dim=1).pow(2).mean()

# %% correct · mse_sum
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return F.mse_loss(v, x - z, reduction='sum') / len(x)

# %% correct · mse_times_d
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return F.mse_loss(v, x - z) * x.shape[1]

# %% correct · plain
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - z)).square().sum(dim=1).mean()

# %% wrong · cut · nothing_learned
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v.detach() - (x - z)).square().sum(dim=1).mean()

# %% wrong · each · mean_missing
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - z)).square().sum(dim=1)

# %% wrong · half · other_price
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return 0.5 * (v - (x - z)).square().sum(dim=1).mean()

# %% wrong · in_place · modifies_inputs
def flow_matching_loss(velocity, x, z, t):
    way = x - z
    z += t * way
    return (velocity(torch.cat([z, t], dim=1)) - way).square().sum(dim=1).mean()

# %% wrong · l1 · other_price
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return F.l1_loss(v, x - z)

# %% wrong · length · other_price
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - z)).norm(dim=1).mean()

# %% wrong · mse · mean_over_coordinates
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return F.mse_loss(v, x - z)

# %% wrong · no_time · network_without_time
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, torch.zeros_like(t)], dim=1))
    return (v - (x - z)).square().sum(dim=1).mean()

# %% wrong · noise_added · not_between
def flow_matching_loss(velocity, x, z, t):
    point = x + t * z
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - z)).square().sum(dim=1).mean()

# %% wrong · number · becomes_number
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - z)).square().sum(dim=1).mean().item()

# %% wrong · one_time · one_time_for_all
def flow_matching_loss(velocity, x, z, t):
    t = t[:1].expand(len(x), 1)
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - z)).square().sum(dim=1).mean()

# %% wrong · predict_noise · target_not_velocity
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - z).square().sum(dim=1).mean()

# %% wrong · rest_of_way · target_not_velocity
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - point)).square().sum(dim=1).mean()

# %% wrong · sum · mean_missing
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - z)).square().sum()

# %% wrong · time_first · network_without_time
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([t, point], dim=1))
    return (v - (x - z)).square().sum(dim=1).mean()

# %% wrong · to_data_point · target_not_velocity
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - x).square().sum(dim=1).mean()

# %% wrong · to_noise · target_turned
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (z - x)).square().sum(dim=1).mean()

# %% wrong · turned · time_turned
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * x + t * z
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - z)).square().sum(dim=1).mean()

# %% wrong · turned_both · time_turned
def flow_matching_loss(velocity, x, z, t):
    point = (1 - t) * x + t * z
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (z - x)).square().sum(dim=1).mean()

# %% wrong · under_no_grad · nothing_learned
def flow_matching_loss(velocity, x, z, t):
    with torch.no_grad():
        point = (1 - t) * z + t * x
        v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - z)).square().sum(dim=1).mean()

# %% noisy · prints
def flow_matching_loss(velocity, x, z, t):
    print(float(t.mean()))
    point = (1 - t) * z + t * x
    v = velocity(torch.cat([point, t], dim=1))
    return (v - (x - z)).square().sum(dim=1).mean()
