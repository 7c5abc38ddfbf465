"""What is alleged of which thing: the deed, the parties, where and when.

A sentence goes to `finder`. What is alleged of a system that it names is in `mentions`, of one named before in
`earlier`, by a noun in `nominals` and `tails`, of a place in `control` (with `taking` and `holding`), of people in
`people` and `corps`, of strikes whose aircraft are not named in `airstrikes` and `branches`, of arms that a verb alone
tells of in `arming`; what is only said by the way in `asides`, what is denied in `denied`; what may be alleged of
things left over is guessed in `untold`. `making` makes each claim:

- which system: `kinds`, with `fighters` and `types`; two names of one thing: `appositions`, with `likeness`
- which action: `actions`, with the rules of `fighting`, `losing`, `moving`, `having` and `upkeep`, else `nearest`; of a
  load: `cargoes`; whether done: `mood`
- who: `parties`: who does it (`doers`), whose it was (`owners`), who gets it (`receivers`,
  several of them `sharing`), who is against (`foes`)
- where and when: `circumstances`, with `surroundings`, `places`, `times`, and `scenes` for what the story tells before

All ask `memory` what the text has spoken of (`discourse`), whom words mean (`anaphora`), whose a thing is (`forces`)
and which place is meant (`localities`).
"""
