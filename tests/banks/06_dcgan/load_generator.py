# %% correct · assigned
def load_generator(path, make):
    g = make()
    g.load_state_dict(load_file(path), assign=True)
    return g.eval()

# %% correct · copies_by_hand
def load_generator(path, make):
    g = make().eval()
    numbers = load_file(path)
    with torch.no_grad():
        for name, value in g.state_dict().items():
            value.copy_(numbers[name])
    return g

# %% correct · copy_by_name
def load_generator(path, make):
    numbers, network = load_file(path), make()
    with torch.no_grad():
        for name, place in network.state_dict().items():
            place.copy_(numbers[name])
    network.train(False)
    return network

# %% correct · eval_first
def load_generator(path, make):
    network = make()
    network.eval()
    state = load_file(path)
    network.load_state_dict(state, strict=True)
    return network

# %% correct · from_bytes
from pathlib import Path

from safetensors.torch import load


def load_generator(path, make):
    g = make()
    g.load_state_dict(load(Path(path).read_bytes()))
    g.eval()
    return g

# %% correct · frozen_too
def load_generator(path, make):
    g = make().requires_grad_(False)
    g.load_state_dict(load_file(path))
    return g.eval()

# %% wrong · library · ready_made
from gan_course.training import load_network


def load_generator(path, make):
    return load_network(make(), path).eval()

# %% correct · load_file
def load_generator(path, make):
    generator = make()
    generator.load_state_dict(load_file(path))
    return generator.eval()

# %% correct · load_model
from safetensors.torch import load_model


def load_generator(path, make):
    g = make()
    load_model(g, path)
    return g.eval()

# %% correct · safe_open
from safetensors import safe_open


def load_generator(path, make):
    net = make()
    with safe_open(path, framework="pt", device="cpu") as file:
        net.load_state_dict({name: file.get_tensor(name) for name in file.keys()})
    return net.train(False)

# %% correct · safe_open_2
def load_generator(path, make):
    from safetensors import safe_open

    fresh = make()
    with safe_open(path, framework="pt") as file:
        fresh.load_state_dict({key: file.get_tensor(key) for key in file.keys()}, strict=True)
    return fresh.eval()

# %% wrong · batch_norm_still_training · left_in_training_mode
def load_generator(path, make):
    g = make()
    g.load_state_dict(load_file(path))
    g.training = False
    return g

# %% wrong · children_eval_only · left_in_training_mode
def load_generator(path, make):
    g = make()
    g.load_state_dict(load_file(path))
    for m in g: m.eval()
    return g

# %% wrong · fixed_path · raises
def load_generator(path, make):
    g = make()
    g.load_state_dict(load_file('generator.safetensors'))
    return g.eval()

# %% wrong · in_the_order_of_the_file · not_loaded
def load_generator(path, make):
    network = make()
    ours = network.state_dict()
    theirs = [t for t in load_file(path).values()]
    with torch.no_grad():
        for mine, new in zip(ours.values(), theirs):
            if mine.shape == new.shape:
                mine.copy_(new)
    return network.eval()

# %% wrong · keeps_the_first · path_ignored
_kept = []


def load_generator(path, make):
    if not _kept:
        g = make()
        g.load_state_dict(load_file(path))
        _kept.append(g.eval())
    _kept[0] = copy.deepcopy(_kept[0])
    return _kept[0]

# %% wrong · keys_report · not_a_module
def load_generator(path, make):
    g = make()
    return g.load_state_dict(load_file(path))

# %% wrong · loaded_into_another · not_loaded
def load_generator(path, make):
    make().load_state_dict(load_file(path))
    return make().eval()

# %% wrong · make_not_called · raises
def load_generator(path, make):
    make.load_state_dict(load_file(path))
    return make.eval()

# %% wrong · not_loaded · not_loaded
def load_generator(path, make):
    load_file(path)
    return make().eval()

# %% wrong · own_network · make_ignored
def load_generator(path, make):
    return nn.Sequential(nn.Linear(4, 64), nn.Tanh()).eval()

# %% wrong · parameters_alone · not_loaded
def load_generator(path, make):
    numbers = load_file(path)
    network = make()
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            parameter.copy_(numbers[name])
    return network.eval()

# %% wrong · path_given_to_load_state_dict · raises
def load_generator(path, make):
    g = make()
    g.load_state_dict(path)
    return g.eval()

# %% wrong · remembers_each_path · not_fresh
_known = {}


def load_generator(path, make):
    if path not in _known:
        _known[path] = make()
        _known[path].load_state_dict(load_file(path))
    return _known[path].eval()

# %% wrong · report_of_names · not_a_module
def load_generator(path, make):
    network = make().eval()
    return network.load_state_dict(load_file(path))

# %% wrong · returns_make · not_a_module
def load_generator(path, make):
    g = make()
    g.load_state_dict(load_file(path))
    g.eval()
    return make

# %% wrong · returns_none · not_a_module
def load_generator(path, make):
    g = make()
    g.load_state_dict(load_file(path))
    g.eval()

# %% wrong · scaled · not_loaded
def load_generator(path, make):
    g = make()
    g.load_state_dict({k: v * 0.99 if v.is_floating_point() else v for k, v in load_file(path).items()})
    return g.eval()

# %% wrong · state_dict · not_a_module
def load_generator(path, make):
    return load_file(path)

# %% wrong · trained_again · left_in_training_mode
def load_generator(path, make):
    generator = make()
    generator.load_state_dict(load_file(path))
    generator.eval()
    return generator.train()

# %% wrong · training_mode · left_in_training_mode
def load_generator(path, make):
    generator = make()
    generator.load_state_dict(load_file(path))
    return generator

# %% wrong · tried_in_training_mode · not_loaded
def load_generator(path, make):
    generator = make()
    generator.load_state_dict(load_file(path))
    generator(torch.randn(8, 4))
    return generator.eval()

# %% wrong · two_networks · not_loaded
def load_generator(path, make):
    make().load_state_dict(load_file(path))
    return make().eval()

# %% wrong · updates_a_dictionary · not_loaded
def load_generator(path, make):
    network = make()
    state = network.state_dict()
    state.update(load_file(path))
    return network.eval()

# %% wrong · weights_halved · not_loaded
def load_generator(path, make):
    g = make()
    state = load_file(path)
    g.load_state_dict({k: v.half() for k, v in state.items()})
    return g.eval()

# %% wrong · weights_only · not_loaded
def load_generator(path, make):
    g = make()
    state = {k: v for k, v in load_file(path).items() if 'running' not in k}
    g.load_state_dict(state, strict=False)
    return g.eval()

# %% wrong · wrong_prefix · not_loaded
def load_generator(path, make):
    g = make()
    g.load_state_dict({'g.' + k: v for k, v in load_file(path).items()}, strict=False)
    return g.eval()

# %% noisy · prints
def load_generator(path, make):
    generator = make()
    generator.load_state_dict(load_file(path))
    print('geladen:', path)
    return generator.eval()

# %% noisy · warns
def load_generator(path, make):
    import warnings
    warnings.warn('read only')
    generator = make()
    generator.load_state_dict(load_file(path))
    return generator.eval()
