# misconception: rows_shared
def encode_captions(captions, vocabulary):
    rows, row = [], [0.0] * len(vocabulary)
    for caption in captions:
        for word in caption.lower().split():
            if word in vocabulary:
                row[vocabulary.index(word)] = 1.0
        rows.append(list(row))
    return torch.tensor(rows)
