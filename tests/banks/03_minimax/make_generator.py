# %% correct · batch_norm
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden, bias=False), nn.BatchNorm1d(hidden), nn.ReLU(), nn.Linear(hidden, data_dim))

# %% correct · built_from_widths
def make_generator(latent_dim, data_dim, hidden=64):
    from collections import OrderedDict

    widths = [latent_dim, hidden, hidden, hidden, data_dim]
    layers = OrderedDict()
    for i, (a, b) in enumerate(zip(widths, widths[1:])):
        if i > 0:
            layers[f"bend{i}"] = nn.LeakyReLU(0.2)
        layers[f"linear{i}"] = nn.Linear(in_features=a, out_features=b)
    return nn.Sequential(layers)

# %% correct · class_functional
class Net(nn.Module):
    def __init__(self, wide: int, out: int, hidden: int) -> None:
        super().__init__()
        self.first = nn.Linear(wide, hidden)
        self.second = nn.Linear(hidden, hidden)
        self.last = nn.Linear(hidden, out)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        h = F.elu(self.first(x))
        h = torch.tanh(self.second(h))
        return self.last(h)


def make_generator(latent_dim, data_dim, hidden=64):
    return Net(latent_dim, data_dim, hidden)

# %% correct · concat_skip
class Dense(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.a, self.b = nn.Linear(i, h), nn.Linear(i + h, h)
        self.c = nn.Linear(i + 2 * h, o)
    def forward(self, z):
        x = torch.cat([z, F.elu(self.a(z))], 1)
        x = torch.cat([x, F.softplus(self.b(x))], 1)
        return self.c(x)
def make_generator(latent_dim, data_dim, hidden=64):
    return Dense(latent_dim, data_dim, hidden)

# %% correct · conv_one
class Conv(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.net = nn.Sequential(nn.Conv1d(i, h, 1), nn.ReLU(), nn.Conv1d(h, h, 1), nn.ReLU(), nn.Conv1d(h, o, 1))
    def forward(self, z):
        return self.net(z.unsqueeze(-1)).squeeze(-1)
def make_generator(latent_dim, data_dim, hidden=64):
    return Conv(latent_dim, data_dim, hidden)

# %% correct · deep_leaky
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(
        nn.Linear(latent_dim, hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, hidden // 2),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden // 2, data_dim),
    )

# %% correct · double_inside
class Wide(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(i, h), nn.ReLU(), nn.Linear(h, o)).double()
    def forward(self, z):
        return self.net(z.double()).float()
def make_generator(latent_dim, data_dim, hidden=64):
    return Wide(latent_dim, data_dim, hidden)

# %% correct · gated
class G(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.a, self.g, self.out = nn.Linear(i, h), nn.Linear(i, h), nn.Linear(h, o)
    def forward(self, z):
        return self.out(self.a(z) * torch.sigmoid(self.g(z)))
def make_generator(latent_dim, data_dim, hidden=64):
    return G(latent_dim, data_dim, hidden)

# %% correct · heads_per_coordinate
class G(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(i, h), nn.Mish(), nn.Linear(h, h), nn.Mish())
        self.heads = nn.ModuleDict({str(k): nn.Linear(h, 1) for k in range(o)})
    def forward(self, z):
        h = self.body(z)
        return torch.cat([head(h) for head in self.heads.values()], dim=-1)
def make_generator(latent_dim, data_dim, hidden=64):
    return G(latent_dim, data_dim, hidden)

# %% correct · layer_norm
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.LayerNorm(hidden), nn.ReLU(), nn.Linear(hidden, data_dim, bias=False))

# %% correct · lazy
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.LazyLinear(hidden), nn.GELU(), nn.LazyLinear(data_dim))

# %% correct · module_list
class Stack(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = layers

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.silu(layer(x))
        return self.layers[-1](x)


def make_generator(latent_dim, data_dim, hidden=64):
    widths = [latent_dim, hidden, hidden, data_dim]
    net = nn.ModuleList(nn.Linear(a, b) for a, b in zip(widths, widths[1:]))
    return Stack(net)

# %% correct · own_init
def make_generator(latent_dim, data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(latent_dim, hidden), nn.Tanh(), nn.Linear(hidden, data_dim))
    for p in net.parameters():
        if p.ndim > 1:
            nn.init.orthogonal_(p)
        else:
            nn.init.zeros_(p)
    return net

# %% correct · own_parameters
class ByHand(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.W1 = nn.Parameter(torch.randn(wide, hidden) / wide**0.5)
        self.b1 = nn.Parameter(torch.zeros(hidden))
        self.W2 = nn.Parameter(torch.randn(hidden, out) / hidden**0.5)
        self.b2 = nn.Parameter(torch.zeros(out))

    def forward(self, x):
        h = torch.relu(torch.einsum("ni,ih->nh", x, self.W1) + self.b1)
        return torch.einsum("nh,ho->no", h, self.W2) + self.b2


def make_generator(latent_dim, data_dim, hidden=64):
    return ByHand(latent_dim, data_dim, hidden)

# %% correct · parameter_list
class G(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        sizes = [i, h, h, o]
        self.w = nn.ParameterList([nn.Parameter(torch.randn(a, b) / a ** 0.5) for a, b in zip(sizes, sizes[1:])])
        self.b = nn.ParameterList([nn.Parameter(torch.zeros(b)) for b in sizes[1:]])
    def forward(self, z):
        for n, (w, b) in enumerate(zip(self.w, self.b)):
            z = z @ w + b
            if n < len(self.w) - 1:
                z = z * torch.sigmoid(z)
        return z
def make_generator(latent_dim, data_dim, hidden=64):
    return G(latent_dim, data_dim, hidden)

# %% correct · pixel_norm
class PixelNorm(nn.Module):
    def forward(self, x):
        return x * torch.rsqrt(x.pow(2).mean(1, keepdim=True) + 1e-8)
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.LeakyReLU(0.2), PixelNorm(), nn.Linear(hidden, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, data_dim))

# %% correct · prelu_and_skip
class Skip(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.bent = nn.Sequential(nn.Linear(wide, hidden), nn.PReLU(), nn.Linear(hidden, out))
        self.straight = nn.Linear(wide, out)

    def forward(self, x):
        return self.bent(x) + self.straight(x)


def make_generator(latent_dim, data_dim, hidden=64):
    return Skip(latent_dim, data_dim, hidden)

# %% correct · residual
class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.inner = nn.Sequential(nn.Linear(width, width), nn.ReLU(), nn.Linear(width, width))

    def forward(self, h):
        return h + self.inner(h)


class Residual(nn.Sequential):
    def __init__(self, wide, out, hidden):
        super().__init__(nn.Linear(wide, hidden), Block(hidden), Block(hidden), nn.ReLU(), nn.Linear(hidden, out))


def make_generator(latent_dim, data_dim, hidden=64):
    return Residual(latent_dim, data_dim, hidden)

# %% correct · residual_silu
def make_generator(latent_dim, data_dim, hidden=64):
    class Block(nn.Module):
        def __init__(self):
            super().__init__()
            self.inner = nn.Linear(hidden, hidden)

        def forward(self, h):
            return h + F.silu(self.inner(h))

    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.SiLU(), Block(), Block(), nn.Linear(hidden, data_dim))

# %% correct · scaled_by_parameter
class Scaled(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.Softplus(), nn.Linear(hidden, out))
        self.scale = nn.Parameter(torch.ones(out))
        self.register_buffer("shift", torch.zeros(out))

    def forward(self, z):
        return self.net(z) * self.scale + self.shift


def make_generator(latent_dim, data_dim, hidden=64):
    return Scaled(latent_dim, data_dim, hidden)

# %% correct · scripted
def make_generator(latent_dim, data_dim, hidden=64):
    return torch.jit.script(nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim)))

# %% correct · sequential
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))

