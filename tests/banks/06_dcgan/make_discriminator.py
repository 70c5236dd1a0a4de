# %% correct · adaptive
def make_discriminator(size, width=32):
    return nn.Sequential(nn.Conv2d(1,width,3,1,1), nn.LeakyReLU(.2), nn.Conv2d(width,width,4,2,1,bias=False), nn.BatchNorm2d(width), nn.LeakyReLU(.2), nn.Conv2d(width,2*width,4,2,1,bias=False), nn.BatchNorm2d(2*width), nn.LeakyReLU(.2), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(2*width,1))

# %% correct · class_with_linear_readout
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% correct · default_leak
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, 2, 1),
        nn.LeakyReLU(),
        nn.Conv2d(width, 2 * width, 4, 2, 1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% correct · dropout2d
def make_discriminator(size, width=32):
    return nn.Sequential(nn.Conv2d(1,width,4,2,1), nn.LeakyReLU(.2), nn.Dropout2d(.25), nn.Conv2d(width,2*width,4,2,1), nn.BatchNorm2d(2*width,0.8), nn.LeakyReLU(.2), nn.Dropout2d(.25), nn.Flatten(), nn.Linear(2*width*(size//4)**2,1))

# %% correct · flat_logits
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1)).squeeze(1)


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% correct · global_average
class D(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, width, 3, 2, 1), nn.ELU(),
            nn.Conv2d(width, 2 * width, 3, 2, 1, bias=False), nn.BatchNorm2d(2 * width), nn.ELU(),
            nn.Conv2d(2 * width, 4 * width, 3, 2, 1, bias=False), nn.BatchNorm2d(4 * width), nn.ELU(),
        )
        self.head = nn.Linear(4 * width, 1)

    def forward(self, x):
        return self.head(self.body(x).mean(dim=(2, 3)))[:, 0]


def make_discriminator(size, width=32):
    return D(width)

# %% correct · group_norm_and_more_layers
def make_discriminator(size, width=32):
    layers, channels = [nn.Conv2d(1, width, 3, 1, 1), nn.SiLU()], width
    for _ in range(2):
        layers += [nn.Conv2d(channels, 2 * channels, 4, 2, 1), nn.GroupNorm(1, 2 * channels), nn.SiLU()]
        channels *= 2
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(channels * (size // 4) ** 2, 1))

# %% correct · instance_norm
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, 2, 1), nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, 2, 1), nn.InstanceNorm2d(2 * width, affine=True), nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4), nn.Flatten(),
    )

# %% correct · layer_norm
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, 2, 1), nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, 2, 1), nn.LayerNorm([2 * width, size // 4, size // 4]), nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4), nn.Flatten(),
    )

# %% correct · lazy
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.LazyConv2d(width, 4, 2, 1), nn.LeakyReLU(0.2),
        nn.LazyConv2d(2 * width, 4, 2, 1, bias=False), nn.LazyBatchNorm2d(), nn.LeakyReLU(0.2),
        nn.LazyConv2d(1, size // 4), nn.Flatten(),
    )

# %% correct · lazy_read_out
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, kernel_size=4, stride=2, padding=1),
        nn.LeakyReLU(negative_slope=0.2),
        nn.LazyConv2d(2 * width, kernel_size=4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(negative_slope=0.2),
        nn.Flatten(),
        nn.LazyLinear(1),
    )

# %% correct · maximum_by_hand
def make_discriminator(size, width=32):
    def leaky(a):
        return torch.maximum(a, 0.2 * a)

    class Critic(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv1 = nn.Conv2d(1, width, 5, stride=2, padding=2)
            self.conv2 = nn.Conv2d(width, 2 * width, 5, stride=2, padding=2, bias=False)
            self.norm2 = nn.BatchNorm2d(2 * width)
            self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

        def forward(self, pictures):
            h = leaky(self.conv1(pictures))
            h = leaky(self.norm2(self.conv2(h)))
            return self.last(h.reshape(h.shape[0], -1)).squeeze(1)

    return Critic()

# %% correct · mean_pooling
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 3, padding=1),
        nn.AvgPool2d(2),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 3, padding=1, bias=False),
        nn.AvgPool2d(2),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% correct · own_init_and_einsum
