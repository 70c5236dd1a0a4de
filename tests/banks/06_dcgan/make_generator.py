# %% correct · batch_norm_1d_then_view
class G(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.shape = (2 * width, size // 4, size // 4)
        self.fc = nn.Linear(latent_dim, math.prod(self.shape), bias=False)
        self.bn = nn.BatchNorm1d(math.prod(self.shape))
        self.conv = nn.ModuleList([nn.ConvTranspose2d(2 * width, width, 4, 2, 1), nn.ConvTranspose2d(width, 1, 4, 2, 1)])

    def forward(self, z):
        x = F.relu(self.bn(self.fc(z))).view(z.size(0), *self.shape)
        return torch.tanh(self.conv[1](F.relu(self.conv[0](x))))


def make_generator(latent_dim, size, width=32):
    return G(latent_dim, size, width)

# %% correct · class_with_projection
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% correct · instance_norm_and_own_init
def make_generator(latent_dim, size, width=32):
    s = size // 4
    net = nn.Sequential(
        nn.Linear(latent_dim, 2 * width * s * s),
        nn.Unflatten(-1, (2 * width, s, s)),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1),
        nn.InstanceNorm2d(width, affine=True),
        nn.SiLU(),
        nn.ConvTranspose2d(width, 1, 4, 2, 1),
        nn.Tanh(),
    )
    for layer in net:
        if isinstance(layer, (nn.ConvTranspose2d, nn.Linear)):
            nn.init.normal_(layer.weight, 0.0, 0.02)
    return net

# %% correct · kernel_five_with_output_padding
def make_generator(latent_dim, size, width=32):
    up = dict(kernel_size=5, stride=2, padding=2, output_padding=1)
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 4 * width, size // 4),
        nn.ReLU(),
        nn.ConvTranspose2d(4 * width, 2 * width, **up),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, 1, **up),
        nn.Tanh(),
    )

# %% correct · lazy
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.LazyConvTranspose2d(2 * width, size // 4, bias=False),
        nn.LazyBatchNorm2d(),
        nn.ReLU(),
        nn.LazyConvTranspose2d(width, 4, 2, 1, bias=False),
        nn.LazyBatchNorm2d(),
        nn.ReLU(),
        nn.LazyConvTranspose2d(1, 4, 2, 1),
        nn.Tanh(),
    )

# %% correct · mixed_up
def make_generator(latent_dim, size, width=32):
    s = size // 4
    return nn.Sequential(nn.Linear(latent_dim, 4*width*s*s), nn.Unflatten(1,(4*width,s,s)), nn.BatchNorm2d(4*width), nn.ReLU(), nn.Conv2d(4*width,4*width,3,padding=1), nn.PixelShuffle(2), nn.BatchNorm2d(width), nn.ReLU(), nn.Conv2d(width,width,3,padding=1), nn.BatchNorm2d(width), nn.ReLU(), nn.ConvTranspose2d(width,1,4,2,1), nn.Tanh())

# %% correct · no_batch_norm
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, 2, 1),
        nn.Tanh(),
    )

