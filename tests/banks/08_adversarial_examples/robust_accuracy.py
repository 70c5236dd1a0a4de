# %% correct · also_clean
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    with torch.no_grad():
        stands = model(x).argmax(1) == y
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% correct · batched
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    good = 0
    for a in range(0, len(x), 5):
        xs, ys = x[a : a + 5], y[a : a + 5]
        ok = torch.ones(len(ys), dtype=torch.bool)
        for _ in range(restarts):
            z = attack(model, xs, ys)
            with torch.no_grad():
                ok = ok & (model(z).argmax(1) == ys)
        good += int(ok.sum())
    model.train(mode)
    return good / len(x)

# %% correct · copy_of_the_model
def robust_accuracy(model, attack, x, y, restarts=1):
    import copy
    twin = copy.deepcopy(model).eval()
    stands = torch.ones_like(y, dtype=torch.bool)
    for _ in range(restarts):
        z = attack(twin, x, y)
        with torch.no_grad():
            stands &= twin(z).argmax(1) == y
    return stands.float().mean().item()

# %% correct · finally
def robust_accuracy(model, attack, x, y, restarts=1):
    was = model.training
    try:
        model.eval()
        broken = torch.zeros_like(y, dtype=torch.bool)
        for _ in range(restarts):
            with torch.no_grad():
                with torch.enable_grad():
                    z = attack(model, x, y)
                broken |= model(z).max(1).indices != y
        return 1 - broken.float().mean().item()
    finally:
        model.train(was)

# %% correct · numpy
def robust_accuracy(model, attack, x, y, restarts=1):
    import numpy as np
    mode = model.training
    model.eval()
    a = np.array([(model(attack(model, x, y)).argmax(1) == y).numpy() for _ in range(restarts)])
    model.train(mode)
    return a.all(axis=0).mean()

# %% correct · one_by_one
def robust_accuracy(model, attack, x, y, restarts=1):
    was = model.training
    model.train(False)
    stood = []
    for i in range(len(x)):
        ok = all(int(model(attack(model, x[i : i + 1], y[i : i + 1])).argmax()) == int(y[i]) for _ in range(restarts))
        stood.append(ok)
    model.train(was)
    return sum(stood) / len(stood)

# %% correct · per_submodule_mode
def robust_accuracy(model, attack, x, y, restarts=1):
    modes = {m: m.training for m in model.modules()}
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    for m, t in modes.items():
        m.training = t
    return stands.float().mean().item()

# %% correct · plain
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% correct · product
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    p = torch.ones(len(y))
    for _ in range(restarts):
        p = p * (model(attack(model, x, y)).argmax(1) == y).float()
    model.train(mode)
    return p.mean()

# %% correct · product_of_rows
def robust_accuracy(model, attack, x, y, restarts=1):
    modes = {module: module.training for module in model.modules()}
    model.eval()
    try:
        table = []
        for _ in range(restarts):
            attacked = attack(model, x, y).detach()
            with torch.no_grad():
                table.append((model(attacked).argmax(dim=-1) == y).long())
        return torch.stack(table).prod(dim=0).sum().item() / len(y)
    finally:
        for module, mode in modes.items():
            module.training = mode

# %% correct · set_of_broken
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    broken = set()
    for _ in range(restarts):
        wrong = model(attack(model, x, y)).argmax(1) != y
        broken |= set(torch.nonzero(wrong).flatten().tolist())
    model.train(mode)
    return 1 - len(broken) / len(y)

# %% correct · set_of_the_broken
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.train(False)
    broken = set()
    for _ in range(restarts):
        pictures = attack(model, x, y)
        with torch.inference_mode():
            said = model(pictures).max(dim=1).indices
        broken.update(torch.nonzero(said != y).flatten().tolist())
    model.train(mode)
    return 1 - len(broken) / len(y)

# %% correct · stacked
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    rounds = []
    for _ in range(restarts):
        z = attack(model, x, y)
        rounds.append((model(z).argmax(dim=-1) == y).detach())
    model.train(mode)
    return float(torch.stack(rounds).all(dim=0).double().mean())

