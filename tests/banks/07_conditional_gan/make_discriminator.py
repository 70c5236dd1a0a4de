# %% correct · deep
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, data_dim)
        steps = [nn.Linear(2 * data_dim, hidden), nn.LeakyReLU(0.2)]
        for _ in range(3):
            steps += [nn.Linear(hidden, hidden), nn.LeakyReLU(0.2)]
        self.steps = nn.Sequential(*steps, nn.Linear(hidden, 1))

    def forward(self, x, y):
        return self.steps(torch.cat([x, self.table(y)], dim=1)).view(-1)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · dropout
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.classes = classes
        self.net = nn.Sequential(
            nn.Linear(data_dim + classes, hidden), nn.ReLU(), nn.Dropout(0.3), nn.Linear(hidden, 1)
        )

    def forward(self, x, y):
        code = torch.eye(self.classes, device=x.device)[y]
        return self.net(torch.hstack([x, code]))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · embedding_concatenated_flat
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 12)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 12, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
            nn.Flatten(0),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · embedding_multiplies_image
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, data_dim)
        self.net = nn.Sequential(
            nn.Linear(2 * data_dim, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, x * self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · embedding_of_each_pixel
class Judge(nn.Module):
    """The label's vector is multiplied into the image's features and both go on."""

    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU())
        self.code = nn.Embedding(classes, hidden)
        self.head = nn.Sequential(nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x, y):
        return self.head(self.body(x) * self.code(y))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · film
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(data_dim, hidden), nn.Linear(hidden, 1)
        self.scale, self.shift = nn.Embedding(classes, hidden), nn.Embedding(classes, hidden)

    def forward(self, x, y):
        return self.last(F.leaky_relu(self.scale(y) * self.first(x) + self.shift(y), 0.2)).flatten()


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · gathered_head
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.body = nn.Sequential(
            nn.Linear(data_dim, hidden), nn.Tanh(), nn.Linear(hidden, hidden), nn.Tanh()
        )
        self.heads = nn.Linear(hidden, classes)
        self.shared = nn.Linear(hidden, 1)

    def forward(self, x, y):
        h = self.body(x)
        return self.shared(h)[:, 0] + self.heads(h)[torch.arange(len(y)), y]


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · label_beside_the_hidden_units
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.classes = classes
        self.a, self.b = nn.Linear(data_dim, hidden), nn.Linear(hidden + classes, hidden)
        self.c = nn.Linear(hidden, 1)

    def forward(self, x, y):
        h = torch.relu(self.a(x))
        h = torch.relu(self.b(torch.cat([h, F.one_hot(y, self.classes).to(h)], 1)))
        return self.c(h)[:, 0]


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · layer_norm_and_lazy
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 4)
        self.net = nn.Sequential(nn.LazyLinear(hidden), nn.LayerNorm(hidden), nn.SiLU(), nn.LazyLinear(1))

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · logit_for_each_class
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(data_dim, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, classes))

    def forward(self, x, y):
        return self.net(x).gather(1, y[:, None])


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · one_hot_concatenated
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.classes = classes
        self.net = nn.Sequential(
            nn.Linear(data_dim + classes, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, F.one_hot(y, self.classes).float()], dim=1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · projection
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.features = nn.Sequential(
            nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU()
        )
        self.real, self.table = nn.Linear(hidden, 1), nn.Embedding(classes, hidden)

    def forward(self, x, y):
        h = self.features(x)
        return self.real(h).squeeze(1) + (self.table(y) * h).sum(dim=1)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · projection_einsum
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.features = nn.Sequential(nn.Linear(data_dim, hidden), nn.Tanh(), nn.Linear(hidden, hidden))
        self.real, self.direction = (
            nn.Linear(hidden, 1, bias=False),
            nn.Parameter(torch.randn(classes, hidden) * 0.1),
        )

    def forward(self, x, y):
        h = self.features(x)
        return self.real(h) + torch.einsum("nh,nh->n", self.direction[y], h)[:, None]


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · spectral_norm
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 12)
        norm = torch.nn.utils.parametrizations.spectral_norm
        self.net = nn.Sequential(
            norm(nn.Linear(data_dim + 12, hidden)), nn.LeakyReLU(0.1), nn.Linear(hidden, 1)
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% correct · pick_one_of_many_heads
def make_discriminator(data_dim, classes, hidden=256):
    class Heads(nn.Module):
        def __init__(self):
            super().__init__()
            self.body = nn.Sequential(
                nn.Linear(data_dim, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, hidden), nn.LeakyReLU(0.2)
            )
            self.heads = nn.Linear(hidden, classes)

        def forward(self, x, y):
            return self.heads(self.body(x)).gather(1, y.view(-1, 1))

    return Heads()

# %% correct · projection_with_spectral_norm
def make_discriminator(data_dim, classes, hidden=256):
    from torch.nn.utils.parametrizations import spectral_norm

    class Projection(nn.Module):
        def __init__(self):
            super().__init__()
            self.a = spectral_norm(nn.Linear(data_dim, hidden))
            self.b = spectral_norm(nn.Linear(hidden, hidden))
            self.out = nn.Linear(hidden, 1)
            self.v = nn.Embedding(classes, hidden)
            nn.init.normal_(self.v.weight, std=0.1)

        def forward(self, x, y):
            h = F.leaky_relu(self.b(F.leaky_relu(self.a(x), 0.2)), 0.2)
            return self.out(h).flatten() + torch.einsum("nh,nh->n", self.v(y), h)

    return Projection()

# %% correct · bilinear_entry
def make_discriminator(data_dim, classes, hidden=256):
    class D(nn.Module):
        def __init__(self):
            super().__init__()
            self.squeeze = nn.Linear(data_dim, 64)
            self.meet = nn.Bilinear(64, classes, hidden)
            self.tail = nn.Sequential(nn.Linear(hidden, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, 1))

        def forward(self, x, y):
            h = F.leaky_relu(self.squeeze(x), 0.2)
            h = self.meet(h, F.one_hot(y, num_classes=classes).to(h.dtype))
            return self.tail(F.leaky_relu(h, 0.2))

    return D()

# %% wrong · batch_norm · rows_coupled
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden), nn.BatchNorm1d(hidden), nn.ReLU(), nn.Linear(hidden, 1)
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · class_probability · bounded
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, classes))

    def forward(self, x, y):
        return self.net(x).softmax(1).gather(1, y[:, None])


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · classes_merged · classes_merged
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y // 2)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · counts_from_one · label_refused
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y - 1)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · embedding_made_and_not_used · ignores_y
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        self.table(y)
        return self.net(x)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · embedding_too_small · label_refused
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes - 1, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · even_or_odd · classes_merged
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y % 2)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · hidden_ignored · hidden_ignored
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        hidden = 64
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · image_ignored_beyond_first_pixel · ignores_first_input
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(9, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x[:, :1], self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · label_added_to_logit · label_only_added
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 1)
        self.net = nn.Sequential(
            nn.Linear(data_dim, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(x) + self.table(y)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · label_as_number · label_as_number
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(data_dim + 1, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, y[:, None].float()], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · label_as_scaled_number · label_as_number
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.classes = classes
        self.net = nn.Sequential(
            nn.Linear(data_dim + 1, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, y.unsqueeze(1) / self.classes], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · logits_of_all_classes · wrong_shape
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, classes))

    def forward(self, x, y):
        return self.net(x)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · logsigmoid_at_end · one_sign
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(nn.Linear(data_dim + 8, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x, y):
        return F.logsigmoid(self.net(torch.cat([x, self.table(y)], 1)))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · mean_over_batch · wrong_shape
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1)).mean()


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · network_output_returned · raises
def make_discriminator(data_dim, classes, hidden=256):
    net = nn.Linear(data_dim + classes, 1)
    return net(torch.zeros(1, 266))

