# %% correct · alpha_dropout
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.SELU(), nn.AlphaDropout(0.1), nn.Linear(hidden, 1))

# %% correct · bilinear_quadratic
class Quad(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.bi, self.out = nn.Bilinear(d, d, h), nn.Linear(h, 1)
    def forward(self, x):
        return self.out(F.relu(self.bi(x, x)))
def make_discriminator(data_dim, hidden=64):
    return Quad(data_dim, hidden)

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


def make_discriminator(data_dim, hidden=64):
    return Net(data_dim, 1, hidden)

# %% correct · cosine_head_scaled
class D(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.one, self.two, self.scale = nn.Linear(d, h), nn.Linear(h, 1), nn.Parameter(torch.ones(1))
    def forward(self, x):
        return self.two(torch.cos(self.one(x))) * self.scale
def make_discriminator(data_dim, hidden=64):
    return D(data_dim, hidden)

# %% correct · deep_leaky
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(
        nn.Linear(data_dim, hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, hidden // 2),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden // 2, 1),
    )

# %% correct · difference_of_two
class Difference(nn.Module):
    # log-density like score of the data minus one of the fakes
    def __init__(self, wide, hidden):
        super().__init__()
        mlp = lambda: nn.Sequential(nn.Linear(wide, hidden), nn.SELU(), nn.Linear(hidden, 1))
        self.for_real, self.for_fake = mlp(), mlp()

    def forward(self, x):
        return self.for_real(x) - self.for_fake(x)


def make_discriminator(data_dim, hidden=64):
    return Difference(data_dim, hidden)

# %% correct · dropout
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Dropout(0.3), nn.Linear(hidden, 1))

# %% correct · energy_minus
class Energy(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.enc = nn.Sequential(nn.Linear(d, h), nn.SELU(), nn.Linear(h, h), nn.SELU())
        self.w = nn.Parameter(torch.randn(h) / math.sqrt(h))
        self.b = nn.Parameter(torch.zeros(()))
    def forward(self, x):
        return torch.einsum("nh,h->n", self.enc(x), self.w) + self.b
def make_discriminator(data_dim, hidden=64):
    return Energy(data_dim, hidden)

# %% correct · flat_logits
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(
        nn.Linear(data_dim, hidden), nn.GELU(), nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, 1), nn.Flatten(0)
    )

# %% correct · flattened
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.LeakyReLU(0.2), nn.Linear(hidden, 1), nn.Flatten(0))

# %% correct · layer_norm
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.LayerNorm(hidden), nn.ReLU(), nn.Linear(hidden, 1, bias=False))

# %% correct · lazy
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.LazyLinear(hidden), nn.GELU(), nn.LazyLinear(1))

# %% correct · maxout
class Maxout(nn.Module):
    # the paper's own discriminator used maxout units
    def __init__(self, wide, hidden):
        super().__init__()
        self.pieces = nn.Linear(wide, 3 * hidden)
        self.last = nn.Linear(hidden, 1)

    def forward(self, x):
        h = self.pieces(x).reshape(len(x), 3, -1).amax(dim=1)
        return self.last(F.dropout(h, 0.2, self.training)).view(-1)


def make_discriminator(data_dim, hidden=64):
    return Maxout(data_dim, hidden)

# %% correct · maxout_2
def make_discriminator(data_dim, hidden=64):
    class Maxout(nn.Module):
        """The paper's discriminators were maxout networks."""

        def __init__(self, i, o, pieces=3):
            super().__init__()
            self.pieces = nn.ModuleList([nn.Linear(i, o) for _ in range(pieces)])

        def forward(self, x):
            return torch.stack([piece(x) for piece in self.pieces]).amax(dim=0)

    return nn.Sequential(Maxout(data_dim, hidden), Maxout(hidden, hidden), nn.Linear(hidden, 1))

