def count_modes(samples, modes, std, needed=20):
    inside = torch.cdist(samples, modes, compute_mode="donot_use_mm_for_euclid_dist").le(3 * std)
    n = inside.sum(dim=0)
    return (n >= needed).sum().item(), (n >= 1).sum().item(), inside.any(dim=1).double().mean().item()
