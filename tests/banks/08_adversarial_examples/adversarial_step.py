# %% correct · autograd_grad
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    own = list(model.parameters())
    for p, g in zip(own, torch.autograd.grad(loss, own)):
        p.grad = g
    optimizer.step()
    return loss.item()

# %% correct · closure
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    def closure():
        optimizer.zero_grad()
        loss = F.cross_entropy(model(z), y)
        loss.backward()
        return loss
    return optimizer.step(closure).item()

# %% correct · closure_too
def adversarial_step(model, optimizer, x, y, attack):
    pictures = attack(model, x, y).clone().detach()

    def closure():
        model.zero_grad(set_to_none=False)
        loss = nn.CrossEntropyLoss()(model(pictures), y)
        loss.backward()
        return loss

    return optimizer.step(closure).item()

# %% correct · eval_for_the_attack
def adversarial_step(model, optimizer, x, y, attack):
    model.eval()
    z = attack(model, x, y)
    model.train()
    optimizer.zero_grad()
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    return loss.item()

# %% correct · freezes_for_the_attack
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    model.requires_grad_(True)
    model.zero_grad()
    loss = F.nll_loss(F.log_softmax(model(z), dim=1), y)
    loss.backward()
    optimizer.step()
    return loss.detach().item()

# %% correct · gradients_by_hand
def adversarial_step(model, optimizer, x, y, attack):
    attacked = attack(model, x, y).detach()
    weights = [p for p in model.parameters() if p.requires_grad]
    loss = F.nll_loss(F.log_softmax(model(attacked), dim=1), y)
    optimizer.zero_grad()
    for p, slope in zip(weights, torch.autograd.grad(loss, weights), strict=True):
        p.grad = slope
    optimizer.step()
    return float(loss.detach())

# %% correct · grads_to_none
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    for p in model.parameters():
        p.grad = None
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    return loss.item()

# %% correct · keywords
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model=model, x=x, y=y)
    optimizer.zero_grad()
    loss = F.cross_entropy(input=model(z), target=y)
    loss.backward()
    optimizer.step()
    return loss.item()

# %% correct · numpy_return
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.detach().numpy()[()]

# %% correct · plain
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% correct · sum_divided
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y, reduction='sum') / len(y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% correct · watches_the_clean_loss
def adversarial_step(model, optimizer, x, y, attack):
    with torch.no_grad():
        before = F.cross_entropy(model(x), y)
    z = attack(model, x, y)
    optimizer.zero_grad()
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    return loss.tolist()

# %% correct · zero_after_attack
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y).detach()
    optimizer.zero_grad(set_to_none=False)
    loss = nn.CrossEntropyLoss()(model(z), y)
    loss.backward()
    optimizer.step()
    return float(loss)

# %% wrong · added · trains_on_both
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(x), y) + F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · after_the_step · wrong_return
def adversarial_step(model, optimizer, x, y, attack):
    attacked = attack(model, x, y)
    optimizer.zero_grad()
    F.cross_entropy(model(attacked), y).backward()
    optimizer.step()
    with torch.no_grad():
        return F.cross_entropy(model(attacked), y).item()

# %% wrong · attack_with_predictions · attack_not_used
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, model(x).argmax(1))
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · attacks_twice · attacks_twice
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, attack(model, x, y), y) * 0.5 + x * 0.5
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · clean · trains_on_clean
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · clean_step_first · trains_on_both
def adversarial_step(model, optimizer, x, y, attack):
    ordinary = F.cross_entropy(model(x), y)
    optimizer.zero_grad()
    ordinary.backward()
    optimizer.step()
    loss = F.cross_entropy(model(attack(model, x, y)), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · clean_then_attacked · trains_on_both
def adversarial_step(model, optimizer, x, y, attack):
    for z in (x, attack(model, x, y)):
        loss = F.cross_entropy(model(z), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()

# %% wrong · cleared_before_the_attack · gradients_of_the_attack
def adversarial_step(model, optimizer, x, y, attack):
    optimizer.zero_grad()
    loss = F.cross_entropy(model(attack(model, x, y)), y)
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · clipped · gradients_clipped
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 0.1)
    optimizer.step()
    return loss.item()

# %% wrong · in_place · modifies_inputs
def adversarial_step(model, optimizer, x, y, attack):
    x.copy_(attack(model, x, y))
    loss = F.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · joined · trains_on_both
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(torch.cat([x, z])), torch.cat([y, y]))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · learns_in_eval · learns_in_eval
def adversarial_step(model, optimizer, x, y, attack):
    model.eval()
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    model.train()
    return loss.item()