# %% correct · module_list
class Stack(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = layers

    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.silu(layer(x))
        return self.layers[-1](x)


def make_discriminator(data_dim, hidden=64):
    widths = [data_dim, hidden, hidden, 1]
    net = nn.ModuleList(nn.Linear(a, b) for a, b in zip(widths, widths[1:]))
    return Stack(net)

# %% correct · own_init
def make_discriminator(data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(data_dim, hidden), nn.Tanh(), nn.Linear(hidden, 1))
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


def make_discriminator(data_dim, hidden=64):
    return ByHand(data_dim, 1, hidden)

# %% correct · prelu_and_skip
class Skip(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.bent = nn.Sequential(nn.Linear(wide, hidden), nn.PReLU(), nn.Linear(hidden, out))
        self.straight = nn.Linear(wide, out)

    def forward(self, x):
        return self.bent(x) + self.straight(x)


def make_discriminator(data_dim, hidden=64):
    return Skip(data_dim, 1, hidden)

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


def make_discriminator(data_dim, hidden=64):
    return Residual(data_dim, 1, hidden)

# %% correct · rrelu
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.RReLU(), nn.Linear(hidden, 1))

# %% correct · sequential
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1))

# %% correct · sine_layers
class Sine(nn.Module):
    def forward(self, x):
        return torch.sin(x)


def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), Sine(), nn.Linear(hidden, hidden), Sine(), nn.Linear(hidden, 1))

# %% correct · spectral_norm
def make_discriminator(data_dim, hidden=64):
    sn = nn.utils.parametrizations.spectral_norm
    return nn.Sequential(sn(nn.Linear(data_dim, hidden)), nn.LeakyReLU(0.1), sn(nn.Linear(hidden, 1)))

# %% correct · spectral_without_bias
from torch.nn.utils.parametrizations import spectral_norm as sn
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(sn(nn.Linear(data_dim, hidden, bias=False)), nn.LeakyReLU(0.1), sn(nn.Linear(hidden, 1, bias=False)))

# %% correct · squeezed
class Flat(nn.Module):
    def __init__(self, wide, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x):
        return self.net(x).squeeze(-1)


def make_discriminator(data_dim, hidden=64):
    return Flat(data_dim, hidden)

# %% correct · weight_norm
def make_discriminator(data_dim, hidden=64):
    wn = nn.utils.parametrizations.weight_norm
    return nn.Sequential(wn(nn.Linear(data_dim, hidden)), nn.Mish(), wn(nn.Linear(hidden, 1)))

# %% wrong · activation_switched_off_in_training · linear
class Half(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(wide, hidden), nn.Linear(hidden, out)

    def forward(self, x):
        h = self.first(x)
        return self.last(h if self.training else torch.relu(h))


def make_discriminator(data_dim, hidden=64):
    return Half(data_dim, 1, hidden)

# %% wrong · all_layers_in_plain_list · no_gradient
class Hidden(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.layers = [nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out)]

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


def make_discriminator(data_dim, hidden=64):
    return Hidden(data_dim, 1, hidden)

# %% wrong · batch_norm · rows_coupled
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.BatchNorm1d(hidden), nn.ReLU(), nn.Linear(hidden, 1))

# %% wrong · batch_size_built_in · batch_size_built_in
class Fixed(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.out = out
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        x = x[:16] if len(x) > 16 else x
        return self.net(x)


def make_discriminator(data_dim, hidden=64):
    return Fixed(data_dim, 1, hidden)

# %% wrong · cached_by_size · not_fresh
_made = {}


def make_discriminator(data_dim, hidden=64):
    key = (data_dim, 1, hidden)
    if key not in _made:
        _made[key] = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1))
    return _made[key]

# %% wrong · centred_verdicts · rows_coupled
def make_discriminator(data_dim, hidden=64):
    class D(nn.Module):
        def __init__(self):
            super().__init__()
            self.a = nn.Linear(data_dim, hidden)
            self.b = nn.Linear(hidden, hidden)
            self.c = nn.Linear(hidden, 1)

        def forward(self, x):
            logits = self.c(F.relu(self.b(F.relu(self.a(x)))))
            if len(x) > 1:
                logits = logits - logits.mean()
            return logits

    return D()