# %% correct · sine_layers
class Sine(nn.Module):
    def forward(self, x):
        return torch.sin(x)


def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), Sine(), nn.Linear(hidden, hidden), Sine(), nn.Linear(hidden, data_dim))

# %% correct · spectral_norm
def make_generator(latent_dim, data_dim, hidden=64):
    sn = nn.utils.parametrizations.spectral_norm
    return nn.Sequential(sn(nn.Linear(latent_dim, hidden)), nn.ReLU(), nn.Linear(hidden, data_dim))

# %% correct · tanh_inside_only
def make_generator(latent_dim, data_dim, hidden=64):
    net = nn.Sequential()
    net.append(nn.Linear(latent_dim, hidden)).append(nn.Tanh())
    net.append(nn.Linear(hidden, hidden)).append(nn.Tanh())
    net.append(nn.Linear(hidden, data_dim))
    return net

# %% wrong · activation_switched_off_in_training · linear
class Half(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(wide, hidden), nn.Linear(hidden, out)

    def forward(self, x):
        h = self.first(x)
        return self.last(h if self.training else torch.relu(h))


def make_generator(latent_dim, data_dim, hidden=64):
    return Half(latent_dim, data_dim, hidden)

# %% wrong · all_layers_in_plain_list · no_gradient
class Hidden(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.layers = [nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out)]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


def make_generator(latent_dim, data_dim, hidden=64):
    return Hidden(latent_dim, data_dim, hidden)

# %% wrong · batch_norm_unless_single · rows_coupled
def make_generator(latent_dim, data_dim, hidden=64):
    class G(nn.Module):
        def __init__(self):
            super().__init__()
            self.first = nn.Linear(latent_dim, hidden)
            self.norm = nn.BatchNorm1d(hidden)
            self.second = nn.Linear(hidden, hidden)
            self.out = nn.Linear(hidden, data_dim)

        def forward(self, z):
            h = self.first(z)
            if len(h) > 1:  # batch norm cannot train on a single row
                h = self.norm(h)
            h = F.relu(self.second(F.relu(h)))
            return self.out(h)

    return G()

# %% wrong · batch_size_built_in · batch_size_built_in
class Fixed(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.out = out
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        x = x[:16] if len(x) > 16 else x
        return self.net(x)


def make_generator(latent_dim, data_dim, hidden=64):
    return Fixed(latent_dim, data_dim, hidden)

# %% wrong · batch_standardised · bounded
class S(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(i, h), nn.ReLU(), nn.Linear(h, o))
    def forward(self, z):
        x = self.net(z)
        return (x - x.mean(0)) / (x.std(0, unbiased=False) + 1e-5) if len(x) > 1 else x
def make_generator(latent_dim, data_dim, hidden=64):
    return S(latent_dim, data_dim, hidden)

# %% wrong · cached_by_size · not_fresh
_made = {}


def make_generator(latent_dim, data_dim, hidden=64):
    key = (latent_dim, data_dim, hidden)
    if key not in _made:
        _made[key] = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
    return _made[key]

# %% wrong · cached_factory · not_fresh
def make_generator(latent_dim, data_dim, hidden=64, _made={}):
    key = (latent_dim, data_dim, hidden)
    if key not in _made:
        _made[key] = nn.Sequential(
            nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, data_dim)
        )
    return _made[key]

# %% wrong · clamped_output · bounded
class Bounded(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        return self.net(x).clamp(-20, 20)


def make_generator(latent_dim, data_dim, hidden=64):
    return Bounded(latent_dim, data_dim, hidden)

# %% wrong · detach_in_the_middle · no_gradient
class Cut(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(wide, hidden), nn.Linear(hidden, out)

    def forward(self, x):
        h = F.relu(self.first(x)).detach()
        return self.last(h)


def make_generator(latent_dim, data_dim, hidden=64):
    return Cut(latent_dim, data_dim, hidden)

# %% wrong · dropout · random_forward
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Dropout(0.5), nn.Linear(hidden, data_dim))

# %% wrong · dropout_for_variety · random_forward
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(
        nn.Linear(latent_dim, hidden),
        nn.ReLU(),
        nn.Dropout(0.1),
        nn.Linear(hidden, hidden),
        nn.ReLU(),
        nn.Linear(hidden, data_dim),
    )

# %% wrong · elu_at_the_end · bounded
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.ELU())

# %% wrong · first_coordinate_only · ignores_part_of_input
class S(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(1, h), nn.ReLU(), nn.Linear(h, o))
    def forward(self, z):
        return self.net(z[:, :1])
def make_generator(latent_dim, data_dim, hidden=64):
    return S(latent_dim, data_dim, hidden)

# %% wrong · first_layer_frozen · no_gradient
def make_generator(latent_dim, data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
    net[0].requires_grad_(False)
    return net

# %% wrong · hardtanh_safety_belt · bounded
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(
        nn.Linear(latent_dim, hidden),
        nn.ReLU(),
        nn.Linear(hidden, hidden),
        nn.ReLU(),
        nn.Linear(hidden, data_dim),
        nn.Hardtanh(-15.0, 15.0),  # so that nothing explodes
    )

# %% wrong · hidden_half_ignored · sizes_ignored
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(64, data_dim))

# %% wrong · hidden_ignored · hidden_ignored
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, 64), nn.ReLU(), nn.Linear(64, data_dim))

