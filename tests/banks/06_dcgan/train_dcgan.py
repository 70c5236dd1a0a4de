# %% correct · as_the_text
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% correct · lerp_and_state
from copy import deepcopy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    average = deepcopy(generator)
    for _ in range(steps):
        x = sample_real()
        fake = generator(noise(x.shape[0]))
        a, b = discriminator(x), discriminator(fake.detach())
        loss = -F.logsigmoid(a).mean() - F.logsigmoid(-b).mean()
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        g_optimizer.zero_grad()
        (-F.logsigmoid(discriminator(fake)).mean()).backward()
        g_optimizer.step()
        old = {k: v.clone() for k, v in average.state_dict().items()}
        names = {name for name, _ in generator.named_parameters()}
        new = generator.state_dict()
        average.load_state_dict({k: old[k].lerp(new[k], 1 - keep) if k in names else new[k] for k in new})
    average.eval()
    return average

# %% correct · bce
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    bce = nn.BCEWithLogitsLoss()
    averaged = copy.deepcopy(generator).eval()
    for i in range(steps):
        real = sample_real()
        n = real.size(0)
        ones, zeros = torch.ones(n, 1), torch.zeros(n, 1)
        fake = generator(noise(n))
        d_optimizer.zero_grad()
        bce(discriminator(real), ones).backward()
        bce(discriminator(fake.detach()), zeros).backward()
        d_optimizer.step()
        g_optimizer.zero_grad()
        bce(discriminator(fake), ones).backward()
        g_optimizer.step()
        for p, q in zip(averaged.parameters(), generator.parameters(), strict=True):
            p.data = keep * p.data + (1 - keep) * q.data
        for p, q in zip(averaged.buffers(), generator.buffers(), strict=True):
            p.data = q.data.clone()
    return averaged

# %% correct · torch_averaged_model
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = AveragedModel(generator, multi_avg_fn=get_ema_multi_avg_fn(keep))
    averaged.update_parameters(generator)  # the first update only copies
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        loss.backward()
        g_optimizer.step()
        averaged.update_parameters(generator)
        for mean, new in zip(averaged.module.buffers(), generator.buffers()):
            mean.copy_(new)
    return averaged.module.eval()

# %% correct · average_as_a_list
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    mean = [p.detach().clone() for p in generator.parameters()]
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        loss.backward()
        d_optimizer.step()
        loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        loss.backward()
        g_optimizer.step()
        mean = [keep * m + (1 - keep) * p.detach() for m, p in zip(mean, generator.parameters())]
    averaged = copy.deepcopy(generator)
    for p, m in zip(averaged.parameters(), mean):
        p.data.copy_(m)
    return averaged.eval()

# %% correct · frozen_d_in_g_half
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        discriminator.requires_grad_(False)
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        discriminator.requires_grad_(True)
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% correct · without_gradients_for_the_copy
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator).requires_grad_(False)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.lerp_(new, 1 - keep)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · alias
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = generator
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · average_moved_once
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
    with torch.no_grad():
        for mean, new in zip(averaged.parameters(), generator.parameters()):
            mean.mul_(keep).add_((1 - keep) * new)
        for mean, new in zip(averaged.buffers(), generator.buffers()):
            mean.copy_(new)
    return averaged.eval()

# %% wrong · average_never_written · average_of_the_start
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean = keep * mean + (1 - keep) * new
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · batch_kept · stale_batch
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    real = sample_real()
    for _ in range(steps):
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · buffers_averaged_too · buffers_averaged
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                if mean.is_floating_point():
                    mean.mul_(keep).add_((1 - keep) * new)
    return averaged.eval()

# %% wrong · buffers_of_the_start · buffers_left_behind
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
    return averaged.eval()

# %% wrong · d_never_cleared · stale_gradients
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · evaluates_g
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    generator.eval()
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · fakes_twice
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(generator(noise(len(real))))).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · from_zero · average_from_zero
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    with torch.no_grad():
        for p in averaged.parameters():
            p.zero_()
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · g_backwards · g_wrong_way
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        (-g_loss).backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · g_left_evaluating
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    generator.eval()
    return averaged.eval()

# %% wrong · halves · not_the_mean
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        (d_loss / 2).backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · labels_exchanged · labels_swapped
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(discriminator(real)).mean() + F.softplus(-discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · never_cleared · stale_gradients
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · noise_kept · stale_noise
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    z = None
    for _ in range(steps):
        real = sample_real()
        z = noise(len(real)) if z is None else z
        fake = generator(z)
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · not_detached
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake)).mean()
        d_optimizer.zero_grad()
        d_loss.backward(retain_graph=True)
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · one_step_too_many · wrong_iterations
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps + 1):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · optimizers_exchanged
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        g_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        d_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · real_and_fake_together · real_and_fake_in_one_batch
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        a, b = discriminator(torch.cat([real, fake.detach()])).chunk(2)
        d_loss = F.softplus(-a).mean() + F.softplus(b).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · returned_in_training_mode · returned_in_training_mode
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged

# %% wrong · returns_a_copy · not_averaged
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return copy.deepcopy(generator).eval()

# %% wrong · returns_state
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval().state_dict()

# %% wrong · returns_the_generator
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return generator

# %% wrong · saturating · saturating
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = -F.softplus(discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% wrong · shares_exchanged · share_reversed
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(1 - keep).add_(keep * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()

# %% noisy · prints
import copy


def train_dcgan(generator, discriminator, g_optimizer, d_optimizer, sample_real, noise, steps, keep):
    averaged = copy.deepcopy(generator)
    for _ in range(steps):
        real = sample_real()
        fake = generator(noise(len(real)))
        d_loss = F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake.detach())).mean()
        d_optimizer.zero_grad()
        d_loss.backward()
        d_optimizer.step()
        g_loss = F.softplus(-discriminator(fake)).mean()
        g_optimizer.zero_grad()
        g_loss.backward()
        g_optimizer.step()
        print(d_loss.item(), g_loss.item())
        with torch.no_grad():
            for mean, new in zip(averaged.parameters(), generator.parameters()):
                mean.mul_(keep).add_((1 - keep) * new)
            for mean, new in zip(averaged.buffers(), generator.buffers()):
                mean.copy_(new)
    return averaged.eval()
