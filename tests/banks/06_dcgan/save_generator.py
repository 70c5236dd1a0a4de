# %% correct · bytes_by_hand
def save_generator(generator, path):
    from safetensors.torch import save

    plain = {}
    for name in generator.state_dict():
        plain[name] = generator.state_dict()[name].clone(memory_format=torch.contiguous_format)
    with open(path, "wb") as file:
        file.write(save(plain))

# %% correct · copy_moved
def save_generator(generator, path):
    still = copy.deepcopy(generator).cpu().eval()
    save_file({k: v.contiguous() for k, v in still.state_dict().items()}, path)

# %% wrong · library · ready_made
from gan_course.training import save_network


def save_generator(generator, path):
    return save_network(generator, path)

# %% correct · loop
from pathlib import Path


def save_generator(generator, path):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    table = {}
    for name, value in generator.state_dict().items():
        table[name] = value.clone(memory_format=torch.contiguous_format)
    save_file(table, path)

# %% correct · named_parameters_and_buffers
def save_generator(generator, path):
    numbers = dict(generator.named_parameters()) | dict(generator.named_buffers())
    save_file({k: v.detach().contiguous() for k, v in numbers.items()}, path)

# %% correct · save_file
def save_generator(generator, path):
    save_file({name: value.contiguous() for name, value in generator.state_dict().items()}, path)

# %% correct · save_model
import safetensors.torch


def save_generator(generator, path):
    state = {k: v.detach().cpu().contiguous().clone() for k, v in generator.state_dict().items()}
    safetensors.torch.save_file(state, str(path), metadata={"format": "pt"})

# %% correct · to_bytes
from safetensors.torch import save


def save_generator(generator, path):
    with open(path, "wb") as file:
        file.write(save({k: v.contiguous() for k, v in generator.state_dict().items()}))
    return path

# %% correct · without_counter
def save_generator(generator, path):
    state = generator.state_dict()
    keep = {k: v.contiguous() for k, v in state.items() if not k.endswith("num_batches_tracked")}
    keep |= {k: v for k, v in state.items() if k not in keep}
    save_file(keep, path)

# %% wrong · add_an_ending · no_file
def save_generator(generator, path):
    target = Path(path).with_suffix(".safetensors")
    if str(path).endswith(".safetensors"):
        target = Path(str(path) + ".safetensors")
    save_file({k: v.contiguous() for k, v in generator.state_dict().items()}, str(target))

# %% wrong · adds_an_ending · no_file
def save_generator(generator, path):
    save_file({k: v.contiguous() for k, v in generator.state_dict().items()}, path + '.safetensors')

# %% wrong · arguments_swapped · raises
def save_generator(generator, path):
    save_file(path, {k: v.contiguous() for k, v in generator.state_dict().items()})

# %% wrong · double · numbers_changed
def save_generator(generator, path):
    save_file({k: v.double().contiguous() for k, v in generator.state_dict().items()}, path)

# %% wrong · first_layer_only · weights_missing
def save_generator(generator, path):
    save_file({'1.weight': generator[1].weight.detach().contiguous()}, path)

# %% wrong · fixed_name · no_file
import os


def save_generator(generator, path):
    save_file({k: v.contiguous() for k, v in generator.state_dict().items()}, os.path.join(os.path.dirname(path), 'generator.safetensors'))

# %% wrong · flattened · numbers_changed
def save_generator(generator, path):
    save_file({k: v.flatten().contiguous() for k, v in generator.state_dict().items()}, path)

# %% wrong · floats_only · counter_missing
def save_generator(generator, path):
    save_file({k: v.contiguous() for k, v in generator.state_dict().items() if v.is_floating_point()}, path)

# %% wrong · floats_only_2 · counter_missing
def save_generator(generator, path):
    state = generator.state_dict()
    save_file({k: v.contiguous() for k, v in state.items() if v.is_floating_point()}, path)

# %% wrong · frozen · network_changed
def save_generator(generator, path):
    generator.requires_grad_(False)
    save_file({k: v.contiguous() for k, v in generator.state_dict().items()}, path)

# %% wrong · half_precision · numbers_changed
def save_generator(generator, path):
    save_file({k: v.half().contiguous() for k, v in generator.state_dict().items()}, path)