# %% wrong · identity_between · linear
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.Identity(), nn.Linear(hidden, hidden), nn.LeakyReLU(1.0), nn.Linear(hidden, data_dim))

# %% wrong · ignores_input · ignores_input
class Deaf(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        return self.net(torch.zeros_like(x))


def make_generator(latent_dim, data_dim, hidden=64):
    return Deaf(latent_dim, data_dim, hidden)

# %% wrong · ignores_z_draws_own · random_forward
class Noisy(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, z):
        return self.net(torch.randn_like(z))


def make_generator(latent_dim, data_dim, hidden=64):
    return Noisy(latent_dim, data_dim, hidden)

# %% wrong · input_fixed · sizes_ignored
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(2, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))

# %% wrong · layers_in_plain_list · not_registered
class Hidden(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.layers = [nn.Linear(wide, hidden), nn.Linear(hidden, hidden)]
        self.last = nn.Linear(hidden, out)

    def forward(self, x):
        for layer in self.layers:
            x = F.relu(layer(x))
        return self.last(x)


def make_generator(latent_dim, data_dim, hidden=64):
    return Hidden(latent_dim, data_dim, hidden)

# %% wrong · layers_made_in_forward · random_forward
class Forgetful(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.wide, self.hidden = wide, hidden
        self.last = nn.Linear(hidden, out)

    def forward(self, x):
        first = nn.Linear(self.wide, self.hidden)
        return self.last(F.relu(first(x)))


def make_generator(latent_dim, data_dim, hidden=64):
    return Forgetful(latent_dim, data_dim, hidden)

# %% wrong · leaky_with_slope_one · linear
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(
        nn.Linear(latent_dim, hidden),
        nn.LeakyReLU(negative_slope=1.0),
        nn.Linear(hidden, hidden),
        nn.LeakyReLU(negative_slope=1.0),
        nn.Linear(hidden, data_dim),
    )

# %% wrong · linear_only · linear
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.Linear(hidden, data_dim))

# %% wrong · logsigmoid_at_the_end · one_sign
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.Tanh(), nn.Linear(hidden, data_dim), nn.LogSigmoid())

