"""Drafts: writing them, many at a time; what they repeat; reviewing and editing them.

From a file to its draft: `files` finds what to read, `run` reads it in two rounds, `crew` is the processes and `hand`
what each does with a file, `naming` what a draft is called, `folder` what was read before, `outcomes` what is told.
One draft: `draft` composes it, `wording` says a claim in our words, `block` is its YAML. What repeats what:
`fingerprints` of texts, `repeats` among them, `shared` origins. Afterwards: `reviewing` is what a person decides,
`edits` what that does to the text of the file, `keeping` how the file is changed in place.
"""
