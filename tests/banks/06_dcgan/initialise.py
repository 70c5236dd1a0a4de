# %% correct · assigns_data
def initialise(layer):
    match layer:
        case nn.Conv2d() | nn.ConvTranspose2d() | nn.Linear():
            layer.weight.data = torch.normal(0.0, 0.02, size=layer.weight.shape)
            if getattr(layer, "bias", None) is not None:
                layer.bias.data = torch.zeros_like(layer.bias)

# %% correct · by_class_name
def initialise(m):
    name = m.__class__.__name__
    if name.find("Conv") != -1 or name.find("Linear") != -1:
        nn.init.normal_(m.weight.data, 0.0, 0.02)
        if m.bias is not None:
            nn.init.constant_(m.bias.data, 0)
    elif name.find("BatchNorm") != -1:
        nn.init.normal_(m.weight.data, 1.0, 0.02)
        nn.init.constant_(m.bias.data, 0)

# %% correct · by_number_of_axes
@torch.no_grad()
def initialise(layer):
    for name, p in layer.named_parameters(recurse=False):
        if p.dim() > 1:
            p.normal_(mean=0.0, std=0.02)
        elif name == "bias":
            p.zero_()

# %% correct · copy_from_randn
def initialise(layer):
    with torch.no_grad():
        if isinstance(layer, nn.Linear | nn.Conv2d | nn.ConvTranspose2d):
            layer.weight.copy_(torch.randn(layer.weight.shape) * 0.02)
            if layer.bias is not None:
                layer.bias.mul_(0)
        elif isinstance(layer, nn.BatchNorm2d):
            layer.reset_parameters()

# %% correct · dispatch_table
def initialise(layer):
    def small(m):
        m.weight.data.normal_(mean=0.0, std=0.02)
        if m.bias is not None:
            m.bias.data.zero_()

    def about_one(m):
        if m.weight is not None:
            nn.init.normal_(m.weight, mean=1.0, std=0.02)

    recipes = {nn.Conv2d: small, nn.ConvTranspose2d: small, nn.Linear: small, nn.BatchNorm2d: about_one}
    for kind, recipe in recipes.items():
        if isinstance(layer, kind):
            recipe(layer)
    return layer

# %% correct · isinstance
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% correct · new_parameters
def initialise(layer):
    if hasattr(layer, "weight") and not isinstance(layer, nn.BatchNorm2d):
        layer.weight = nn.Parameter(0.02 * torch.randn_like(layer.weight))
        if layer.bias is not None:
            layer.bias = nn.Parameter(torch.zeros_like(layer.bias))

# %% correct · own_generator
def initialise(layer):
    fresh = torch.Generator()
    fresh.seed()
    if isinstance(layer, (nn.modules.conv._ConvNd, nn.Linear)):
        layer.weight.data.normal_(0.0, 0.02, generator=fresh)
        if layer.bias is not None:
            layer.bias.data.zero_()

# %% correct · tables_of_weights
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        with torch.no_grad():
            for name, values in layer.named_parameters(recurse=False):
                if name == "bias":
                    values.zero_()
                else:
                    values.copy_(0.02 * torch.randn_like(values))

# %% correct · trunc_normal_far_out
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.trunc_normal_(layer.weight, std=0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% correct · whole_network
def initialise(network):
    for layer in network.modules():
        if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
            layer.weight.data.normal_(0, 0.02)
            if layer.bias is not None:
                layer.bias.data.fill_(0)
    return network

# %% wrong · all_parameters · batch_norm_zeroed
def initialise(layer):
    for p in layer.parameters():
        nn.init.normal_(p, 0.0, 0.02)

# %% wrong · arguments_swapped · wrong_spread
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.02, 1.0)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · around_one · wrong_mean
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 1.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · assumes_a_weight · raises
def initialise(layer):
    nn.init.normal_(layer.weight, 0.0, 0.02)

# %% wrong · batch_norm_scale_zero · batch_norm_zeroed
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
    elif isinstance(layer, nn.BatchNorm2d):
        nn.init.zeros_(layer.weight)
        nn.init.zeros_(layer.bias)

# %% wrong · bias_left · bias_left
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)

# %% wrong · bias_normal · bias_left
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.normal_(layer.bias, 0.0, 0.02)

# %% wrong · bias_not_asked_for · raises
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        nn.init.zeros_(layer.bias)

# %% wrong · bias_ones · bias_left
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.ones_(layer.bias)