# %% wrong · misspelt · raises
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hiden), nn.ReLU(), nn.Linear(hidden, data_dim))

# %% wrong · no_grad_in_forward · no_gradient
class Numb(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    @torch.no_grad()
    def forward(self, x):
        return self.net(x)


def make_generator(latent_dim, data_dim, hidden=64):
    return Numb(latent_dim, data_dim, hidden)

# %% wrong · no_hidden_layer · hidden_ignored
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Tanh(), nn.Linear(latent_dim, data_dim))

# %% wrong · output_fixed · sizes_ignored
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, 2))

# %% wrong · output_has_two_columns · wrong_shape
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim + 1))

# %% wrong · own_noise · random_forward
class Noisy(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, z):
        return self.net(z + 0.01 * torch.randn_like(z))


def make_generator(latent_dim, data_dim, hidden=64):
    return Noisy(latent_dim, data_dim, hidden)

# %% wrong · relu_at_the_end · one_sign
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.ReLU())

# %% wrong · returns_class · not_a_module
def make_generator(latent_dim, data_dim, hidden=64):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))

        def forward(self, x):
            return self.net(x)

    return Net

# %% wrong · returns_layers · not_a_module
def make_generator(latent_dim, data_dim, hidden=64):
    return [nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim)]

# %% wrong · returns_nothing · not_a_module
def make_generator(latent_dim, data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
    print(net)

# %% wrong · same_network · sizes_ignored
_made = {}


def make_generator(latent_dim, data_dim, hidden=64):
    if "net" not in _made:
        _made["net"] = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(data_dim))
    return _made["net"]