# %% correct · survivors_only
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    alive = torch.arange(len(y))
    for _ in range(restarts):
        if len(alive) == 0:
            break
        z = attack(model, x[alive], y[alive])
        with torch.no_grad():
            alive = alive[model(z).argmax(1) == y[alive]]
    model.train(mode)
    return len(alive) / len(y)

# %% wrong · all_without_grad · attack_without_gradients
@torch.no_grad()
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    right = torch.stack([model(attack(model, x, y)).argmax(1) == y for _ in range(restarts)])
    model.train(mode)
    return right.all(0).float().mean().item()

# %% wrong · always_back_to_train · mode_not_restored
def robust_accuracy(model, attack, x, y, restarts=1):
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train()
    return stands.float().mean().item()

# %% wrong · any · any_restart_survived
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.zeros(len(y), dtype=torch.bool)
    for _ in range(restarts):
        stands |= model(attack(model, x, y)).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · argmax_over_batch · argmax_over_batch
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(0)[: len(y)] == y
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · attack_gets_predictions · attacks_the_prediction
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    with torch.no_grad():
        guess = model(x).argmax(1)
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, guess)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · attacked_in_its_own_mode · dropout_left_on
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    alive = torch.ones_like(y, dtype=torch.bool)
    for _ in range(restarts):
        attacked = attack(model, x, y)
        model.eval()
        with torch.no_grad():
            alive &= model(attacked).argmax(dim=1).eq(y)
        model.train(mode)
    return alive.double().mean().item()

# %% wrong · attacks_in_train · dropout_left_on
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        model.eval()
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
        model.train(mode)
    return stands.float().mean().item()

# %% wrong · attacks_right_ones_only · misclassified_left_out
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    with torch.no_grad():
        ok = model(x).argmax(1) == y
    x, y = x[ok], y[ok]
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · attacks_with_predictions
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    guess = model(x).argmax(1)
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        stands &= model(attack(model, x, guess)).argmax(1) == guess
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · average_of_batches · average_of_batches
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    parts = []
    for a in range(0, len(x), 8):
        xs, ys = x[a : a + 8], y[a : a + 8]
        ok = torch.ones(len(ys), dtype=torch.bool)
        for _ in range(restarts):
            ok &= model(attack(model, xs, ys)).argmax(1) == ys
        parts.append(ok.float().mean())
    model.train(mode)
    return float(torch.stack(parts).mean())

# %% wrong · averaged · averaged_over_restarts
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    total = 0.0
    for _ in range(restarts):
        total += (model(attack(model, x, y)).argmax(1) == y).float().mean().item()
    model.train(mode)
    return total / restarts

# %% wrong · averaged_over_all · not_a_share
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    s = 0
    for _ in range(restarts):
        s += int((model(attack(model, x, y)).argmax(1) == y).sum())
    model.train(mode)
    return s / len(y)

# %% wrong · back_to_training · mode_not_restored
def robust_accuracy(model, attack, x, y, restarts=1):
    model.eval()
    names = []
    for _ in range(restarts):
        attacked = attack(model, x, y)
        with torch.no_grad():
            names.append(model(attacked).argmax(1))
    model.train()
    return float((torch.stack(names) == y).all(dim=0).float().mean())

# %% wrong · chain_of_attacks · chained_restarts
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    alive = torch.ones(len(y), dtype=torch.bool, device=y.device)
    for _ in range(restarts):
        x = attack(model, x, y)
        with torch.no_grad():
            alive &= model(x).argmax(dim=1) == y
    model.train(mode)
    return alive.float().mean().item()

# %% wrong · chained · chained_restarts
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    z = x
    for _ in range(restarts):
        z = attack(model, z, y)
    stands = model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · clean · clean_accuracy
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    for _ in range(restarts):
        attack(model, x, y)
    ok = model(x).argmax(1) == y
    model.train(mode)
    return ok.float().mean().item()

