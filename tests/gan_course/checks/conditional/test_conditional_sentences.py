"""Each mistake of the bank gets its own sentence, word for word."""

from __future__ import annotations

import pytest

CASES = [
    (
        "one_hot/transposed",
        "✗ returned shape (5, 4), wanted (4, 5)",
        "Samples run down, classes run across: row i belongs to sample i of the batch.",
    ),
    (
        "one_hot/integers",
        "✗ holds numbers of type int64, wanted floating-point ones",
        "The next thing that happens to these rows is nn.Linear, which multiplies by floats.",
    ),
    (
        "one_hot/counts_from_one",
        "✗ the ones stand in columns [1, 4, 2, 1], wanted [2, 0, 3, 2]",
        "Off by one: labels count from 0, and so do columns.",
    ),
    (
        "one_hot/all_labels_in_each_row",
        "✗ row of label 2: [1.0, 0.0, 1.0, 1.0, 0.0], wanted a single 1 among zeros",
        "Exactly one entry of a row is 1: the one in the column of its label.",
    ),
    (
        "mismatched_labels/any_class",
        "✗ 94 of 1000 labels are the right ones, wanted none",
        "A pair that fits by accident would be shown to D as a wrong one. Shuffling, or drawing "
        "any class, lets that happen. What is the smallest and the largest step from y to another "
        "class?",
    ),
    (
        "mismatched_labels/no_modulo",
        "✗ labels from 1 to 18, wanted from 0 to 9",
        "Counting on from the last class leads out of the range: where should it lead instead?",
    ),
    (
        "mismatched_labels/next_class",
        "✗ every label moved by the same step, 1",
        "Then each class has one wrong label for ever, and D learns those pairs by heart.",
    ),
    (
        "mismatched_labels/one_step_for_all",
        "✗ every label moved by the same step, 9",
        "One random number for the whole batch: how many does a batch of N labels need?",
    ),
    (
        "mismatched_labels/collision_moves_on",
        "✗ steps to the wrong label come between 89 and 194 times in 1000",
        "All classes − 1 wrong labels should be equally likely, about 111 times each. What becomes "
        "of draws that hit the true label?",
    ),
    (
        "mismatched_labels/seeded",
        "✗ two calls gave the same labels",
        "Is a random seed set inside the function? The caller decides about seeds.",
    ),
    (
        "make_generator/y_dropped",
        "✗ the picture is the same for every label",
        "The label is taken and dropped. It has to enter the layers beside the other input.",
    ),
    (
        "make_generator/last_two_merged",
        "✗ labels 9 and 10 give the same picture",
        "Each class needs a code of its own.",
    ),
    (
        "make_generator/z_dropped",
        "✗ 4 of 4 numbers of the first input change nothing",
        "Without z a class has one picture, and no variety. Does all of z reach the first layer?",
    ),
    (
        "make_generator/label_as_number",
        "✗ neighbouring labels give similar pictures, distant ones do not",
        "It looks as if the label came in as a number. A 9 is not nine times a 1: give each class "
        "a column, or a row of a table, of its own.",
    ),
    (
        "make_generator/label_at_the_end",
        "✗ the label shifts every picture by the same amount, whatever the other input",
        "Then nothing depends on both together. The label must meet the other input before a bend, "
        "or be multiplied with it.",
    ),
    (
        "make_generator/sigmoid_at_end",
        "✗ with wild weights pixels lie between 0.00 and 1.00, wanted −1 and 1",
        "Black is −1 and white is 1 in the data. Which function squashes any number into this range?",
    ),
    (
        "make_generator/table_not_registered",
        "✗ two networks with the same parameters give different outputs",
        "Some of its numbers are not parameters, so no optimiser trains them: a table made with "
        "torch.randn must become an nn.Parameter or an nn.Embedding.",
    ),
    (
        "make_discriminator/label_added_to_logit",
        "✗ the label shifts every verdict by the same amount, whatever the other input",
        "Then nothing depends on both together. The label must meet the other input before a bend, "
        "or be multiplied with it.",
    ),
    (
        "make_discriminator/sigmoid_at_end",
        "✗ with wild weights logits lie between 0.00 and 1.00",
        "A logit is any real number; a sigmoid belongs into the loss, not at the end of D.",
    ),
    (
        "make_discriminator/batch_norm",
        "✗ the verdict on a pair changes with the other pairs of its batch",
        "Does something (batch normalisation, a mean, a sum over the batch) mix the rows?",
    ),
    (
        "make_discriminator/projection_of_linear_features",
        "✗ for a given label the verdict is a linear map of the image",
        "A linear D has one direction for each class. What has to stand between two linear layers?",
    ),
    (
        "discriminator_loss/not_halved",
        "✗ value on 7 matched, 5 fake and 4 mismatched logits: yours 2.8118, wanted 1.7699",
        "Fakes and mismatched pairs share one side: together they weigh as much as the right pairs.",
    ),
    (
        "discriminator_loss/mismatched_as_real",
        "✗ value on 7 matched, 5 fake and 4 mismatched logits: yours 1.5824, wanted 1.7699",
        "Here a real image with a wrong label is called right. It is real, but the pair is wrong.",
    ),
    (
        "discriminator_loss/mismatched_left_out",
        "✗ value on 7 matched, 5 fake and 4 mismatched logits: yours 1.6007, wanted 1.7699",
        "The mismatched pairs do not count, and the fakes weigh as much as the right pairs.",
    ),
    (
        "discriminator_loss/ascent",
        "✗ value on 7 matched, 5 fake and 4 mismatched logits: yours −1.7699, wanted 1.7699",
        "This is what D climbs. An optimiser goes downhill: what must it descend?",
    ),
    (
        "discriminator_loss/pooled_wrong_pairs",
        "✗ value on 7 matched, 5 fake and 4 mismatched logits: yours 1.7511, wanted 1.7699",
        "The wrong pairs went into one mean. Each kind has a mean of its own.",
    ),
    (
        "generator_loss/shuffled_for_d",
        "✗ D got the labels [2, 1, 0, 2], wanted [2, 0, 1, 2]",
        "D must say whether G made what it was asked for: the same labels again.",
    ),
    (
        "generator_loss/zeros_for_g",
        "✗ G got the labels [0, 0, 0, 0], wanted [2, 0, 1, 2]",
        "`labels` says what G should make.",
    ),
    (
        "generator_loss/own_noise",
        "✗ G got other noise than the z that was given",
        "z is an argument: the caller draws it.",
    ),
    (
        "generator_loss/saturating",
        "✗ value on four samples: yours −1.7116, wanted 1.7584",
        "This is log(1 − σ(a)), the saturating loss.",
    ),
    (
        "generator_loss/images_detached",
        "✗ no gradient reaches G",
        "The way from the loss through D and through x = G(z, y) must not be cut (detach, no_grad).",
    ),
    (
        "generator_loss/overflows",
        "✗ where D's logits are near −300: yours inf",
        "σ(−300) is rounded to 0, and log 0 is −∞. Look for a function that takes logits and never forms σ.",
    ),
    (
        "discriminator_step/mismatched_by_shuffling",
        "✗ mismatch was never asked for wrong labels",
        "The third kind of pair is a real image with a wrong label: mismatch(labels) makes them.",
    ),
    (
        "discriminator_step/fakes_judged_under_wrong",
        "✗ the loss was not given D's logits of the three kinds of pairs",
        "The fakes were judged under the wrong labels. A fake carries the label it was made for.",
    ),
    (
        "discriminator_step/fakes_with_wrong_labels",
        "✗ the loss was not given D's logits of the three kinds of pairs",
        "The third pair holds fakes. A fake is wrong already; the mismatched pair has a real image.",
    ),
    (
        "discriminator_step/mismatch_unused",
        "✗ the loss was not given D's logits of the three kinds of pairs",
        "The third pair is the first one again: where do the wrong labels come in?",
    ),
    (
        "discriminator_step/labels_reversed",
        "✗ the loss was not given D's logits of the three kinds of pairs",
        "All three are there, in another order: matched, fake, mismatched.",
    ),
    (
        "discriminator_step/zero_label_for_fakes",
        "✗ G was asked for [0, 0, 0, 0, 0]",
        "All fakes of one class: ask for the labels of the batch, so that D meets fakes of every class.",
    ),
    (
        "discriminator_step/stale_gradients",
        "✗ D was carried away by an old gradient",
        "backward() adds to the gradients that are there, and an earlier step left some. Clear them.",
    ),
    (
        "discriminator_step/new_optimizer",
        "✗ the optimiser you were handed took 0 steps, wanted 1",
        "It remembers its momentum from step to step; a new one, or an update by hand, forgets it.",
    ),
    (
        "discriminator_step/seed_in_step",
        "✗ the random seed was set inside the step",
        "Then every step draws the same numbers. Seed once, before training.",
    ),
    (
        "class_grid/turned",
        "✗ each z fills a row, and the class changes along it",
        "Turn it: a row is one class. Which of the two changes slowly along the list?",
    ),
    (
        "class_grid/first_z_only",
        "✗ a row shows the same z over and over",
        "All variety within a row comes from z: a column for each of them.",
    ),
    (
        "class_grid/fresh_noise_each_row",
        "✗ the images are not those of every class with every z",
        "The grid uses the z it is given, in every row the same.",
    ),
    (
        "class_grid/keeps_graph",
        "✗ the images still hold the graph of their gradients",
        "Nobody trains on a picture: torch.no_grad() spares the memory.",
    ),
    (
        "class_grid/left_in_eval",
        "✗ the generator was left in evaluation mode, or frozen",
        "Whoever trains on finds it changed. Switch back what you switch.",
    ),
    (
        "encode_captions/letters_inside",
        '✗ "slightly thin 1": yours says "thin", "light", "slightly", "1", wanted "thin", "slightly", "1"',
        '"light" stands inside "slightly". Split the caption into words first.',
    ),
    (
        "encode_captions/counts",
        '✗ "thin thin 7": yours says "thin" = 2.00, "7", wanted "thin", "7"',
        "A word said twice counts once: the code says which words occur.",
    ),
    (
        "encode_captions/capitals_differ",
        '✗ "Thick 1": yours says "1", wanted "thick", "1"',
        "Capitals ask for the same picture. Bring the caption to lower case.",
    ),
    (
        "encode_captions/transposed",
        "✗ returned shape (7, 6), wanted (6, 7)",
        "A row for each caption, a column for each word.",
    ),
    (
        "encode_captions/unknown_word_last_column",
        '✗ "a very thick 7 please": yours says "thick", "7", "17", wanted "thick", "7"',
        "Words that are not in the vocabulary are left out.",
    ),
]


@pytest.mark.parametrize(("where", "line", "teach"), CASES, ids=[case[0] for case in CASES])
def test_a_wrong_answer_gets_its_sentence(red, wrong_answer, where, line, teach):
    exercise, name = where.split("/")
    assert red(exercise, wrong_answer(exercise, name)) == (line, teach)