# %% correct · pixel_shuffle
class Shuffled(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.first = nn.ConvTranspose2d(latent_dim, 2 * width, size // 4)
        self.body = nn.Sequential(
            nn.BatchNorm2d(2 * width), nn.ReLU(),
            nn.Conv2d(2 * width, 4 * width, 3, padding=1), nn.PixelShuffle(2),
            nn.BatchNorm2d(width), nn.ReLU(),
            nn.Conv2d(width, 4, 3, padding=1), nn.PixelShuffle(2),
        )

    def forward(self, z):
        return self.body(self.first(z[:, :, None, None])).tanh()


def make_generator(latent_dim, size, width=32):
    return Shuffled(latent_dim, size, width)

# %% correct · pixel_shuffle_2
def make_generator(latent_dim, size, width=32):
    small = size // 4

    def block(before, after):
        return nn.Sequential(
            nn.Conv2d(before, 4 * after, kernel_size=3, padding=1, bias=False),
            nn.PixelShuffle(2),
            nn.BatchNorm2d(after),
            nn.ReLU(inplace=True),
        )

    return nn.Sequential(
        nn.Linear(latent_dim, 2 * width * small**2, bias=False),
        nn.Unflatten(1, (2 * width, small, small)),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(inplace=True),
        block(2 * width, width),
        nn.Conv2d(width, 4, kernel_size=3, padding=1),
        nn.PixelShuffle(upscale_factor=2),
        nn.Tanh(),
    )

# %% correct · pos_kernel_6
class Pos(nn.Module):
    def __init__(s,l,size,w):
        super().__init__(); s.f=nn.Linear(l,2*w*(size//4)**2); s.p=nn.Parameter(torch.zeros(2*w,size//4,size//4)); s.n=nn.Sequential(nn.ReLU(),nn.ConvTranspose2d(2*w,w,6,2,2),nn.ReLU(),nn.ConvTranspose2d(w,1,6,2,2))
    def forward(s,z):
        return torch.tanh(s.n(s.f(z).view(-1,*s.p.shape)+s.p))
def make_generator(latent_dim, size, width=32):
    return Pos(latent_dim,size,width)

# %% correct · residual_blocks
class Up(nn.Module):
    def __init__(self, before, after):
        super().__init__()
        self.short = nn.Conv2d(before, after, 1)
        self.long = nn.Sequential(nn.BatchNorm2d(before), nn.ReLU(), nn.Conv2d(before, after, 3, 1, 1))

    def forward(self, x):
        x = F.interpolate(x, scale_factor=2)
        return self.short(x) + self.long(x)


def make_generator(latent_dim, size, width=32):
    s = size // 4
    return nn.Sequential(
        nn.Linear(latent_dim, 2 * width * s * s), nn.Unflatten(1, (2 * width, s, s)),
        Up(2 * width, width), Up(width, width), nn.ReLU(), nn.Conv2d(width, 1, 3, padding=1), nn.Tanh(),
    )

# %% correct · sequential
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% correct · size_divided_by_eight_where_it_can
def make_generator(latent_dim, size, width=32):
    doublings = 3 if size % 8 == 0 else 2
    channels = [width * 2**i for i in range(doublings)][::-1]
    layers = [nn.Unflatten(1, (latent_dim, 1, 1)), nn.ConvTranspose2d(latent_dim, channels[0], size // 2**doublings, bias=False)]
    for before, after in zip(channels, channels[1:]):
        layers += [nn.BatchNorm2d(before), nn.ReLU(), nn.ConvTranspose2d(before, after, 4, 2, 1, bias=False)]
    layers += [nn.BatchNorm2d(channels[-1]), nn.ReLU(), nn.ConvTranspose2d(channels[-1], 1, 4, 2, 1), nn.Tanh()]
    return nn.Sequential(*layers)

# %% correct · spectral_norm
def make_generator(latent_dim, size, width=32):
    sn = nn.utils.parametrizations.spectral_norm
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        sn(nn.ConvTranspose2d(latent_dim, 2 * width, size // 4)),
        nn.ReLU(),
        sn(nn.ConvTranspose2d(2 * width, width, 4, 2, 1)),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, 2, 1),
        nn.Tanh(),
    )

# %% correct · upsample_and_conv
def make_generator(latent_dim, size, width=32):
    start = size // 4
    return nn.Sequential(
        nn.Linear(latent_dim, 2 * width * start * start, bias=False),
        nn.Unflatten(1, (2 * width, start, start)),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(inplace=True),
        nn.Upsample(scale_factor=2, mode="nearest"),
        nn.Conv2d(2 * width, width, 3, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(inplace=True),
        nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False),
        nn.Conv2d(width, 1, 3, padding=1),
        nn.Tanh(),
    )

# %% correct · upsample_class_functional
def make_generator(latent_dim, size, width=32):
    class Painter(nn.Module):
        def __init__(self):
            super().__init__()
            self.start = nn.ConvTranspose2d(latent_dim, 2 * width, kernel_size=size // 4, bias=False)
            self.middle = nn.Conv2d(2 * width, width, 5, padding=2, bias=False)
            self.end = nn.Conv2d(width, 1, 5, padding=2)
            self.norms = nn.ModuleList([nn.BatchNorm2d(2 * width), nn.BatchNorm2d(width)])

        def forward(self, z):
            h = self.start(z.view(z.shape[0], -1, 1, 1))
            h = F.relu(self.norms[0](h))
            h = F.interpolate(h, scale_factor=2, mode="nearest")
            h = F.relu(self.norms[1](self.middle(h)))
            h = F.interpolate(h, scale_factor=2, mode="nearest")
            return self.end(h).tanh()

    return Painter()

# %% correct · weight_norm_and_functional
class G(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        wn = nn.utils.parametrizations.weight_norm
        self.a = wn(nn.ConvTranspose2d(latent_dim, 2 * width, size // 4))
        self.b = wn(nn.ConvTranspose2d(2 * width, width, 4, 2, 1))
        self.c = wn(nn.ConvTranspose2d(width, 1, 4, 2, 1))

    def forward(self, z):
        h = z.view(*z.shape, 1, 1)
        for layer in (self.a, self.b):
            h = F.elu(layer(h))
        return 2 * torch.sigmoid(2 * self.c(h)) - 1  # the same as tanh


def make_generator(latent_dim, size, width=32):
    return G(latent_dim, size, width)

# %% correct · without_batch_norm
def make_generator(latent_dim, size, width=32):
    s = size // 4
    return nn.Sequential(
        nn.Linear(latent_dim, 2 * width * s * s),
        nn.Unflatten(1, (2 * width, s, s)),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1),
        nn.LeakyReLU(0.2),
        nn.ConvTranspose2d(width, 1, 4, 2, 1),
        nn.Tanh(),
    )

# %% wrong · batch_mean · ignores_input
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h)).mean(0, keepdim=True).expand(len(z),-1,-1,-1)


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · batch_norm_before_tanh · batch_norm_at_output
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.BatchNorm2d(1),
        nn.Tanh(),
    )

# %% wrong · batch_norm_before_tanh_no_affine · batch_norm_at_output
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.Sequential(nn.ConvTranspose2d(width, 1, 4, 2, 1, bias=False), nn.BatchNorm2d(1, affine=False))

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · cached · not_fresh
import functools


@functools.cache
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · constant_z · ignores_input
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(torch.ones_like(z)).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · cpu_coordinates · cpu_tensor_in_forward
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h) + torch.linspace(-1, 1, self.start))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · cpu_tensor · cpu_tensor_in_forward
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h) + torch.zeros(h.shape[0], 1, 1, 1))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · doubled_tanh · no_tanh
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return 2 * torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · dropout · random_forward
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.Dropout2d(0.3),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · dropout_between · random_forward
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, 1, 0, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.Dropout2d(0.3),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.Dropout2d(0.3),
        nn.ConvTranspose2d(width, 1, 4, 2, 1),
        nn.Tanh(),
    )

# %% wrong · eval_left_on · eval_left_on
def make_generator(latent_dim, size, width=32):
    net = nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )
    return net.eval()

