# %% correct · backward
def langevin_step(generator, discriminator, z, noise, size):
    here = z.clone().detach().requires_grad_()
    kept = [p.grad.clone() if p.grad is not None else None for n in (generator, discriminator) for p in n.parameters()]
    discriminator(generator(here)).sum().backward()
    for p, g in zip([*generator.parameters(), *discriminator.parameters()], kept):
        p.grad = g
    return (z + 0.5 * size * (here.grad - z) + size**0.5 * noise).detach()

# %% correct · energy
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    energy = here.square().sum() / 2 - discriminator(generator(here)).sum()
    (slope,) = torch.autograd.grad(energy, here)
    return z - size / 2 * slope + size**0.5 * noise

# %% correct · func
def langevin_step(generator, discriminator, z, noise, size):
    slope = torch.func.grad(lambda q: discriminator(generator(q)).sum())(z)
    return z + (size / 2) * (slope - z) + (size**0.5) * noise

# %% correct · inputs_only
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    log_p = discriminator(generator(here)).reshape(-1) - (here**2).sum(1) / 2
    log_p.sum().backward(inputs=[here])
    return z + here.grad * size / 2 + torch.sqrt(torch.tensor(size)) * noise

# %% correct · normal_log_prob
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    prior = torch.distributions.Normal(0.0, 1.0).log_prob(here).sum()
    (slope,) = torch.autograd.grad(prior + discriminator(generator(here)).sum(), here)
    return z + slope * size / 2 + math.sqrt(size) * noise

# %% correct · ones
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    a = discriminator(generator(here))
    slope = torch.autograd.grad(a, here, grad_outputs=torch.ones_like(a))[0]
    return z * (1 - size / 2) + slope * (size / 2) + noise * math.sqrt(size)

# %% correct · plain
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * (slope - z) + math.sqrt(size) * noise

# %% correct · row_by_row
def langevin_step(generator, discriminator, z, noise, size):
    rows = []
    for row, shake in zip(z, noise):
        here = row[None].clone().requires_grad_(True)
        (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
        rows.append(row + size / 2 * (slope[0] - row) + size**0.5 * shake)
    return torch.stack(rows)

# %% wrong · backward · leaves_gradients
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    discriminator(generator(here)).sum().backward()
    return z + size / 2 * (here.grad - z) + math.sqrt(size) * noise

# %% wrong · downhill · downhill
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z - size / 2 * (slope + z) + math.sqrt(size) * noise

# %% wrong · in_place · modifies_inputs
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    z += size / 2 * (slope - z) + math.sqrt(size) * noise
    return z

# %% wrong · no_d · prior_only
def langevin_step(generator, discriminator, z, noise, size):
    return z - size / 2 * z + math.sqrt(size) * noise

# %% wrong · no_half · wrong_drift
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size * (slope - z) + math.sqrt(size) * noise

# %% wrong · no_noise · wrong_noise
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * (slope - z)

# %% wrong · no_prior · prior_forgotten
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * slope + math.sqrt(size) * noise

# %% wrong · noise_as_it_is · wrong_noise
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * (slope - z) + noise

# %% wrong · noise_by_size · wrong_noise
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * (slope - z) + size * noise

# %% wrong · of_log_sigmoid · slope_of_probability
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(F.logsigmoid(discriminator(generator(here))).sum(), here)
    return z + size / 2 * (slope - z) + math.sqrt(size) * noise

# %% wrong · of_mean · slope_of_mean
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).mean(), here)
    return z + size / 2 * (slope - z) + math.sqrt(size) * noise

# %% wrong · of_sigmoid · slope_of_probability
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(torch.sigmoid(discriminator(generator(here))).sum(), here)
    return z + size / 2 * (slope - z) + math.sqrt(size) * noise

# %% wrong · own_noise · elsewhere
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * (slope - z) + math.sqrt(size) * torch.randn_like(z)

# %% wrong · prior_added · prior_forgotten
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * (slope + z) + math.sqrt(size) * noise

# %% wrong · returns_move · not_the_new_z
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return size / 2 * (slope - z) + math.sqrt(size) * noise

# %% wrong · returns_sample · not_the_new_z
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return generator(z + size / 2 * (slope - z) + math.sqrt(size) * noise)

# %% wrong · sample_moved · slope_in_sample
def langevin_step(generator, discriminator, z, noise, size):
    x = generator(z).detach().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(x).sum(), x)
    return z + size / 2 * (slope - z) + math.sqrt(size) * noise

# %% wrong · sign_of_energy · downhill
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * (z - slope) + math.sqrt(size) * noise

# %% wrong · signs · direction_only
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * (slope.sign() - z) + math.sqrt(size) * noise

# %% wrong · textbook_sqrt_two · drift_and_noise
def langevin_step(generator, discriminator, z, noise, size):
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size * (slope - z) + math.sqrt(2 * size) * noise

# %% wrong · z_asks · modifies_inputs
def langevin_step(generator, discriminator, z, noise, size):
    z.requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(z)).sum(), z)
    return (z + size / 2 * (slope - z) + math.sqrt(size) * noise).detach()

# %% noisy · prints
def langevin_step(generator, discriminator, z, noise, size):
    print(discriminator(generator(z)).mean())
    here = z.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(discriminator(generator(here)).sum(), here)
    return z + size / 2 * (slope - z) + math.sqrt(size) * noise