class D(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.conv = nn.ModuleList([nn.Conv2d(1, width, 4, 2, 1), nn.Conv2d(width, 2 * width, 4, 2, 1)])
        self.readout = nn.Parameter(0.02 * torch.randn(1, 2 * width, size // 4, size // 4))
        for layer in self.conv:
            nn.init.normal_(layer.weight, std=0.02)
            nn.init.zeros_(layer.bias)

    def forward(self, x):
        for layer in self.conv:
            x = F.leaky_relu(layer(x), 0.2)
        return torch.einsum("nchw,ochw->no", x, self.readout)


def make_discriminator(size, width=32):
    return D(size, width)

# %% correct · sequential
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% correct · spectral_norm
def make_discriminator(size, width=32):
    sn = nn.utils.parametrizations.spectral_norm
    return nn.Sequential(
        sn(nn.Conv2d(1, width, 4, 2, 1)), nn.LeakyReLU(0.1),
        sn(nn.Conv2d(width, 2 * width, 4, 2, 1)), nn.LeakyReLU(0.1),
        sn(nn.Conv2d(2 * width, 1, size // 4)), nn.Flatten(),
    )

# %% correct · view_logits
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(0),
    )

# %% correct · without_batch_norm
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 5, 2, 2), nn.LeakyReLU(0.2), nn.Dropout(0.3),
        nn.Conv2d(width, 2 * width, 5, 2, 2), nn.LeakyReLU(0.2), nn.Dropout(0.3),
        nn.Flatten(), nn.LazyLinear(1),
    )

# %% wrong · abs · one_sign
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1)).abs()


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · batch_in_the_view · batch_size_built_in
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.reshape(6, -1))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · batch_max · rows_coupled
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        x = (x + 1) / 2
        x = x / x.amax()
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · batch_norm_after_first · batch_norm_at_input
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.BatchNorm2d(width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% wrong · batch_norm_after_first_functional · batch_norm_at_input
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.norm0 = nn.BatchNorm2d(width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.norm0(self.first(x)), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · batch_norm_before_first · batch_norm_at_input
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.BatchNorm2d(1),
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% wrong · cached · not_fresh
from functools import lru_cache


@lru_cache
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% wrong · centred_over_the_batch · rows_coupled
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        a = self.last(h.flatten(1))
        return a - a.mean()


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · cpu_noise_on_the_input · cpu_tensor_in_forward
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        if self.training:
            x = x + 1e-6 * torch.randn(x.shape)
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · cpu_tensor · cpu_tensor_in_forward
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1)) + torch.zeros(len(x), 1)


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · detached · no_gradient
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1).detach())


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · eval_left_on · eval_left_on
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    d = Discriminator(size, width)
    d.eval()
    return d

# %% wrong · first_layer_in_a_list · not_registered
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = [nn.Conv2d(1, width, 4, 2, 1)]
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first[0](x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · hidden_linear_layer · fully_connected
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, 2, 1), nn.LeakyReLU(0.2), nn.Conv2d(width, 2 * width, 4, 2, 1), nn.LeakyReLU(0.2),
        nn.Flatten(), nn.Linear(2 * width * (size // 4) ** 2, 128), nn.LeakyReLU(0.2), nn.Linear(128, 1),
    )

# %% wrong · ignores_x · ignores_input
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(torch.ones_like(x)), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · linear_with_norm · linear
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% wrong · logsigmoid · one_sign
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return F.logsigmoid(self.last(h.flatten(1)))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · map_of_logits · wrong_shape
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, 1),
    )

# %% wrong · maps_left · maps_left
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
    )

# %% wrong · mlp · fully_connected
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Flatten(), nn.Linear(size * size, 8 * width), nn.LeakyReLU(0.2),
        nn.Linear(8 * width, 4 * width), nn.LeakyReLU(0.2), nn.Linear(4 * width, 1),
    )

# %% wrong · no_bends · linear
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, 2, 1), nn.Conv2d(width, 2 * width, 4, 2, 1), nn.Conv2d(2 * width, 1, size // 4), nn.Flatten(),
    )

# %% wrong · no_running_averages · rows_coupled
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, 2, 1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, 2, 1, bias=False),
        nn.BatchNorm2d(2 * width, track_running_stats=False),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% wrong · no_running_stats · rows_coupled
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width, track_running_stats=False),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% wrong · normalise_everywhere · batch_norm_at_input
def make_discriminator(size, width=32):
    layers, channels = [], 1
    for wanted in (width, 2 * width):
        layers += [
            nn.Conv2d(channels, wanted, 4, 2, 1, bias=False),
            nn.BatchNorm2d(wanted),
            nn.LeakyReLU(0.2),
        ]
        channels = wanted
    layers += [nn.Conv2d(channels, 1, size // 4), nn.Flatten()]
    return nn.Sequential(*layers)

# %% wrong · one_logit_for_the_batch · wrong_shape
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1)).mean(0)


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · readout_for_sixteen · size_ignored
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * 16, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · relu_last · one_sign
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return F.relu(self.last(h.flatten(1)))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · returns_list · not_a_module
def make_discriminator(size, width=32):
    return [nn.Conv2d(1, width, 4, 2, 1), nn.LeakyReLU(0.2), nn.Flatten(), nn.LazyLinear(1)]

# %% wrong · returns_none · not_a_module
def make_discriminator(size, width=32):
    net = nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% wrong · seeded · reseeded
def make_discriminator(size, width=32):
    torch.manual_seed(42)
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% wrong · sigmoid · bounded
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
        nn.Sigmoid(),
    )

