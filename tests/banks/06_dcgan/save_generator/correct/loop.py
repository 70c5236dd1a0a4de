from pathlib import Path


def save_generator(generator, path):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    table = {}
    for name, value in generator.state_dict().items():
        table[name] = value.clone(memory_format=torch.contiguous_format)
    save_file(table, path)