# %% wrong · flat_rows · wrong_shape
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
        nn.Flatten(),
    )

# %% wrong · groupnorm_before_tanh · batch_norm_at_output
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.GroupNorm(1,1),
        nn.Tanh(),
    )

# %% wrong · half_tanh · range_too_small
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return 0.5 * torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · half_the_size · wrong_size
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.Conv2d(2 * width, width, 3, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · hidden_dense_layers · fully_connected
def make_generator(latent_dim, size, width=32):
    start = size // 4
    return nn.Sequential(
        nn.Linear(latent_dim, 128),
        nn.ReLU(),
        nn.Linear(128, 256),
        nn.ReLU(),
        nn.Linear(256, 2 * width * start * start),
        nn.Unflatten(1, (2 * width, start, start)),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, 2, 1),
        nn.Tanh(),
    )

# %% wrong · hidden_layer_before_the_maps · fully_connected
def make_generator(latent_dim, size, width=32):
    s = size // 4
    return nn.Sequential(
        nn.Linear(latent_dim, 128), nn.ReLU(),
        nn.Linear(128, 2 * width * s * s), nn.Unflatten(1, (2 * width, s, s)), nn.BatchNorm2d(2 * width), nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1), nn.BatchNorm2d(width), nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, 2, 1), nn.Tanh(),
    )

# %% wrong · identity_bends · linear
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.LeakyReLU(1.0),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.LeakyReLU(1.0),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · ignores_z · random_forward
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(torch.randn_like(z)).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · instance_norm_before_tanh · batch_norm_at_output
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.InstanceNorm2d(1),
        nn.Tanh(),
    )