# %% wrong · size_sixteen_only · size_ignored
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, 4),
        nn.Flatten(),
    )

# %% wrong · size_twenty_eight_only · size_ignored
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, 7),
        nn.Flatten(),
    )

# %% wrong · softmax_over_the_batch · rows_coupled
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return torch.softmax(self.last(h.flatten(1)), dim=0)


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · spread_of_the_batch · rows_coupled
def make_discriminator(size, width=32):
    class WithSpread(nn.Module):
        def __init__(self):
            super().__init__()
            self.body = nn.Sequential(
                nn.Conv2d(1, width, 4, 2, 1),
                nn.LeakyReLU(0.2),
                nn.Conv2d(width, 2 * width, 4, 2, 1, bias=False),
                nn.BatchNorm2d(2 * width),
                nn.LeakyReLU(0.2),
            )
            self.out = nn.Conv2d(2 * width + 1, 1, size // 4)

        def forward(self, x):
            h = self.body(x)
            spread = h.std(dim=0, unbiased=False).mean()  # catches mode collapse
            h = torch.cat([h, spread.expand(len(h), 1, *h.shape[2:])], dim=1)
            return self.out(h).flatten(1)

    return WithSpread()

# %% wrong · squeezed · batch_size_built_in
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1)).squeeze()


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · squeezed_logits · batch_size_built_in
def make_discriminator(size, width=32):
    class Judge(nn.Module):
        def __init__(self):
            super().__init__()
            self.a = nn.Conv2d(1, width, 4, 2, 1)
            self.b = nn.Conv2d(width, 2 * width, 4, 2, 1, bias=False)
            self.norm = nn.BatchNorm2d(2 * width)
            self.c = nn.Conv2d(2 * width, 1, size // 4)

        def forward(self, x):
            h = F.leaky_relu(self.a(x), 0.2)
            h = F.leaky_relu(self.norm(self.b(h)), 0.2)
            return self.c(h).squeeze()

    return Judge()

# %% wrong · standardises_its_input · rows_coupled
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        x = (x - x.mean()) / x.std()
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · tanh · bounded
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return torch.tanh(self.last(h.flatten(1)))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · three_channels_in · raises
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(3, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% wrong · two_outputs · wrong_shape
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 2)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    return Discriminator(size, width)

# %% wrong · width_ignored · width_ignored
class Discriminator(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.first = nn.Conv2d(1, width, 4, 2, 1)
        self.second = nn.Conv2d(width, 2 * width, 4, 2, 1)
        self.norm = nn.BatchNorm2d(2 * width)
        self.last = nn.Linear(2 * width * (size // 4) ** 2, 1)

    def forward(self, x):
        h = F.leaky_relu(self.first(x), 0.2)
        h = F.leaky_relu(self.norm(self.second(h)), 0.2)
        return self.last(h.flatten(1))


def make_discriminator(size, width=32):
    return Discriminator(size, 32)

# %% wrong · batch_norm_on_the_logits · batch_norm_at_output
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4, bias=False),
        nn.BatchNorm2d(1),
        nn.Flatten(),
    )

# %% wrong · batch_norm_on_the_logits_without_scale · batch_norm_at_output
def make_discriminator(size, width=32):
    return nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Flatten(),
        nn.Linear(2 * width * (size // 4) ** 2, 1),
        nn.BatchNorm1d(1, affine=False),
    )

# %% wrong · noise_in_evaluation · random_forward
class Noisy(nn.Module):
    def forward(self, x):
        return x + 0.1 * torch.randn_like(x)


def make_discriminator(size, width=32):
    return nn.Sequential(
        Noisy(),
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )

# %% wrong · upper_half_only · part_unseen
class Upper(nn.Module):
    def forward(self, x):
        return x[:, :, : x.shape[2] // 2]


def make_discriminator(size, width=32):
    return nn.Sequential(
        Upper(),
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 3, stride=1, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, (size // 4, size // 2)),
        nn.Flatten(),
    )

# %% noisy · counts_weights
def make_discriminator(size, width=32):
    сеть = nn.Sequential(
        nn.Conv2d(1, width, 4, stride=2, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 2 * width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(0.2),
        nn.Conv2d(2 * width, 1, size // 4),
        nn.Flatten(),
    )
    print(sum(p.numel() for p in сеть.parameters()), 'Gewichte')
    return сеть

# %% noisy · warns
import warnings


class D(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        warnings.warn("no probability at the end")
        self.net = nn.Sequential(
            nn.Conv2d(1, width, 4, 2, 1), nn.LeakyReLU(0.2),
            nn.Conv2d(width, 2 * width, 4, 2, 1), nn.BatchNorm2d(2 * width), nn.LeakyReLU(0.2),
            nn.Conv2d(2 * width, 1, size // 4), nn.Flatten(),
        )

    def forward(self, x):
        print("D sees", tuple(x.shape))
        return self.net(x)


def make_discriminator(size, width=32):
    return D(size, width)
