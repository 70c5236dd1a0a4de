import warnings


def encode_captions(captions, vocabulary):
    sätze = [caption.lower().split() for caption in captions]
    for satz in sätze:
        for wort in satz:
            if wort not in vocabulary:
                warnings.warn(f"unknown word {wort}", stacklevel=2)
    print(len(sätze), "captions")
    return torch.tensor([[float(w in satz) for w in vocabulary] for satz in sätze])
