# misconception: rows_shared
def encode_captions(captions, vocabulary):
    rows = [[0.0] * len(vocabulary)] * len(captions)
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            if word in vocabulary:
                rows[i][vocabulary.index(word)] = 1.0
    return torch.tensor(rows)