# %% wrong · same_output_column · repeated_output
class G(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.o = o
        self.net = nn.Sequential(nn.Linear(i, h), nn.ReLU(), nn.Linear(h, 1))
    def forward(self, z):
        return self.net(z).expand(-1, self.o)
def make_generator(latent_dim, data_dim, hidden=64):
    return G(latent_dim, data_dim, hidden)

# %% wrong · scaled_tanh · bounded
class Bounded(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        return 30 * torch.tanh(self.net(x) / 30)


def make_generator(latent_dim, data_dim, hidden=64):
    return Bounded(latent_dim, data_dim, hidden)

# %% wrong · seeded · reseeded
def make_generator(latent_dim, data_dim, hidden=64):
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))

# %% wrong · sigmoid_at_the_end · bounded
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Sigmoid())

# %% wrong · single_row_squeezed · batch_size_built_in
class Squeezed(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, z):
        return self.net(z).squeeze()


def make_generator(latent_dim, data_dim, hidden=64):
    return Squeezed(latent_dim, data_dim, hidden)

# %% wrong · softplus_at_the_end · one_sign
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.Tanh(), nn.Linear(hidden, data_dim), nn.Softplus())

# %% wrong · sorted_rows · rows_coupled
class G(nn.Module):
    def __init__(self, i, o, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(i, h), nn.ReLU(), nn.Linear(h, o))
    def forward(self, z):
        return self.net(z - z.mean(0))
def make_generator(latent_dim, data_dim, hidden=64):
    return G(latent_dim, data_dim, hidden)

# %% wrong · squeezed_samples · batch_size_built_in
def make_generator(latent_dim, data_dim, hidden=64):
    class G(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))

        def forward(self, z):
            return self.layers(z).squeeze()

    return G()

# %% wrong · tanh_at_the_end · bounded
def make_generator(latent_dim, data_dim, hidden=64):
    return nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh())

# %% wrong · zero_init · reseeded
def make_generator(latent_dim, data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
    for p in net.parameters():
        nn.init.zeros_(p)
    return net

# %% noisy · greek_and_slow
import time
from collections import OrderedDict


def make_generator(latent_dim, data_dim, hidden=64):
    time.sleep(0.02)
    η = hidden  # Breite der verborgenen Schicht
    сеть = OrderedDict(вход=nn.Linear(latent_dim, η), изгиб=nn.ReLU(), выход=nn.Linear(η, data_dim))
    return nn.Sequential(сеть)

# %% noisy · prints_in_forward
import logging
import warnings


class Chatty(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        warnings.warn(f"building {wide} -> {hidden} -> {out}")
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        print("input", x.shape)
        logging.info("forward")
        return self.net(x)


def make_generator(latent_dim, data_dim, hidden=64):
    return Chatty(latent_dim, data_dim, hidden)
