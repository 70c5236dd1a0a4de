# %% correct · autograd_grad
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% correct · backward_inputs
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    F.cross_entropy(model(leaf), y).backward(inputs=[leaf])
    return (leaf.detach() + epsilon * leaf.grad.sign()).clamp(low, high)

# %% correct · backward_into_the_leaf_alone
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_(True)
    loss = F.nll_loss(F.log_softmax(model(leaf), dim=-1), y, reduction="sum")
    loss.backward(inputs=[leaf])
    with torch.no_grad():
        attacked = leaf + epsilon * leaf.grad.sign()
        return attacked.clamp(min=low, max=high)

# %% correct · backward_then_cleared
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_(True)
    loss = nn.CrossEntropyLoss()(model(leaf), y)
    model.zero_grad()
    loss.backward()
    step = epsilon * leaf.grad.sign()
    model.zero_grad()
    return (x + step).clamp(low, high).detach()

# %% correct · backward_and_clear
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    F.cross_entropy(model(leaf), y).backward()
    slope = leaf.grad
    model.zero_grad()
    return torch.clamp(x.detach() + epsilon * slope.sign(), low, high)

# %% correct · double_loss
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    loss = F.cross_entropy(model(leaf).double(), y)
    (g,) = torch.autograd.grad(loss, leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% correct · eval_and_back
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    mode = model.training
    model.eval()
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    model.train(mode)
    return x.add(g.sign(), alpha=+epsilon).clamp(low, high)

# %% correct · freezes_and_thaws
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    kept = [p.requires_grad for p in model.parameters()]
    for p in model.parameters():
        p.requires_grad_(False)
    leaf = x.clone().requires_grad_()
    F.cross_entropy(model(leaf), y).backward()
    for p, k in zip(model.parameters(), kept):
        p.requires_grad_(k)
    return (x + epsilon * leaf.grad.sign()).clamp(low, high).detach()

# %% correct · func_grad
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    def loss(pictures):
        return F.cross_entropy(model(pictures), y)
    g = torch.func.grad(loss)(x)
    return (x + epsilon * g.sign()).clamp(low, high).detach()

# %% correct · functional_gradient
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    def loss(pictures):
        logits = model(pictures)
        truth = logits.gather(1, y[:, None]).squeeze(1)
        return (logits.logsumexp(dim=1) - truth).sum()

    slope = torch.func.grad(loss)(x.detach())
    up, down = (slope > 0).to(x.dtype), (slope < 0).to(x.dtype)
    moved = x.detach() + epsilon * (up - down)
    return torch.minimum(torch.maximum(moved, torch.full_like(moved, low)), torch.full_like(moved, high)).detach()

# %% correct · logsumexp_by_hand
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    logits = model(leaf)
    loss = (logits.logsumexp(1) - logits.gather(1, y[:, None]).squeeze(1)).sum()
    (g,) = torch.autograd.grad(loss, leaf)
    return torch.minimum(torch.maximum(x + epsilon * g.sign(), torch.as_tensor(low)), torch.as_tensor(high))

# %% correct · negated_loss
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    loss = -F.cross_entropy(model(leaf), y)
    (g,) = torch.autograd.grad(loss, leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% correct · nll_of_log_softmax
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    delta = torch.zeros_like(x, requires_grad=True)
    loss = F.nll_loss(F.log_softmax(model(x + delta), dim=1), y)
    (g,) = torch.autograd.grad(loss, [delta])
    with torch.no_grad():
        return torch.clamp(x + epsilon * g.sign(), low, high)

# %% correct · one_by_one
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    rows = []
    for i in range(len(x)):
        leaf = x[i : i + 1].detach().clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y[i : i + 1]), leaf)
        rows.append((leaf.detach() + epsilon * g.sign()).clamp(low, high))
    return torch.cat(rows)

# %% correct · sum_reduction
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().detach()
    leaf.requires_grad = True
    loss = F.cross_entropy(model(leaf), y, reduction='sum')
    g = torch.autograd.grad(loss, leaf)[0]
    return torch.clamp(x + epsilon * torch.sign(g), min=low, max=high)

# %% correct · where
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    step = torch.where(g > 0, 1.0, -1.0) * (g != 0)
    return (x + epsilon * step).clamp(low, high)

# %% correct · x_asks_for_gradients
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    x.requires_grad_(True)
    loss = F.cross_entropy(model(x), y)
    g = torch.autograd.grad(loss, x)[0]
    x.requires_grad_(False)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · away_from_the_answer · predicted_label
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_(True)
    logits = model(leaf)
    loss = F.cross_entropy(logits, logits.argmax(dim=1))
    (slope,) = torch.autograd.grad(loss, leaf)
    return (x.detach() + epsilon * slope.sign()).clamp(low, high)

# %% wrong · clamp_lower_only · fixed_range
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g.sign()).clamp(min=low)

# %% wrong · clamp_minus_one · fixed_range
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g.sign()).clamp(-1, 1)

# %% wrong · clamp_zero_one · fixed_range
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g.sign()).clamp(0, 1)

# %% wrong · clamps_perturbation · clamped_change
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return x + (+ epsilon * g.sign()).clamp(low, high)

# %% wrong · epsilon_fixed · epsilon_ignored
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + 0.15 * g.sign()).clamp(low, high)

# %% wrong · epsilon_missing · epsilon_ignored
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + g.sign()).clamp(low, high)

# %% wrong · epsilon_over_255 · epsilon_ignored
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon / 255 * g.sign()).clamp(low, high)

# %% wrong · first_gradient_for_all · one_for_all
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g[:1].sign()).clamp(low, high)