# %% wrong · kernel_three · wrong_size
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 3, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · latent_of_100 · latent_dim_ignored
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (100, 1, 1)),
        nn.ConvTranspose2d(100, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · latent_of_32 · latent_dim_ignored
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(32, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · layers_in_a_list · no_gradient
class G(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.layers = [
            nn.Unflatten(1, (latent_dim, 1, 1)), nn.ConvTranspose2d(latent_dim, 2 * width, size // 4), nn.ReLU(),
            nn.ConvTranspose2d(2 * width, width, 4, 2, 1), nn.ReLU(), nn.ConvTranspose2d(width, 1, 4, 2, 1), nn.Tanh(),
        ]

    def forward(self, z):
        for layer in self.layers:
            z = layer(z)
        return z


def make_generator(latent_dim, size, width=32):
    return G(latent_dim, size, width)

# %% wrong · mlp · fully_connected
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Linear(latent_dim, 4 * width), nn.BatchNorm1d(4 * width), nn.ReLU(),
        nn.Linear(4 * width, 8 * width), nn.BatchNorm1d(8 * width), nn.ReLU(),
        nn.Linear(8 * width, size * size), nn.Tanh(),
        nn.Unflatten(1, (1, size, size)),
    )

# %% wrong · nhwc · wrong_shape
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h)).permute(0,2,3,1)


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · no_bends · linear
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · no_grad · no_gradient
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    @torch.no_grad()
    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · no_tanh · no_tanh
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
    )

# %% wrong · one_layer_in_a_list · not_registered
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = [nn.ConvTranspose2d(2 * width, width, 4, 2, 1)]
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1[0](h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · own_noise · random_forward
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        z = z + 0.1 * torch.randn_like(z)
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · raises · raises
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · ready_for_use · eval_left_on
def make_generator(latent_dim, size, width=32):
    net = nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, 2, 1),
        nn.Tanh(),
    )
    return net.eval()

# %% wrong · relu_last · no_tanh
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.ReLU(),
    )

# %% wrong · relu_then_tanh · unit_range
def make_generator(latent_dim, size, width=32):
    layers = [nn.Unflatten(1, (latent_dim, 1, 1))]
    plan = [
        (latent_dim, 2 * width, size // 4, 1, 0),
        (2 * width, width, 4, 2, 1),
        (width, 1, 4, 2, 1),
    ]
    for i, (before, after, k, s, p) in enumerate(plan):
        layers.append(nn.ConvTranspose2d(before, after, k, s, p))
        if i < 2:
            layers.append(nn.BatchNorm2d(after))
        layers.append(nn.ReLU())
    layers.append(nn.Tanh())
    return nn.Sequential(*layers)

# %% wrong · returns_class · not_a_module
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator

# %% wrong · returns_none · not_a_module
def make_generator(latent_dim, size, width=32):
    net = nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · seeded · reseeded
def make_generator(latent_dim, size, width=32):
    torch.manual_seed(0)
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · sigmoid · unit_range
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Sigmoid(),
    )

# %% wrong · size_sixteen_only · size_ignored
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · size_twenty_eight_only · size_ignored
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, 7, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · squeezed · wrong_shape
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h)).squeeze()


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · squeezed_batch · batch_size_built_in
def make_generator(latent_dim, size, width=32):
    class Draw(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = nn.Sequential(
                nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
                nn.BatchNorm2d(2 * width),
                nn.ReLU(),
                nn.ConvTranspose2d(2 * width, width, 4, 2, 1, bias=False),
                nn.BatchNorm2d(width),
                nn.ReLU(),
                nn.ConvTranspose2d(width, 1, 4, 2, 1),
            )

        def forward(self, z):
            x = self.net(z.reshape(-1, latent_dim, 1, 1)).squeeze()
            return torch.tanh(x).unsqueeze(-3)

    return Draw()

# %% wrong · standardised_output · rows_coupled
def make_generator(latent_dim, size, width=32):
    class Generator(nn.Module):
        def __init__(self):
            super().__init__()
            self.first = nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False)
            self.norm1 = nn.BatchNorm2d(2 * width)
            self.second = nn.ConvTranspose2d(2 * width, width, 4, 2, 1, bias=False)
            self.norm2 = nn.BatchNorm2d(width)
            self.third = nn.ConvTranspose2d(width, 1, 4, 2, 1)

        def forward(self, z):
            h = F.relu(self.norm1(self.first(z[:, :, None, None])))
            h = F.relu(self.norm2(self.second(h)))
            h = self.third(h)
            h = (h - h.mean()) / (h.std() + 1e-5)
            return torch.tanh(h)

    return Generator()

