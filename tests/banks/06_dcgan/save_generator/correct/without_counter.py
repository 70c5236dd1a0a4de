def save_generator(generator, path):
    state = generator.state_dict()
    keep = {k: v.contiguous() for k, v in state.items() if not k.endswith("num_batches_tracked")}
    keep |= {k: v for k, v in state.items() if k not in keep}
    save_file(keep, path)
