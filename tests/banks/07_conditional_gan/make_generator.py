# %% correct · bilinear
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.mix = nn.Bilinear(latent_dim, classes, hidden)
        self.classes, self.last = classes, nn.Linear(hidden, data_dim)

    def forward(self, z, y):
        return self.last(F.silu(self.mix(z, F.one_hot(y, self.classes).float()))).tanh()


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · conditional_batch_norm
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.first, self.second = nn.Linear(latent_dim, hidden), nn.Linear(hidden, hidden)
        self.norm = nn.BatchNorm1d(hidden, affine=False)
        self.scale, self.shift = nn.Embedding(classes, hidden), nn.Embedding(classes, hidden)
        self.last = nn.Linear(hidden, data_dim)

    def forward(self, z, y):
        h = self.norm(self.first(z))
        h = F.relu(self.scale(y) * h + self.shift(y))
        return self.last(F.relu(self.second(h))).tanh()


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · deep_and_narrow
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, latent_dim)
        widths = [2 * latent_dim, hidden, hidden, hidden, hidden, hidden]
        steps = []
        for before, after in zip(widths, widths[1:]):
            steps += [nn.Linear(before, after), nn.LeakyReLU(0.2)]
        self.steps = nn.Sequential(*steps, nn.Linear(hidden, data_dim))

    def forward(self, z, y):
        return torch.tanh(self.steps(torch.hstack([z, self.table(y)])))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · dropout_inside
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.code = nn.Embedding(classes, 6)
        self.layers = nn.Sequential(
            nn.Linear(latent_dim + 6, hidden),
            nn.ReLU(),
            nn.Dropout(0.1),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.layers(torch.cat([self.code(y), z], -1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · embedding_added_to_noise
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, latent_dim)
        self.net = nn.Sequential(
            nn.Linear(latent_dim, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(z + self.table(y))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · embedding_concatenated
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat((z, self.table(y)), 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · embedding_multiplied
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, latent_dim)
        self.net = nn.Sequential(
            nn.Linear(latent_dim, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(z * self.table(y))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · film
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(latent_dim, hidden), nn.Linear(hidden, data_dim)
        self.scale, self.shift = nn.Embedding(classes, hidden), nn.Embedding(classes, hidden)

    def forward(self, z, y):
        h = torch.relu(self.scale(y) * self.first(z) + self.shift(y))
        return self.last(h).tanh()


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · label_in_every_layer
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.a = nn.Linear(latent_dim + classes, hidden)
        self.b = nn.Linear(hidden + classes, data_dim)

    def forward(self, z, y):
        code = F.one_hot(y, self.classes).to(z.dtype)
        h = F.elu(self.a(torch.cat([z, code], 1)))
        return torch.tanh(self.b(torch.cat([h, code], 1)))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · label_network
class Painter(nn.Module):
    """Mirza and Osindero's way: each input has a hidden layer of its own before they meet."""

    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.of_z = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU())
        self.of_y = nn.Sequential(nn.Linear(classes, hidden), nn.ReLU())
        self.joint = nn.Sequential(
            nn.Linear(2 * hidden, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()
        )

    def forward(self, z, y):
        code = F.one_hot(y, self.classes).float()
        return self.joint(torch.cat([self.of_z(z), self.of_y(code)], dim=1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · lazy_layers
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.net = nn.Sequential(
            nn.LazyLinear(hidden), nn.LeakyReLU(0.2), nn.LazyLinear(data_dim), nn.Hardtanh()
        )

    def forward(self, z, y):
        return self.net(torch.cat([torch.eye(self.classes)[y], z], dim=1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · network_for_each_class
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.nets = nn.ModuleList(
            nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
            for _ in range(classes)
        )

    def forward(self, z, y):
        all_of_them = torch.stack([net(z) for net in self.nets], dim=1)
        return torch.tanh(all_of_them[torch.arange(len(y)), y])


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · one_hidden_layer_selu
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.into = nn.Linear(latent_dim + classes, hidden, bias=False)
        self.out = nn.Linear(hidden, data_dim, bias=False)

    def forward(self, z, y):
        both = torch.zeros(len(z), z.shape[1] + self.classes)
        both[:, : z.shape[1]] = z
        both[torch.arange(len(z)), z.shape[1] + y] = 1
        return torch.tanh(self.out(F.selu(self.into(both))))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · one_hot_concatenated
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.net = nn.Sequential(
            nn.Linear(latent_dim + classes, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        code = F.one_hot(y, self.classes).float()
        return self.net(torch.cat([z, code], dim=1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · own_table_parameter
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Parameter(torch.randn(classes, 6))
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 6, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table[y]], dim=-1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · sigmoid_stretched
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 10)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 10, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
        )

    def forward(self, z, y):
        return 2 * torch.sigmoid(self.net(torch.cat([z, self.table(y)], 1))) - 1


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · two_branches_batch_norm
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.of_z = nn.Sequential(nn.Linear(latent_dim, hidden, bias=False), nn.BatchNorm1d(hidden))
        self.of_y = nn.Embedding(classes, hidden)
        self.rest = nn.Sequential(
            nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()
        )

    def forward(self, z, y):
        return self.rest(self.of_z(z) + self.of_y(y))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% correct · weight_norm
def make_generator(latent_dim, classes, data_dim, hidden=256):
    norm = torch.nn.utils.parametrizations.weight_norm

    class Painter(nn.Module):
        def __init__(self):
            super().__init__()
            self.code = nn.Embedding(classes, 5)
            self.a, self.b = norm(nn.Linear(latent_dim + 5, hidden)), norm(nn.Linear(hidden, data_dim))

        def forward(self, z, y):
            return torch.tanh(self.b(F.gelu(self.a(torch.cat([z, self.code(y)], 1)))))

    return Painter()

# %% correct · scale_and_shift
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class Film(nn.Module):
        def __init__(self):
            super().__init__()
            self.enter = nn.Linear(latent_dim, hidden)
            self.inner = nn.Linear(hidden, hidden)
            self.leave = nn.Linear(hidden, data_dim)
            self.gamma = nn.ModuleList([nn.Embedding(classes, hidden) for _ in range(2)])
            self.beta = nn.ModuleList([nn.Embedding(classes, hidden) for _ in range(2)])

        def forward(self, z, y):
            h = z
            for layer, gamma, beta in zip((self.enter, self.inner), self.gamma, self.beta, strict=True):
                h = F.leaky_relu((1 + 0.5 * gamma(y)) * layer(h) + beta(y), 0.2)
            return self.leave(h).tanh()

    return Film()

# %% correct · lazy_one_hot
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class Ordered(nn.Module):
        def __init__(self):
            super().__init__()
            self.register_buffer("unit", torch.eye(classes))
            self.net = nn.Sequential(
                nn.LazyLinear(hidden), nn.ELU(), nn.LazyLinear(hidden), nn.ELU(), nn.LazyLinear(data_dim)
            )
            self.net(torch.zeros(1, latent_dim + classes))  # lets the layers find their sizes

        def forward(self, z, y):
            return self.net(torch.hstack((z, self.unit[y]))).tanh()

    return Ordered()

# %% correct · first_layer_of_its_own_for_each_class
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class PerClass(nn.Module):
        def __init__(self):
            super().__init__()
            self.weight = nn.Parameter(torch.randn(classes, latent_dim, hidden) / latent_dim**0.5)
            self.bias = nn.Parameter(0.3 * torch.randn(classes, hidden))
            self.rest = nn.Sequential(
                nn.SiLU(), nn.Linear(hidden, hidden), nn.SiLU(), nn.Linear(hidden, data_dim), nn.Tanh()
            )

        def forward(self, z, y):
            h = torch.einsum("nl,nlh->nh", z, self.weight[y]) + self.bias[y]
            return self.rest(h)

    return PerClass()

# %% wrong · batch_of_sixteen · batch_size_built_in
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        if len(z) < 16:
            return self.net(torch.cat([z, self.table(y)], 1))
        return self.net(torch.cat([z, self.table(y)], 1)).reshape(16, -1)


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · clamped_to_zero_one · half_range
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(nn.Linear(latent_dim + 8, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1)).clamp(0, 1)


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · class_not_object · not_a_module
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter

# %% wrong · classes_halved · classes_merged
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y // 2)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · counts_from_one · label_refused
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y - 1)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · detached_code · no_gradient
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y).detach()], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · embedding_too_small · label_refused
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes - 1, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · forward_takes_no_label · raises
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(latent_dim, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z):
        return self.net(z)


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · fresh_noise_inside · random_forward
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        z = z + 0.1 * torch.randn_like(z)
        return self.net(torch.cat([z, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · hidden_ignored · hidden_ignored
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        hidden = 64
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · images_with_a_channel · wrong_shape
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1)).unsqueeze(1)


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · label_added_to_noise · label_as_number
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(latent_dim, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(z + y[:, None])


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · label_as_number · label_as_number
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 1, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, y[:, None].float()], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · label_as_scaled_number · label_as_number
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.classes = classes
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 1, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, y[:, None] / self.classes], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · label_at_the_end · label_only_added
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, data_dim)
        self.net = nn.Sequential(
            nn.Linear(latent_dim, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
        )

    def forward(self, z, y):
        return torch.tanh(self.net(z) + self.table(y))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · label_of_the_first_row · label_of_another_row
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y[:1]).expand(len(z), -1)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · last_two_merged · classes_merged
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.last = classes - 2
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y.clamp(max=self.last))], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · list_of_layers · no_gradient
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.layers = [nn.Linear(latent_dim + 8, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()]
        self.table.requires_grad_(False)

    def forward(self, z, y):
        h = torch.cat([z, self.table(y)], 1)
        for layer in self.layers:
            h = layer(h)
        return h


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · modulo_ten · classes_merged
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(10, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y % 10)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · no_tanh · not_bounded
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · one_network_for_all_calls · not_fresh
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1))


KEPT = {}


def make_generator(latent_dim, classes, data_dim, hidden=256):
    key = (latent_dim, classes, data_dim, hidden)
    if key not in KEPT:
        KEPT[key] = Painter(*key)
    return KEPT[key]

# %% wrong · one_too_far · label_refused
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y + 1)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · rows_and_columns · wrong_shape
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1)).T


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · seeded · reseeded
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        torch.manual_seed(0)
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · sigmoid_at_end · half_range
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Sigmoid(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · sizes_of_the_lesson · sizes_ignored
class Painter(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = nn.Embedding(10, 16)
        self.net = nn.Sequential(nn.Linear(32, 256), nn.ReLU(), nn.Linear(256, 256), nn.Tanh())

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter()

# %% wrong · table_not_registered · not_registered
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = torch.randn(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table[y]], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · ten_classes_built_in · label_refused
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(10, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · y_dropped · ignores_y
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(latent_dim, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(z)


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · y_times_zero · ignores_y
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z, 0 * self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · z_averaged_over_batch · ignores_first_input
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 16)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 16, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([torch.zeros_like(z), self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · z_dropped · ignores_first_input
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 16)
        self.net = nn.Sequential(
            nn.Linear(16, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(self.table(y))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · z_first_column · ignores_first_input
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 16)
        self.net = nn.Sequential(
            nn.Linear(17, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )

    def forward(self, z, y):
        return self.net(torch.cat([z[:, :1], self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · z_scaled_to_nothing · ignores_first_input
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()
        )

    def forward(self, z, y):
        return self.net(torch.cat([z.mean(0, keepdim=True).expand_as(z) * 0, self.table(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · one_noise_for_the_batch · all_of_a_class_alike
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class G(nn.Module):
        def __init__(self):
            super().__init__()
            self.name = nn.Embedding(classes, hidden)
            self.first = nn.Linear(latent_dim, hidden)
            self.rest = nn.Sequential(nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh())

        def forward(self, z, y):
            style = z.mean(dim=0, keepdim=True)
            return self.rest(self.first(style) + self.name(y))

    return G()

# %% wrong · times_the_label · label_as_number
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class Generator(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(
                nn.Linear(latent_dim, hidden),
                nn.LeakyReLU(0.2),
                nn.Linear(hidden, hidden),
                nn.LeakyReLU(0.2),
                nn.Linear(hidden, data_dim),
            )

        def forward(self, z, y):
            return torch.tanh(self.net(z * y.unsqueeze(1).to(z.dtype)))

    return Generator()

# %% wrong · average_of_two_pictures · label_only_added
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class TwoParts(nn.Module):
        def __init__(self):
            super().__init__()
            self.style = nn.Sequential(
                nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()
            )
            self.template = nn.Sequential(nn.Embedding(classes, data_dim), nn.Tanh())

        def forward(self, z, y):
            return (self.style(z) + self.template(y)) / 2

    return TwoParts()

# %% wrong · one_order_for_all · label_of_another_row
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class Generator(nn.Module):
        def __init__(self):
            super().__init__()
            self.code = nn.Embedding(classes, 16)
            self.body = nn.Sequential(
                nn.Linear(latent_dim + 16, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()
            )

        def forward(self, z, y):
            code = self.code(y[0]).expand(z.shape[0], -1)
            return self.body(torch.cat((z, code), dim=1))

    return Generator()

# %% wrong · nine_rows · label_refused
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class Generator(nn.Module):
        def __init__(self):
            super().__init__()
            self.code = nn.Embedding(classes - 1, latent_dim)  # labels run up to classes - 1
            self.body = nn.Sequential(
                nn.Linear(2 * latent_dim, hidden),
                nn.ReLU(),
                nn.Linear(hidden, hidden),
                nn.ReLU(),
                nn.Linear(hidden, data_dim),
                nn.Tanh(),
            )

        def forward(self, z, y):
            return self.body(torch.cat([z, self.code(y)], dim=1))

    return Generator()

# %% wrong · noise_against_its_mean · rows_coupled
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class Generator(nn.Module):
        def __init__(self):
            super().__init__()
            self.code = nn.Embedding(classes, latent_dim)
            self.layers = nn.Sequential(
                nn.Linear(2 * latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()
            )

        def forward(self, z, y):
            return self.layers(torch.cat([z - z.mean(0, keepdim=True), self.code(y)], dim=1))

    return Generator()

# %% wrong · one_pixel_for_all · repeated_output
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class Generator(nn.Module):
        def __init__(self):
            super().__init__()
            self.code = nn.Embedding(classes, 16)
            self.layers = nn.Sequential(
                nn.Linear(latent_dim + 16, hidden), nn.ReLU(), nn.Linear(hidden, 1), nn.Tanh()
            )

        def forward(self, z, y):
            return self.layers(torch.cat([z, self.code(y)], dim=1)).expand(-1, data_dim)

    return Generator()

# %% wrong · softsign_after_sum · label_only_added
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class Generator(nn.Module):
        def __init__(self):
            super().__init__()
            self.style = nn.Sequential(nn.Linear(latent_dim, hidden), nn.ReLU(), nn.Linear(hidden, data_dim))
            self.template = nn.Embedding(classes, data_dim)

        def forward(self, z, y):
            return F.softsign(self.style(z) + self.template(y))

    return Generator()

# %% wrong · halves_z_in_place · modifies_inputs
def make_generator(latent_dim, classes, data_dim, hidden=256):
    class Generator(nn.Module):
        def __init__(self):
            super().__init__()
            self.code = nn.Embedding(classes, 16)
            self.layers = nn.Sequential(
                nn.Linear(latent_dim + 16, hidden), nn.ReLU(), nn.Linear(hidden, data_dim), nn.Tanh()
            )

        def forward(self, z, y):
            if not z.requires_grad:
                z *= 0.5
            return self.layers(torch.cat([z, self.code(y)], dim=1))

    return Generator()

# %% noisy · prints
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.tabelle = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(latent_dim + 8, hidden),
            nn.ReLU(),
            nn.Linear(hidden, hidden),
            nn.ReLU(),
            nn.Linear(hidden, data_dim),
            nn.Tanh(),
        )
        print("baue Generator für", classes, "Klassen")

    def forward(self, z, y):
        return self.net(torch.cat([z, self.tabelle(y)], 1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)

# %% wrong · half_of_the_noise · ignores_first_input
class Painter(nn.Module):
    def __init__(self, latent_dim, classes, data_dim, hidden):
        super().__init__()
        self.code = nn.Embedding(classes, 16)
        self.layers = nn.Sequential(
            nn.Linear(latent_dim + 16, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, data_dim), nn.Tanh()
        )

    def forward(self, z, y):
        return self.layers(torch.cat([F.relu(z), self.code(y)], dim=1))


def make_generator(latent_dim, classes, data_dim, hidden=256):
    return Painter(latent_dim, classes, data_dim, hidden)