# %% wrong · left_frozen · left_frozen
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    model.requires_grad_(False)
    return loss.item()

# %% wrong · left_in_eval · learns_in_eval
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    model.eval()
    return loss.item()

# %% wrong · logits_detached · cut_from_the_model
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z).detach(), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · loss_after · wrong_return
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return F.cross_entropy(model(z), y).item()

# %% wrong · loss_as_tensor · not_a_number
def adversarial_step(model, optimizer, x, y, attack):
    attacked = attack(model, x, y)
    optimizer.zero_grad(set_to_none=True)
    loss = F.cross_entropy(model(attacked), y)
    loss.backward()
    optimizer.step()
    return loss.detach()

# %% wrong · mixed · trains_on_both
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = 0.5 * F.cross_entropy(model(x), y) + 0.5 * F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · new_optimizer · new_optimizer
def adversarial_step(model, optimizer, x, y, attack):
    opt = torch.optim.SGD(model.parameters(), lr=optimizer.param_groups[0]['lr'])
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    return loss.item()

# %% wrong · no_attack · attack_not_used
def adversarial_step(model, optimizer, x, y, attack):
    loss = F.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · no_grad_attack · attack_without_gradients
def adversarial_step(model, optimizer, x, y, attack):
    with torch.no_grad():
        z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · no_step · no_step
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    return loss.item()

# %% wrong · no_zero · gradients_of_the_attack
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · only_the_fooling_ones · some_left_out
def adversarial_step(model, optimizer, x, y, attack):
    attacked = attack(model, x, y)
    logits = model(attacked)
    fooled = logits.argmax(dim=1) != y
    if not fooled.any():
        return 0.0
    loss = F.cross_entropy(logits[fooled], y[fooled])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · own_attack · attack_not_used
def adversarial_step(model, optimizer, x, y, attack):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    z = (x + 0.15 * g.sign()).clamp(0, 1)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · predicted_labels · predicted_labels
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), model(x).argmax(1))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · returns_clean_loss · wrong_return
def adversarial_step(model, optimizer, x, y, attack):
    clean = F.cross_entropy(model(x), y).item()
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return clean

# %% wrong · returns_detached · not_a_number
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.detach()

# %% wrong · returns_nothing · not_a_number
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

# %% wrong · returns_tensor · keeps_graph
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss

# %% wrong · smoothing · label_smoothing
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y, label_smoothing=0.1)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · softmax_first · other_loss
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z).softmax(1), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · step_first · no_step
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    optimizer.step()
    loss.backward()
    return loss.item()

# %% wrong · summed_loss · other_loss
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y, reduction='sum')
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · trained_in_eval · learns_in_eval
def adversarial_step(model, optimizer, x, y, attack):
    model.eval()
    attacked = attack(model, x, y)
    loss = F.cross_entropy(model(attacked), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    model.train()
    return loss.item()

# %% wrong · two_steps · two_steps
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    optimizer.step()
    return loss.item()

# %% wrong · uphill · wrong_way
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    (-loss).backward()
    optimizer.step()
    return loss.item()

# %% wrong · what_the_model_says · predicted_labels
def adversarial_step(model, optimizer, x, y, attack):
    attacked = attack(model, x, y).detach()
    with torch.no_grad():
        believed = model(x).argmax(dim=1)
    loss = F.cross_entropy(model(attacked), believed)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · wrong_order · raises
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(x, y, model)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · zero_at_the_end · gradients_of_the_attack
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return loss.item()

# %% wrong · zero_before_attack · gradients_of_the_attack
def adversarial_step(model, optimizer, x, y, attack):
    optimizer.zero_grad()
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    return loss.item()

# %% wrong · zero_in_between · no_step
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()

# %% noisy · talks
def adversarial_step(model, optimizer, x, y, attack):
    import warnings
    warnings.warn('step')
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    for p in model.parameters():
        print(p.grad.norm())
    optimizer.step()
    return loss.item()

# %% noisy · umlauts
def adversarial_step(model, optimizer, x, y, attack):
    import logging, time
    logging.error('Schritt')
    bösartig = attack(model, x, y)
    verlust = F.cross_entropy(model(bösartig), y)
    optimizer.zero_grad()
    verlust.backward()
    optimizer.step()
    time.sleep(0.01)
    return verlust.item()
