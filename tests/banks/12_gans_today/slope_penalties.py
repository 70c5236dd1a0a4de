# %% correct · einsum
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        v = s.flatten(1); total = total + torch.einsum('nd,nd->n', v, v).mean()
    return gamma / 2 * total

# %% correct · grad_outputs
def slope_penalties(discriminator, real, fake, gamma):
    def r(x):
        x = x.clone().detach().requires_grad_(True)
        out = discriminator(x)
        g = torch.autograd.grad(outputs=out, inputs=x, grad_outputs=torch.ones_like(out), create_graph=True, retain_graph=True, only_inputs=True)[0]
        return (g.view(g.size(0), -1) ** 2).sum(dim=1).mean()

    r1, r2 = r(real), r(fake)
    return (r1 + r2) * (gamma / 2)

# %% correct · library_slopes
def slope_penalties(discriminator, real, fake, gamma):
    from gan_course.training.penalties import slopes

    def one(x):
        x = x.detach().clone().requires_grad_()
        return slopes(discriminator(x), x).pow(2).sum(dim=1).mean()

    return 0.5 * gamma * (one(real) + one(fake))

# %% correct · loop
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + s.flatten(1).square().sum(1).mean()
    return gamma / 2 * total

# %% correct · norm
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + (s.reshape(len(s), -1).norm(dim=1) ** 2).mean()
    return gamma / 2 * total

# %% correct · one_pass
def slope_penalties(discriminator, real, fake, gamma):
    x = torch.cat([real, fake]).detach().requires_grad_(True)
    (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    squares = (s * s).flatten(1).sum(1)
    return gamma / 2 * squares[: len(real)].mean() + gamma / 2 * squares[len(real) :].mean()

# %% correct · total_over_n
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + s.pow(2).sum() / x.shape[0]
    return gamma / 2 * total

# %% correct · vmap_free_loop
def slope_penalties(discriminator, real, fake, gamma):
    def square(x):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        return sum((row * row).sum() for row in s) / len(x)

    return gamma * 0.5 * square(real) + gamma * 0.5 * square(fake)

# %% wrong · asks_real_for_gradient · modifies_inputs
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + s.flatten(1).square().sum(1).mean()
    return gamma / 2 * total

# %% wrong · averaged · half_missing
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + 0.5 * s.flatten(1).square().sum(1).mean()
    return gamma / 2 * total

# %% wrong · axis_one · wrong_axes
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + s.square().sum(1).mean()
    return gamma / 2 * total

# %% wrong · backward · leaves_gradients
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().clone().requires_grad_(True)
        discriminator(x).sum().backward(create_graph=True)
        total = total + x.grad.flatten(1).square().sum(1).mean()
    return gamma / 2 * total

# %% wrong · batch_norm · slopes_added_first
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + s.flatten(1).mean(0).square().sum()
    return gamma / 2 * total

# %% wrong · difference · subtracted
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = s.flatten(1).square().sum(1).mean() - total
    return gamma / 2 * total

# %% wrong · fake_only · one_penalty
def slope_penalties(discriminator, real, fake, gamma):
    x = fake.detach().requires_grad_(True)
    (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * s.flatten(1).square().sum(1).mean()

# %% wrong · gamma_left_out · gamma_ignored
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + s.flatten(1).square().sum(1).mean()
    return total / 2

# %% wrong · length · not_squared
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + s.flatten(1).norm(dim=1).mean()
    return gamma / 2 * total

# %% wrong · means · mean_over_coordinates
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + s.square().mean()
    return gamma / 2 * total

# %% wrong · no_graph · nothing_learned
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=False)
        total = total + s.flatten(1).square().sum(1).mean()
    return gamma / 2 * total

# %% wrong · no_half · half_missing
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + 2 * s.flatten(1).square().sum(1).mean()
    return gamma / 2 * total

# %% wrong · number · becomes_number
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + s.flatten(1).square().sum(1).mean()
    return float(gamma / 2 * total)

# %% wrong · of_mean · slope_of_mean
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).mean(), x, create_graph=True)
        total = total + s.flatten(1).square().sum(1).mean()
    return gamma / 2 * total

# %% wrong · pooled · pooled
def slope_penalties(discriminator, real, fake, gamma):
    x = torch.cat([real, fake]).detach().requires_grad_(True)
    (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * s.flatten(1).square().sum(1).mean()

# %% wrong · real_only · one_penalty
def slope_penalties(discriminator, real, fake, gamma):
    x = real.detach().requires_grad_(True)
    (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
    return gamma / 2 * s.flatten(1).square().sum(1).mean()

# %% wrong · sigmoid · slope_of_probability
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(torch.sigmoid(discriminator(x)).sum(), x, create_graph=True)
        total = total + s.flatten(1).square().sum(1).mean()
    return gamma / 2 * total

# %% wrong · sums · sum_not_mean
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + s.square().sum()
    return gamma / 2 * total

# %% wrong · to_one · pulls_to_one
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        total = total + (s.flatten(1).norm(dim=1) - 1).square().mean()
    return gamma / 2 * total

# %% wrong · values · penalises_the_value
def slope_penalties(discriminator, real, fake, gamma):
    return gamma / 2 * (discriminator(real).square().mean() + discriminator(fake).square().mean())

# %% noisy · assertions
def slope_penalties(discriminator, real, fake, gamma):
    total = 0.0
    for x in (real, fake):
        x = x.detach().requires_grad_(True)
        (s,) = torch.autograd.grad(discriminator(x).sum(), x, create_graph=True)
        assert s.shape == x.shape; total = total + s.flatten(1).square().sum(1).mean()
    return gamma / 2 * total
