import safetensors.torch


def save_generator(generator, path):
    state = {k: v.detach().cpu().contiguous().clone() for k, v in generator.state_dict().items()}
    safetensors.torch.save_file(state, str(path), metadata={"format": "pt"})
