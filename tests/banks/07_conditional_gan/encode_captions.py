# %% correct · comprehension
def encode_captions(captions, vocabulary):
    said = [set(caption.lower().split()) for caption in captions]
    return torch.tensor([[1.0 if word in words else 0.0 for word in vocabulary] for words in said])

# %% correct · counts_clamped
from collections import Counter


def encode_captions(captions, vocabulary):
    rows = []
    for caption in captions:
        counts = Counter(caption.lower().split(" "))
        rows.append([min(1, counts[word]) for word in vocabulary])
    return torch.tensor(rows, dtype=torch.float32)

# %% correct · lookup_table
def encode_captions(captions, vocabulary):
    column = {word: j for j, word in enumerate(vocabulary)}
    bags = torch.zeros((len(captions), len(column)))
    for i, caption in enumerate(captions):
        known = [column[w] for w in caption.casefold().split() if w in column]
        bags[i, known] = 1
    return bags

# %% correct · lower_both_sides
def encode_captions(captions, vocabulary):
    vocabulary = [word.lower() for word in vocabulary]
    out = [[word in caption.lower().split() for word in vocabulary] for caption in captions]
    return torch.tensor(out).float()

# %% correct · nested_loops
def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            if word in vocabulary:
                rows[i, vocabulary.index(word)] = 1.0
    return rows

# %% correct · padded_search
def encode_captions(captions, vocabulary):
    padded = [" " + " ".join(c.lower().split()) + " " for c in captions]
    return torch.tensor([[float(f" {w} " in c) for w in vocabulary] for c in padded])

# %% correct · regular_expression
import re


def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary), dtype=torch.float64)
    for i, caption in enumerate(captions):
        words = re.findall(r"\S+", caption.lower())
        for j, word in enumerate(vocabulary):
            rows[i, j] = float(word in words)
    return rows

# %% correct · sum_of_one_hots
def encode_captions(captions, vocabulary):
    words = list(vocabulary)
    rows = []
    for caption in captions:
        places = [words.index(w) for w in caption.lower().split() if w in words]
        one_hots = torch.eye(len(words))[torch.tensor(places, dtype=torch.long)]
        rows.append(one_hots.sum(0).clamp(max=1))
    return torch.stack(rows)

# %% correct · try_except
def encode_captions(captions, vocabulary):
    result = torch.zeros([len(captions), len(vocabulary)])
    for row, caption in zip(result, captions):
        for word in caption.lower().strip().split():
            try:
                row[vocabulary.index(word)] = 1
            except ValueError:
                pass
    return result

# %% correct · sum_then_clamp
def encode_captions(captions, vocabulary):
    place = {word: j for j, word in enumerate(vocabulary)}
    bags = torch.zeros(len(captions), len(vocabulary))
    for row, caption in zip(bags, captions, strict=True):
        for word in map(str.casefold, caption.split()):
            if word in place:
                row[place[word]] += 1
    return bags.clamp_(max=1)

# %% correct · sets
def encode_captions(captions, vocabulary):
    def bag(caption):
        said = frozenset(caption.lower().split())
        return torch.tensor([float({word} <= said) for word in vocabulary])

    return torch.stack([bag(caption) for caption in captions])

# %% wrong · booleans · not_float
def encode_captions(captions, vocabulary):
    return torch.tensor([[w in c.lower().split() for w in vocabulary] for c in captions])

# %% wrong · capitals_differ · case_matters
def encode_captions(captions, vocabulary):
    return torch.tensor([[float(w in caption.split()) for w in vocabulary] for caption in captions])

# %% wrong · characters · letter_by_letter
def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for letter in caption.lower():
            if letter in vocabulary:
                rows[i, vocabulary.index(letter)] = 1
    return rows

# %% wrong · counts · counts_words
def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            if word in vocabulary:
                rows[i, vocabulary.index(word)] += 1
    return rows

# %% wrong · first_word_only · one_word_only
def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            if word in vocabulary:
                rows[i, vocabulary.index(word)] = 1
                break
    return rows

# %% wrong · integers · not_float
def encode_captions(captions, vocabulary):
    return torch.tensor([[int(w in c.lower().split()) for w in vocabulary] for c in captions])

# %% wrong · last_word_only · one_word_only
def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            if word in vocabulary:
                rows[i] = 0
                rows[i, vocabulary.index(word)] = 1
    return rows

# %% wrong · letters_inside · substring
def encode_captions(captions, vocabulary):
    return torch.tensor([[float(word in caption.lower()) for word in vocabulary] for caption in captions])

# %% wrong · letters_inside_cased · substring
def encode_captions(captions, vocabulary):
    return torch.tensor([[1.0 if word in caption else 0.0 for word in vocabulary] for caption in captions])

# %% wrong · lists · wrong_type
def encode_captions(captions, vocabulary):
    return [[float(w in c.lower().split()) for w in vocabulary] for c in captions]

# %% wrong · off_by_one · off_by_one
def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            if word in vocabulary:
                rows[i, vocabulary.index(word) - 1] = 1
    return rows

# %% wrong · one_bag_for_all · rows_shared
def encode_captions(captions, vocabulary):
    words = " ".join(captions).lower().split()
    return torch.tensor([[float(w in words) for w in vocabulary]] * len(captions))