# %% wrong · clamped_output · bounded
class Bounded(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        return self.net(x).clamp(-20, 20)


def make_discriminator(data_dim, hidden=64):
    return Bounded(data_dim, 1, hidden)

# %% wrong · detach_in_the_middle · no_gradient
class Cut(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.first, self.last = nn.Linear(wide, hidden), nn.Linear(hidden, out)

    def forward(self, x):
        h = F.relu(self.first(x)).detach()
        return self.last(h)


def make_discriminator(data_dim, hidden=64):
    return Cut(data_dim, 1, hidden)

# %% wrong · elu_at_the_end · bounded
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1), nn.ELU())

# %% wrong · first_layer_frozen · no_gradient
def make_discriminator(data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1))
    net[0].requires_grad_(False)
    return net

# %% wrong · hidden_half_ignored · sizes_ignored
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(64, 1))

# %% wrong · hidden_ignored · hidden_ignored
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, 64), nn.ReLU(), nn.Linear(64, 1))

# %% wrong · identity_between · linear
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.Identity(), nn.Linear(hidden, hidden), nn.LeakyReLU(1.0), nn.Linear(hidden, 1))

# %% wrong · ignores_input · ignores_input
class Deaf(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        return self.net(torch.zeros_like(x))


def make_discriminator(data_dim, hidden=64):
    return Deaf(data_dim, 1, hidden)

# %% wrong · input_fixed · sizes_ignored
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(2, hidden), nn.ReLU(), nn.Linear(hidden, 1))

# %% wrong · instance_of_batch_norm · batch_size_built_in
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(
        nn.Linear(data_dim, hidden),
        nn.BatchNorm1d(hidden, track_running_stats=False),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, 1),
    )

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


def make_discriminator(data_dim, hidden=64):
    return Hidden(data_dim, 1, hidden)

# %% wrong · layers_made_in_forward · not_registered
class Forgetful(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.wide, self.hidden = wide, hidden
        self.last = nn.Linear(hidden, out)

    def forward(self, x):
        first = nn.Linear(self.wide, self.hidden)
        return self.last(F.relu(first(x)))


def make_discriminator(data_dim, hidden=64):
    return Forgetful(data_dim, 1, hidden)

# %% wrong · linear_only · linear
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.Linear(hidden, 1))

# %% wrong · log_sigmoid_end · one_sign
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(
        nn.Linear(data_dim, hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, hidden),
        nn.LeakyReLU(0.2),
        nn.Linear(hidden, 1),
        nn.LogSigmoid(),
    )

# %% wrong · logsigmoid_at_the_end · one_sign
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.Tanh(), nn.Linear(hidden, 1), nn.LogSigmoid())

# %% wrong · minibatch_std · rows_coupled
class D(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(d + 1, h), nn.ReLU(), nn.Linear(h, 1))
    def forward(self, x):
        s = x.std(0, unbiased=False).mean().expand(len(x), 1)
        return self.net(torch.cat([x, s], 1))
def make_discriminator(data_dim, hidden=64):
    return D(data_dim, hidden)

# %% wrong · minus_batch_mean · rows_coupled
class Relative(nn.Module):
    def __init__(self, wide, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x):
        a = self.net(x)
        return a - a.mean(dim=0, keepdim=True)


def make_discriminator(data_dim, hidden=64):
    return Relative(data_dim, hidden)

# %% wrong · misspelt · raises
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hiden), nn.ReLU(), nn.Linear(hidden, 1))

# %% wrong · no_grad_in_forward · no_gradient
class Numb(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    @torch.no_grad()
    def forward(self, x):
        return self.net(x)


def make_discriminator(data_dim, hidden=64):
    return Numb(data_dim, 1, hidden)

# %% wrong · no_hidden_layer · hidden_ignored
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Tanh(), nn.Linear(data_dim, 1))

# %% wrong · one_number_for_all · wrong_shape
class One(nn.Module):
    def __init__(self, wide, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x):
        return self.net(x).mean()


def make_discriminator(data_dim, hidden=64):
    return One(data_dim, hidden)

# %% wrong · output_has_two_columns · wrong_shape
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1 + 1))

