import logging


def average_weights(averaged, model, keep):
    with torch.no_grad():
        for i, (alt, neu) in enumerate(zip(averaged.parameters(), model.parameters(), strict=True)):
            logging.warning("Schicht %d", i)
            print("Δ =", (neu - alt).norm().item())
            alt.copy_(alt * keep + neu * (1 - keep))