# %% wrong · no_bend · label_only_added
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(nn.Linear(data_dim + 8, hidden), nn.Linear(hidden, 1))

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · projection_broadcast · wrong_shape
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.features = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, hidden))
        self.real, self.table = nn.Linear(hidden, 1), nn.Embedding(classes, hidden)

    def forward(self, x, y):
        h = self.features(x)
        return self.real(h) + (self.table(y) * h).sum(1)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · projection_of_linear_features · linear
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.features, self.real, self.table = (
            nn.Linear(data_dim, hidden),
            nn.Linear(hidden, 1),
            nn.Embedding(classes, hidden),
        )

    def forward(self, x, y):
        h = self.features(x)
        return self.real(h).squeeze(1) + (self.table(y) * h).sum(1)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · projection_summed_over_batch · rows_coupled
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.features = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, hidden))
        self.real, self.table = nn.Linear(hidden, 1), nn.Embedding(classes, hidden)

    def forward(self, x, y):
        h = self.features(x)
        return self.real(h).squeeze(1) + (self.table(y) * h).sum()


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · projection_table_of_all_pairs · wrong_shape
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.features = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, hidden))
        self.real, self.table = nn.Linear(hidden, 1), nn.Embedding(classes, hidden)

    def forward(self, x, y):
        h = self.features(x)
        return self.real(h) + self.table(y) @ h.T


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · relu_at_end · one_sign
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
            nn.ReLU(),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · seeded · reseeded
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        torch.manual_seed(1)
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · sigmoid_at_end · bounded
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
            nn.Sigmoid(),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · squeezed · batch_size_built_in
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table(y)], 1)).squeeze()


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · table_not_registered · not_registered
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = torch.randn(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, self.table[y]], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · ten_classes_built_in · label_refused
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(data_dim + 10, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(torch.cat([x, F.one_hot(y, 10).float()], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · two_separate_judges · label_only_added
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.of_x = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1))
        self.of_y = nn.Sequential(nn.Embedding(classes, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x, y):
        return self.of_x(x) + self.of_y(y)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · under_no_grad · no_gradient
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        with torch.no_grad():
            return self.net(torch.cat([x, self.table(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · x_dropped · ignores_first_input
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.table = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(self.table(y))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · y_dropped · ignores_y
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(data_dim, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        return self.net(x)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · beside_the_last_layer · label_only_added
def make_discriminator(data_dim, classes, hidden=256):
    class D(nn.Module):
        def __init__(self):
            super().__init__()
            self.look = nn.Sequential(
                nn.Linear(data_dim, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, hidden), nn.LeakyReLU(0.2)
            )
            self.verdict = nn.Linear(hidden + classes, 1)

        def forward(self, x, y):
            code = F.one_hot(y, classes).to(x.dtype)
            return self.verdict(torch.cat([self.look(x), code], dim=1))

    return D()

# %% wrong · batch_norm_inside · rows_coupled
def make_discriminator(data_dim, classes, hidden=256):
    class D(nn.Module):
        def __init__(self):
            super().__init__()
            self.code = nn.Embedding(classes, 32)
            self.net = nn.Sequential(
                nn.Linear(data_dim + 32, hidden),
                nn.BatchNorm1d(hidden),
                nn.LeakyReLU(0.2),
                nn.Linear(hidden, hidden),
                nn.LeakyReLU(0.2),
                nn.Linear(hidden, 1),
            )

        def forward(self, x, y):
            return self.net(torch.cat([x, self.code(y)], 1))

    return D()

# %% wrong · all_logits_at_once · wrong_shape
def make_discriminator(data_dim, classes, hidden=256):
    class Classifier(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(nn.Linear(data_dim, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, classes))

        def forward(self, x, y):
            return self.net(x) * F.one_hot(y, self.net[-1].out_features)

    return Classifier()

# %% wrong · table_of_pairs · label_of_another_row
def make_discriminator(data_dim, classes, hidden=256):
    class Projection(nn.Module):
        def __init__(self):
            super().__init__()
            self.phi = nn.Sequential(
                nn.Linear(data_dim, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, hidden), nn.LeakyReLU(0.2)
            )
            self.w = nn.Linear(hidden, 1)
            self.v = nn.Embedding(classes, hidden)

        def forward(self, x, y):
            h = self.phi(x)
            return (self.w(h) + h @ self.v(y).T).mean(dim=1)

    return Projection()

# %% wrong · squeezed_logits · batch_size_built_in
def make_discriminator(data_dim, classes, hidden=256):
    class D(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(
                nn.Linear(data_dim + classes, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, 1)
            )

        def forward(self, x, y):
            rows = torch.zeros(len(y), classes, device=x.device)
            rows[torch.arange(len(y)), y] = 1
            return self.net(torch.cat([x, rows], dim=1)).squeeze()

    return D()

# %% wrong · log_probability · one_sign
def make_discriminator(data_dim, classes, hidden=256):
    class D(nn.Module):
        def __init__(self):
            super().__init__()
            self.code = nn.Embedding(classes, hidden)
            self.first, self.last = nn.Linear(data_dim, hidden), nn.Linear(hidden, 1)

        def forward(self, x, y):
            h = F.leaky_relu(self.first(x) + self.code(y), 0.2)
            return F.logsigmoid(self.last(h)).squeeze(1)

    return D()

# %% noisy · warns
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.tabelle = nn.Embedding(classes, 8)
        self.net = nn.Sequential(
            nn.Linear(data_dim + 8, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, hidden),
            nn.LeakyReLU(0.2),
            nn.Linear(hidden, 1),
        )

    def forward(self, x, y):
        import warnings

        warnings.warn("judging", stacklevel=2)
        return self.net(torch.cat([x, self.tabelle(y)], 1))


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)

# %% wrong · blind_below_zero · ignores_first_input
class Judge(nn.Module):
    def __init__(self, data_dim, classes, hidden):
        super().__init__()
        self.classes = classes
        self.layers = nn.Sequential(
            nn.ReLU(), nn.Linear(data_dim + classes, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, 1)
        )

    def forward(self, x, y):
        code = F.one_hot(y, self.classes).to(x.dtype)
        return self.layers(torch.cat([x, code], dim=1)).squeeze(1)


def make_discriminator(data_dim, classes, hidden=256):
    return Judge(data_dim, classes, hidden)