# %% wrong · compared_with_prediction · compared_with_prediction
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    with torch.no_grad():
        before = model(x).argmax(1)
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        stands &= model(attack(model, x, y)).argmax(1) == before
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · count · not_a_share
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.sum().item()

# %% wrong · counts_the_readable · misclassified_left_out
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    with torch.no_grad():
        readable = model(x).argmax(dim=1) == y
    alive = readable.clone()
    for _ in range(restarts):
        attacked = attack(model, x, y)
        with torch.no_grad():
            alive &= model(attacked).argmax(dim=1) == y
    model.train(mode)
    return alive.sum().item() / max(int(readable.sum()), 1)

# %% wrong · dropout_left_on · dropout_left_on
def robust_accuracy(model, attack, x, y, restarts=1):
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    return stands.float().mean().item()

# %% wrong · error_rate · error_rate
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return 1 - stands.float().mean().item()

# %% wrong · first_only · restarts_ignored
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = model(attack(model, x, y)).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · fixed_size · not_a_share
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.sum().item() / 360

# %% wrong · judges_in_train · dropout_left_on
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        model.eval()
        z = attack(model, x, y)
        model.train(mode)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    return stands.float().mean().item()

# %% wrong · last_only · restarts_ignored
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    for _ in range(restarts):
        stands = model(attack(model, x, y)).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · left_in_eval · mode_not_restored
def robust_accuracy(model, attack, x, y, restarts=1):
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    return stands.float().mean().item()

# %% wrong · left_out · misclassified_left_out
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    with torch.no_grad():
        ok = model(x).argmax(1) == y
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return float((stands & ok).sum() / ok.sum())

# %% wrong · mask · wrong_type
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands

# %% wrong · mode_back_too_early · dropout_left_on
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    alive = torch.ones(len(y), dtype=torch.bool, device=y.device)
    for _ in range(restarts):
        attacked = attack(model, x, y)
        with torch.no_grad():
            alive &= model(attacked).argmax(dim=1) == y
        model.train(mode)
    return alive.float().mean().item()

# %% wrong · never_attacks · clean_accuracy
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    ok = model(x).argmax(1) == y
    model.train(mode)
    return ok.float().mean().item()

# %% wrong · no_grad_around_all · attack_without_gradients
def robust_accuracy(model, attack, x, y, restarts=1):
    with torch.no_grad():
        mode = model.training
        model.eval()
        stands = torch.ones(len(y), dtype=torch.bool)
        for _ in range(restarts):
            stands &= model(attack(model, x, y)).argmax(1) == y
        model.train(mode)
    return stands.float().mean().item()

# %% wrong · nothing · wrong_type
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    stands.float().mean().item()

# %% wrong · one_too_few · restarts_ignored
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(max(1, restarts - 1)):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · percent · not_a_share
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return 100 * stands.float().mean().item()

# %% wrong · product_of_shares · accuracies_multiplied
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    product = 1.0
    for _ in range(restarts):
        attacked = attack(model, x, y)
        with torch.no_grad():
            product *= float((model(attacked).argmax(dim=1) == y).float().mean())
    model.train(mode)
    return product

# %% wrong · restarts_default_two · too_many_restarts
def robust_accuracy(model, attack, x, y, restarts=3):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% wrong · rounded · rounded
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return round(stands.float().mean().item(), 1)

# %% wrong · smallest · smallest_of_restarts
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    best = 1.0
    for _ in range(restarts):
        best = min(best, (model(attack(model, x, y)).argmax(1) == y).float().mean().item())
    model.train(mode)
    return best

# %% wrong · wrong_order · raises
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(x, y, model)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% noisy · bar
def robust_accuracy(model, attack, x, y, restarts=1):
    from tqdm import tqdm
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in tqdm(range(restarts)):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()

# %% noisy · talks
def robust_accuracy(model, attack, x, y, restarts=1):
    import logging, warnings
    warnings.warn('slow')
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    logging.error('%s', stands)
    print(stands.sum())
    return stands.float().mean().item()