# %% wrong · first_only · wrong_shape
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g.sign()).clamp(low, high)[:1]

# %% wrong · flat · wrong_shape
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g.sign()).clamp(low, high).flatten(1)

# %% wrong · gradients_left · gradients_left
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    F.cross_entropy(model(leaf), y).backward()
    return (x + epsilon * leaf.grad.sign()).clamp(low, high)

# %% wrong · in_place · modifies_inputs
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    x += epsilon * g.sign()
    return x.clamp_(low, high)

# %% wrong · input_asks_for_gradients · modifies_inputs
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    x.requires_grad_(True)
    (slope,) = torch.autograd.grad(F.cross_entropy(model(x), y), x)
    return (x + epsilon * slope.sign()).clamp(low, high).detach()

# %% wrong · in_training_and_back · attacks_in_training_mode
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    model.train()
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    model.eval()
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · keeps_graph · keeps_graph
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (leaf + epsilon * g.sign()).clamp(low, high)

# %% wrong · left_frozen · model_changed
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    model.requires_grad_(False)
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · left_in_train · model_changed
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    model.train()
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · logit_of_class · other_loss
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    chosen = model(leaf).gather(1, y[:, None]).sum()
    (g,) = torch.autograd.grad(-chosen, leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · nan_where_flat · nan_where_flat
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g / g.abs()).clamp(low, high)

# %% wrong · nll_of_logits · other_loss
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.nll_loss(model(leaf), y), leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · nll_of_logits_too · other_loss
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(F.nll_loss(model(leaf), y), leaf)
    return torch.clamp(leaf.detach() + epsilon * slope.sign(), min=low, max=high)

# %% wrong · no_clamp · no_clamp
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return x + epsilon * g.sign()

# %% wrong · normalised · sign_missing
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    n = g.flatten(1).norm(dim=1).reshape(-1, 1, 1, 1)
    return (x + epsilon * g / n).clamp(low, high)

# %% wrong · numpy · wrong_type
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g.sign()).clamp(low, high).numpy()

# %% wrong · one_for_all_pictures · one_for_all
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g.mean(0, keepdim=True).sign()).clamp(low, high)

# %% wrong · perturbation_only · perturbation_only
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return + epsilon * g.sign()

# %% wrong · predicted_label · predicted_label
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    out = model(leaf)
    (g,) = torch.autograd.grad(F.cross_entropy(out, out.argmax(1)), leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · probabilities_into_cross_entropy · other_loss
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_(True)
    loss = F.cross_entropy(model(leaf).softmax(dim=1), y)
    (slope,) = torch.autograd.grad(loss, leaf)
    return (x + epsilon * slope.sign()).clamp(low, high).detach()

# %% wrong · random_sign
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    return (x + epsilon * torch.randn_like(x).sign()).clamp(low, high)

# %% wrong · random_start
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    z = x + epsilon * (2 * torch.rand_like(x) - 1)
    leaf = z.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (z + epsilon * g.sign()).clamp(low, high).detach()

# %% wrong · scaled_to_largest · sign_missing
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g / g.abs().max()).clamp(low, high)

# %% wrong · sign_missing · sign_missing
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g).clamp(low, high)

# %% wrong · sign_missing_sum · sign_missing
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y, reduction='sum'), leaf)
    return (x + epsilon * g).clamp(low, high)

# %% wrong · softmax_first · other_loss
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf).softmax(1), y), leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · sum_of_logits · other_loss
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(model(leaf).sum(), leaf)
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · tanh · sign_missing
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * torch.tanh(g)).clamp(low, high)

# %% wrong · targets_least_likely · own_class
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    out = model(leaf)
    (g,) = torch.autograd.grad(F.cross_entropy(out, out.argmin(1)), leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · two_steps
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    z = x
    for _ in range(2):
        leaf = z.detach().clone().requires_grad_()
        (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
        z = (z + epsilon * g.sign()).clamp(low, high)
    return z.detach()

# %% wrong · under_no_grad · raises
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    with torch.no_grad():
        leaf = x.clone()
        loss = F.cross_entropy(model(leaf), y)
    loss.backward()
    return (x + epsilon * leaf.grad.sign()).clamp(low, high)

# %% wrong · unit_interval · fixed_range
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    with torch.enable_grad():
        leaf = x.detach().clone().requires_grad_(True)
        slope = torch.autograd.grad(F.cross_entropy(model(leaf), y, reduction="sum"), leaf)[0]
    return (x.detach() + epsilon * torch.sign(slope)).clamp(0.0, 1.0)

# %% wrong · up_or_down · flat_pixels_move
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_(True)
    (slope,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    eta = torch.where(slope >= 0, epsilon, -epsilon)
    return (x.detach() + eta).clamp(low, high)

# %% wrong · weights_move · model_changed
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    loss = F.cross_entropy(model(leaf), y)
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    opt.zero_grad()
    loss.backward()
    opt.step()
    opt.zero_grad()
    return (x + epsilon * leaf.grad.sign()).clamp(low, high)

# %% wrong · wrong_way · descends
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x - epsilon * g.sign()).clamp(low, high)

# %% wrong · wrong_way_free · descends
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return x - epsilon * g.sign()

# %% noisy · plots
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    import matplotlib.pyplot as plt
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    plt.imshow(g[0, 0])
    plt.show()
    bild = (x + epsilon * g.sign()).clamp(low, high)
    return bild

# %% noisy · talks
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    import warnings
    warnings.warn('attacking')
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    print('mean slope', g.abs().mean())
    return (x + epsilon * g.sign()).clamp(low, high)

# %% wrong · range_of_the_batch · fixed_range
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    return (x + epsilon * g.sign()).clamp(x.min(), x.max())