# %% wrong · reversed_vocabulary · other_order
def encode_captions(captions, vocabulary):
    words = list(reversed(vocabulary))
    return torch.tensor([[float(w in caption.lower().split()) for w in words] for caption in captions])

# %% wrong · row_not_cleared · rows_shared
def encode_captions(captions, vocabulary):
    rows, row = [], [0.0] * len(vocabulary)
    for caption in captions:
        for word in caption.lower().split():
            if word in vocabulary:
                row[vocabulary.index(word)] = 1.0
        rows.append(list(row))
    return torch.tensor(rows)

# %% wrong · same_list_in_every_row · rows_shared
def encode_captions(captions, vocabulary):
    rows = [[0.0] * len(vocabulary)] * len(captions)
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            if word in vocabulary:
                rows[i][vocabulary.index(word)] = 1.0
    return torch.tensor(rows)

# %% wrong · shares · divided_by_length
def encode_captions(captions, vocabulary):
    rows = torch.tensor([[float(w in c.lower().split()) for w in vocabulary] for c in captions])
    return rows / rows.sum(1, keepdim=True).clamp(min=1)

# %% wrong · sorted_vocabulary · other_order
def encode_captions(captions, vocabulary):
    words = sorted(vocabulary)
    return torch.tensor([[float(w in caption.lower().split()) for w in words] for caption in captions])

# %% wrong · transposed · wrong_axis
def encode_captions(captions, vocabulary):
    return torch.tensor([[float(w in c.lower().split()) for c in captions] for w in vocabulary])

# %% wrong · unit_length · divided_by_length
def encode_captions(captions, vocabulary):
    rows = torch.tensor([[float(w in c.lower().split()) for w in vocabulary] for c in captions])
    return F.normalize(rows, dim=1)

# %% wrong · unknown_word_last_column · unknown_word
def encode_captions(captions, vocabulary):
    column = {word: j for j, word in enumerate(vocabulary)}
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            rows[i, column.get(word, -1)] = 1
    return rows

# %% wrong · unknown_word_stops · unknown_word
def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for word in caption.lower().split():
            rows[i, vocabulary.index(word)] = 1
    return rows

# %% wrong · unknown_word_stops_dictionary · unknown_word
def encode_captions(captions, vocabulary):
    column = {word: j for j, word in enumerate(vocabulary)}
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        rows[i, [column[w] for w in caption.lower().split()]] = 1
    return rows

# %% wrong · whole_caption_as_word · one_word_only
def encode_captions(captions, vocabulary):
    return torch.tensor([[float(caption.lower() == w) for w in vocabulary] for caption in captions])

# %% wrong · word_numbers · word_numbers
def encode_captions(captions, vocabulary):
    numbers = [[vocabulary.index(w) for w in c.lower().split() if w in vocabulary] for c in captions]
    longest = max(len(n) for n in numbers)
    return torch.tensor([n + [-1] * (longest - len(n)) for n in numbers])

# %% wrong · counts_words · counts_words
def encode_captions(captions, vocabulary):
    from collections import Counter

    rows = []
    for caption in captions:
        said = Counter(caption.lower().split())
        rows.append([float(said[word]) for word in vocabulary])
    return torch.tensor(rows)

# %% wrong · case_matters · case_matters
def encode_captions(captions, vocabulary):
    bags = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        for j, word in enumerate(vocabulary):
            if word in caption.split():
                bags[i, j] = 1
    return bags

# %% wrong · same_row_again · rows_shared
def encode_captions(captions, vocabulary):
    bags = [[0.0] * len(vocabulary)] * len(captions)
    for row, caption in zip(bags, captions):
        for word in caption.lower().split():
            if word in vocabulary:
                row[vocabulary.index(word)] = 1.0
    return torch.tensor(bags)

# %% wrong · sum_of_nothing · unknown_word
def encode_captions(captions, vocabulary):
    unit = torch.eye(len(vocabulary))
    place = {word: i for i, word in enumerate(vocabulary)}
    bags = []
    for caption in captions:
        known = [place[word] for word in caption.lower().split() if word in place]
        bags.append(unit[known].amax(dim=0))
    return torch.stack(bags)

# %% wrong · alphabetical · other_order
def encode_captions(captions, vocabulary):
    words = sorted(set(vocabulary))
    bags = torch.zeros(len(captions), len(words))
    for i, caption in enumerate(captions):
        said = set(caption.lower().split())
        bags[i] = torch.tensor([w in said for w in words], dtype=torch.float32)
    return bags

# %% wrong · whole_bags · not_float
def encode_captions(captions, vocabulary):
    said = [set(caption.lower().split(" ")) for caption in captions]
    return torch.tensor([[word in words for word in vocabulary] for words in said])

# %% wrong · strangers · unknown_word
def encode_captions(captions, vocabulary):
    place = dict(zip(vocabulary, range(len(vocabulary))))
    bags = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        bags[i, [place[w] for w in caption.lower().split()]] = 1.0
    return bags

# %% noisy · warns
import warnings


def encode_captions(captions, vocabulary):
    sätze = [caption.lower().split() for caption in captions]
    for satz in sätze:
        for wort in satz:
            if wort not in vocabulary:
                warnings.warn(f"unknown word {wort}", stacklevel=2)
    print(len(sätze), "captions")
    return torch.tensor([[float(w in satz) for w in vocabulary] for satz in sätze])