# %% wrong · half_the_size · numbers_changed
def save_generator(generator, path):
    numbers = {}
    for name, tensor in generator.state_dict().items():
        tensor = tensor.contiguous()
        numbers[name] = tensor.half() if tensor.is_floating_point() else tensor
    save_file(numbers, path)

# %% wrong · json · pickled
import json


def save_generator(generator, path):
    with open(path, 'w') as f:
        json.dump({k: v.tolist() for k, v in generator.state_dict().items()}, f)

# %% wrong · keeps_an_old_file · not_replaced
def save_generator(generator, path):
    if not Path(path).exists():
        save_file({k: v.contiguous() for k, v in generator.state_dict().items()}, path)

# %% wrong · left_in_eval · network_changed
def save_generator(generator, path):
    generator.eval()
    save_file({k: v.contiguous() for k, v in generator.state_dict().items()}, path)

# %% wrong · no_plain_order · layout_refused
def save_generator(generator, path):
    save_file({k: v.clone() for k, v in generator.state_dict().items()}, path)

# %% wrong · no_running_averages · buffers_missing
def save_generator(generator, path):
    save_file({k: v.contiguous() for k, v in generator.state_dict().items() if 'running' not in k}, path)

# %% wrong · not_contiguous · layout_refused
def save_generator(generator, path):
    save_file(generator.state_dict(), path)

# %% wrong · numbered_list · names_changed
def save_generator(generator, path):
    save_file({str(i): v.contiguous() for i, v in enumerate(generator.state_dict().values())}, path)

# %% wrong · parameters_only · buffers_missing
def save_generator(generator, path):
    save_file({k: v.detach().contiguous() for k, v in generator.named_parameters()}, path)

# %% wrong · parameters_only_2 · buffers_missing
def save_generator(generator, path):
    numbers = {name: p.detach().contiguous() for name, p in generator.named_parameters()}
    save_file(numbers, path)

# %% wrong · pickle · pickled
import pickle


def save_generator(generator, path):
    with open(path, 'wb') as f:
        pickle.dump(generator.state_dict(), f)

# %% wrong · prefixed · names_changed
def save_generator(generator, path):
    save_file({'generator.' + k: v.contiguous() for k, v in generator.state_dict().items()}, path)

# %% wrong · reinitialised · numbers_changed
def save_generator(generator, path):
    fresh = copy.deepcopy(generator)
    for m in fresh.modules():
        if hasattr(m, 'reset_parameters'):
            m.reset_parameters()
    save_file({k: v.contiguous() for k, v in fresh.state_dict().items()}, path)

# %% wrong · returns_state_only · no_file
def save_generator(generator, path):
    return generator.state_dict()

# %% wrong · rounded · numbers_changed
def save_generator(generator, path):
    save_file({k: (v.round(decimals=2) if v.is_floating_point() else v).contiguous() for k, v in generator.state_dict().items()}, path)

# %% wrong · tidy_first · network_changed
def save_generator(generator, path):
    generator.eval()
    numbers = {name: tensor.detach().cpu().contiguous() for name, tensor in generator.state_dict().items()}
    save_file(numbers, str(path))

# %% wrong · torch_save_module · pickled
def save_generator(generator, path):
    torch.save(generator, path)

# %% wrong · torch_save_state · pickled
def save_generator(generator, path):
    torch.save(generator.state_dict(), path)

# %% wrong · weights_without_biases · weights_missing
def save_generator(generator, path):
    save_file({k: v.contiguous() for k, v in generator.state_dict().items() if 'bias' not in k}, path)

# %% wrong · whole_module · raises
def save_generator(generator, path):
    save_file(generator, path)

# %% noisy · prints
def save_generator(generator, path):
    state = {name: value.contiguous() for name, value in generator.state_dict().items()}
    for name, value in state.items():
        print(f"{name:30} {tuple(value.shape)}")
    save_file(state, path)

# %% noisy · writes_a_second_file
import warnings


def save_generator(generator, path):
    Größe = sum(v.numel() for v in generator.state_dict().values())
    warnings.warn(f"{Größe} Zahlen")
    save_file({k: v.contiguous() for k, v in generator.state_dict().items()}, path)
    with open(path + ".txt", "w") as notes:
        notes.write(str(Größe))
