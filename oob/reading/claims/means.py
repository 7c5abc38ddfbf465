"""With the use of drones, by means of a drone: what something is done with, told by a noun before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from oob.reading.claims.memory import Memory
from oob.reading.grammar.lexicon import bag
from oob.reading.grammar.syntax import Noun

_USE: Final = bag("use help aid means assistance employment support backing cover")
_SUPPORT: Final = bag("support backing cover assistance help")
"""What comes from somebody, or is given by him."""
_BY: Final = bag("with by through under thanks")


def tell_means(nouns: Sequence[Noun], memory: Memory) -> None:
    """Has a thing that is the means of a deed stand after "using"; people who help are none."""
    for noun in nouns:
        use = noun.host
        if noun.prep == "of" and use is not None and use.head == "course" and use.prep == "in":
            _put_in_place(noun, use, "during")  # in the course of fighting
            continue
        given = noun.prep == "of" or (noun.prep in ("from", "by") and use is not None and use.head in _SUPPORT)
        if not given or use is None or use.head not in _USE or use.prep not in _BY or use.system is not None:
            continue
        id_ = memory.meaning(noun.system, "system")
        if id_ is not None and not memory.knowledge.is_personnel(id_):
            _put_in_place(noun, use, "using")


def _put_in_place(noun: Noun, use: Noun, prep: str) -> None:
    """Ties a phrase to what the noun before it hangs on."""
    noun.prep, noun.host = prep, use.host
    use.of = [each for each in use.of if each is not noun]
    use.after = [each for each in use.after if each is not noun]
    if use.host is not None:
        use.host.after.append(noun)
    aside = use.host.verbs if use.host is not None and not use.verbs and use.set_off else ()
    deeds = [verb for verb, role in use.verbs if role == use.prep] or [
        verb for verb, role in aside if role == "subject"
    ]
    for verb in deeds:  # the army, with support of jets, took the town
        verb.preps.append(noun)
        noun.verbs.append((verb, prep))
