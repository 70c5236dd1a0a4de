def save_generator(generator, path):
    still = copy.deepcopy(generator).cpu().eval()
    save_file({k: v.contiguous() for k, v in still.state_dict().items()}, path)