# %% wrong · clamped_after · not_normal
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        layer.weight.data.normal_(0.0, 0.025).clamp_(-0.03, 0.03)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · constant · wrong_mean
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.constant_(layer.weight, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · conv_only · transposed_missed
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · cut_at_one_sigma · not_normal
def initialise(layer):
    if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
        nn.init.trunc_normal_(layer.weight, mean=0.0, std=0.02, a=-0.02, b=0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · everything_with_a_weight · batch_norm_zeroed
def initialise(layer):
    if getattr(layer, "weight", None) is not None:
        nn.init.normal_(layer.weight, 0.0, 0.02)
    if getattr(layer, "bias", None) is not None:
        nn.init.zeros_(layer.bias)

# %% wrong · frozen · frozen
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
        layer.requires_grad_(False)

# %% wrong · kaiming · wrong_spread
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.kaiming_normal_(layer.weight)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · linear_missed · linear_missed
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · mean_for_std · wrong_mean
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.02, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · not_in_place · nothing_changed
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        weight = torch.normal(0.0, 0.02, layer.weight.shape)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · one_kind_of_convolution · transposed_missed
def initialise(layer):
    match layer:
        case nn.Conv2d() | nn.Linear():
            layer.weight.data.normal_(0, 0.02)
            if layer.bias is not None:
                layer.bias.data.fill_(0)
        case nn.BatchNorm2d():
            layer.weight.data.normal_(1, 0.02)
            layer.bias.data.fill_(0)

# %% wrong · one_row_repeated · not_normal
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        layer.weight.data = (0.02 * torch.randn(layer.weight.shape[1:]) / 1.0).expand(layer.weight.shape).clone()
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · only_the_top · nothing_changed
def initialise(network):
    if isinstance(network, nn.Sequential):
        print('nothing to do here')

# %% wrong · own_seeded_generator · reseeded
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        layer.weight.data.normal_(0, 0.02, generator=torch.Generator().manual_seed(1))
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · point_two · wrong_spread
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.2)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · rescale_the_default · from_old_weights
def initialise(layer):
    if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
        with torch.no_grad():
            layer.weight -= layer.weight.mean()
            layer.weight *= 0.02 / layer.weight.std()
            if layer.bias is not None:
                layer.bias.zero_()

# %% wrong · scaled_old_weights · from_old_weights
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        layer.weight.data *= 0.1
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · seeded · reseeded
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        torch.manual_seed(0)
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · squared · variance_not_deviation
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02**2)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · standard_normal · wrong_spread
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · transposed_only · conv_missed
def initialise(layer):
    if isinstance(layer, (nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · tutorial_by_class_name · linear_missed
def initialise(layer):
    classname = layer.__class__.__name__
    if classname.find("Conv") != -1:
        nn.init.normal_(layer.weight.data, 0.0, 0.02)
    elif classname.find("BatchNorm") != -1:
        nn.init.normal_(layer.weight.data, 1.0, 0.02)
        nn.init.constant_(layer.bias.data, 0)

# %% wrong · uniform · not_normal
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.uniform_(layer.weight, -0.02, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · uniform_same_deviation · not_normal
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        b = 0.02 * 3**0.5
        nn.init.uniform_(layer.weight, -b, b)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · variance · variance_not_deviation
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02**0.5)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · variance_for_spread · variance_not_deviation
def initialise(layer):
    if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d | nn.Linear):
        nn.init.normal_(layer.weight, 0.0, 0.02**2)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · whatever_has_a_weight · batch_norm_zeroed
def initialise(layer):
    if getattr(layer, "weight", None) is not None:
        nn.init.normal_(layer.weight, mean=0.0, std=0.02)
    if getattr(layer, "bias", None) is not None:
        nn.init.zeros_(layer.bias)

# %% wrong · wrong_class_names · nothing_changed
def initialise(layer):
    if type(layer).__name__ in ('conv', 'convtranspose', 'linear'):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · xavier · wrong_spread
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.xavier_normal_(layer.weight)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · zeros · not_normal
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.zeros_(layer.weight)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% wrong · only_with_bias · depends_on_bias
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)) and layer.bias is not None:
        nn.init.normal_(layer.weight, 0.0, 0.02)
        nn.init.zeros_(layer.bias)

# %% wrong · shifted_norm · batch_norm_changed
def initialise(layer):
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)
    elif isinstance(layer, nn.BatchNorm2d):
        nn.init.ones_(layer.bias)

# %% noisy · prints
def initialise(layer):
    print('starting', type(layer).__name__)
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(layer.weight, 0.0, 0.02)
        if layer.bias is not None:
            nn.init.zeros_(layer.bias)

# %% noisy · warns
import warnings


def initialise(слой):
    if isinstance(слой, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
        nn.init.normal_(слой.weight, mean=0.0, std=0.02)
        if слой.bias is not None:
            nn.init.zeros_(слой.bias)
    else:
        warnings.warn(f"{type(слой).__name__}: nichts zu tun")
