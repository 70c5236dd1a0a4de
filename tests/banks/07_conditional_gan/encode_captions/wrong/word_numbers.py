# misconception: word_numbers
def encode_captions(captions, vocabulary):
    numbers = [[vocabulary.index(w) for w in c.lower().split() if w in vocabulary] for c in captions]
    longest = max(len(n) for n in numbers)
    return torch.tensor([n + [-1] * (longest - len(n)) for n in numbers])