# %% wrong · starts_at_size_over_eight · wrong_size
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 8, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · stride_forgotten · wrong_size
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, padding=1),
        nn.Tanh(),
    )

# %% wrong · tanh_then_batch_norm · no_tanh
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
        nn.BatchNorm2d(1),
    )

# %% wrong · tanh_to_unit_range · unit_range
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return (torch.tanh(self.up2(h)) + 1) / 2


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · thirty_pixels · wrong_size
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=0),
        nn.Tanh(),
    )

# %% wrong · three_channels · wrong_shape
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 3, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · twice_tanh · range_too_small
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
        nn.Tanh(),
    )

# %% wrong · view_of_fixed_batch · batch_size_built_in
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(6, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · view_of_sixty_four · raises
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        self.width = width
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(64, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · wants_maps · wants_feature_maps
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · width_ignored · width_ignored
class Generator(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        self.start = size // 4
        width = self.width = 32
        self.project = nn.Linear(latent_dim, 2 * width * self.start**2)
        self.norm1 = nn.BatchNorm2d(2 * width)
        self.up1 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1)
        self.norm2 = nn.BatchNorm2d(width)
        self.up2 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, z):
        h = self.project(z).reshape(-1, 2 * self.width, self.start, self.start)
        h = F.relu(self.norm1(h))
        h = F.relu(self.norm2(self.up1(h)))
        return torch.tanh(self.up2(h))


def make_generator(latent_dim, size, width=32):
    return Generator(latent_dim, size, width)

# %% wrong · adds_the_mean_of_the_batch · rows_coupled
class WithMean(nn.Module):
    def forward(self, z):
        return z + z.mean(0, keepdim=True)


def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        WithMean(),
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% wrong · enlarged_at_the_end · blocks
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.Conv2d(width, 1, 3, padding=1),
        nn.Upsample(scale_factor=2),
        nn.Tanh(),
    )

# %% wrong · frame_of_zeros · dead_pixels
def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=3),
        nn.ZeroPad2d(2),
        nn.Tanh(),
    )

# %% wrong · forgets_the_last_numbers · ignores_part_of_input
class Part(nn.Module):
    def forward(self, z):
        return torch.cat([z[:, :-1], z[:, :1]], dim=1)


def make_generator(latent_dim, size, width=32):
    return nn.Sequential(
        Part(),
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4, bias=False),
        nn.BatchNorm2d(2 * width),
        nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, stride=2, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, stride=2, padding=1),
        nn.Tanh(),
    )

# %% noisy · prints_shapes
import warnings


class Chatty(nn.Module):
    def __init__(self, latent_dim, size, width):
        super().__init__()
        warnings.warn(f"building for {size} pixels")
        self.net = nn.Sequential(
            nn.Unflatten(1, (latent_dim, 1, 1)),
            nn.ConvTranspose2d(latent_dim, 2 * width, size // 4), nn.BatchNorm2d(2 * width), nn.ReLU(),
            nn.ConvTranspose2d(2 * width, width, 4, 2, 1), nn.BatchNorm2d(width), nn.ReLU(),
            nn.ConvTranspose2d(width, 1, 4, 2, 1), nn.Tanh(),
        )

    def forward(self, z):
        print("z", tuple(z.shape))
        return self.net(z)


def make_generator(latent_dim, size, width=32):
    return Chatty(latent_dim, size, width)

# %% noisy · tries_itself
def make_generator(latent_dim, size, width=32):
    сеть = nn.Sequential(
        nn.Unflatten(1, (latent_dim, 1, 1)),
        nn.ConvTranspose2d(latent_dim, 2 * width, size // 4), nn.BatchNorm2d(2 * width), nn.ReLU(),
        nn.ConvTranspose2d(2 * width, width, 4, 2, 1), nn.BatchNorm2d(width), nn.ReLU(),
        nn.ConvTranspose2d(width, 1, 4, 2, 1), nn.Tanh(),
    )
    probe = сеть(torch.zeros(2, latent_dim))  # Größe prüfen
    print("output", tuple(probe.shape))
    return сеть