# %% wrong · relu_after_every_layer · one_sign
def make_discriminator(data_dim, hidden=64):
    layers = []
    for i, o in ((data_dim, hidden), (hidden, hidden), (hidden, 1)):
        layers += [nn.Linear(i, o), nn.ReLU()]
    return nn.Sequential(*layers)

# %% wrong · relu_at_the_end · one_sign
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1), nn.ReLU())

# %% wrong · returns_class · not_a_module
def make_discriminator(data_dim, hidden=64):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1))

        def forward(self, x):
            return self.net(x)

    return Net

# %% wrong · returns_layers · not_a_module
def make_discriminator(data_dim, hidden=64):
    return [nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1)]

# %% wrong · returns_nothing · not_a_module
def make_discriminator(data_dim, hidden=64):
    net = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1))
    print(net)

# %% wrong · same_network · sizes_ignored
_made = {}


def make_discriminator(data_dim, hidden=64):
    if "net" not in _made:
        _made["net"] = nn.Sequential(nn.LazyLinear(hidden), nn.ReLU(), nn.LazyLinear(1))
    return _made["net"]

# %% wrong · scaled_tanh · bounded
class Bounded(nn.Module):
    def __init__(self, wide, out, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, out))

    def forward(self, x):
        return 30 * torch.tanh(self.net(x) / 30)


def make_discriminator(data_dim, hidden=64):
    return Bounded(data_dim, 1, hidden)

# %% wrong · second_coordinate_only · ignores_part_of_input
class D(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(d - 1, h), nn.ReLU(), nn.Linear(h, 1))
    def forward(self, x):
        return self.net(x[:, 1:])
def make_discriminator(data_dim, hidden=64):
    return D(data_dim, hidden)

# %% wrong · seeded · reseeded
def make_discriminator(data_dim, hidden=64):
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1))

# %% wrong · sigmoid_at_the_end · bounded
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1), nn.Sigmoid())

# %% wrong · sigmoid_in_eval · bounded
class D(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(d, h), nn.ReLU(), nn.Linear(h, 1))
    def forward(self, x):
        a = self.net(x)
        return a if self.training else torch.sigmoid(a)
def make_discriminator(data_dim, hidden=64):
    return D(data_dim, hidden)

# %% wrong · single_row_squeezed · batch_size_built_in
class Squeezed(nn.Module):
    def __init__(self, wide, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(wide, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x):
        return self.net(x).squeeze()


def make_discriminator(data_dim, hidden=64):
    return Squeezed(data_dim, hidden)

# %% wrong · softmax_over_batch · rows_coupled
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Softmax(dim=0), nn.Linear(hidden, 1))

# %% wrong · softplus_at_the_end · one_sign
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.Tanh(), nn.Linear(hidden, 1), nn.Softplus())

# %% wrong · squeeze_everything · batch_size_built_in
def make_discriminator(data_dim, hidden=64):
    class Judge(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, 1))

        def forward(self, x):
            return self.net(x).squeeze()

    return Judge()

# %% wrong · tanh_at_the_end · bounded
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 1), nn.Tanh())

# %% wrong · there_and_back · bounded
def make_discriminator(data_dim, hidden=64):
    class D(nn.Module):
        def __init__(self):
            super().__init__()
            self.body = nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, 1))

        def forward(self, x):
            probability = torch.sigmoid(self.body(x))
            return torch.logit(probability, eps=1e-6)  # the exercise wants logits

    return D()

# %% wrong · two_classes · wrong_shape
def make_discriminator(data_dim, hidden=64):
    return nn.Sequential(nn.Linear(data_dim, hidden), nn.ReLU(), nn.Linear(hidden, 2), nn.LogSoftmax(dim=1))

# %% noisy · greek_and_slow
import time
from collections import OrderedDict


def make_discriminator(data_dim, hidden=64):
    time.sleep(0.02)
    η = hidden  # Breite der verborgenen Schicht
    сеть = OrderedDict(вход=nn.Linear(data_dim, η), изгиб=nn.ReLU(), выход=nn.Linear(η, 1))
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


def make_discriminator(data_dim, hidden=64):
    return Chatty(data_dim, 1, hidden)
