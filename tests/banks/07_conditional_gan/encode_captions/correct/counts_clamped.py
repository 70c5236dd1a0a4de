from collections import Counter


def encode_captions(captions, vocabulary):
    rows = []
    for caption in captions:
        counts = Counter(caption.lower().split(" "))
        rows.append([min(1, counts[word]) for word in vocabulary])
    return torch.tensor(rows, dtype=torch.float32)
