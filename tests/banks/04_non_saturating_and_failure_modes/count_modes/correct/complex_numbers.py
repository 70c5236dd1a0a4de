def count_modes(samples, modes, std, needed=20):
    z = torch.complex(samples[:, 0], samples[:, 1])[:, None] - torch.complex(modes[:, 0], modes[:, 1])
    inside = z.abs() <= 3.0 * std
    per = inside.sum(0).tolist()
    return len([p for p in per if p >= needed]), len([p for p in per if p]), inside.sum().item() / len(samples)
