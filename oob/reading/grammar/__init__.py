"""English as far as news needs it: words, phrases, who does what to whom.

A sentence goes through `words` (what each may be), `settling` (what it is here, with `telling`), `phrases`, which
begins `noun_phrases` and `verb_groups`, and `clauses`, which tie them: `participles` tells those that are no verbs of a
clause, `gapping` puts in verbs that are left out, `subjects` finds who does it, `attaching` what a noun hangs on,
`ellipsis` what else is left out. `tallies` and `citations` know what only daily counts and notes in brackets have.
Data: `lexicon`, `verbs`, `marks`; `syntax` has what all of them make.
"""
