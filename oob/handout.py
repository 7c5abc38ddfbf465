"""A dossier as one page: its tables, with the pictures that are drawn from them and the passages they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import oob
from oob import holdings
from oob.formats import html
from oob.pictures import map as map_
from oob.pictures import timeline, tree
from oob.pictures.look import PAGE, Look
from oob.reckoning import END
from oob.report.dossiers import Dossier
from oob.report.inventories import Answer, asked
from oob.report.words import Words, day, listed


def page(dossier: Dossier, command: str, paragraphs: Mapping[str, Sequence[str]]) -> str:
    """The page of a dossier. `command` is the command that makes it; `paragraphs` are those of the attached texts, by
    report."""
    [first, *_] = dossier.answers
    words = Words(first.known)
    names = [words.full_force(answer.inventory.question.factions[0]) for answer in dossier.answers]
    tables = {
        table.name: table
        for table in (
            *(dossier.summary, dossier.sides, dossier.forces, dossier.timeline, dossier.places, dossier.routes),
            *(dossier.claims, dossier.sources, dossier.speakers, dossier.reports),
        )
    }
    if dossier.compared is not None:
        tables["compared"] = dossier.compared
    return html.dossier(
        html.Contents(
            title=dossier.title,
            subject=listed(names),
            asked=tuple(_asked(first, words)),
            cited=asked(dossier.together),
            command=command,
            inventories=dossier.inventories,
            whys=dossier.whys,
            tables=tables,
            pictures=_pictures(dossier),
            passages=_passages(dossier, paragraphs),
        )
    )


def _asked(answer: Answer, words: Words) -> Iterator[tuple[str, str]]:
    question = answer.inventory.question
    yield "As of", day(question.as_of) if question.as_of != END else "no day given: all that is alleged"
    if question.known_by != END:
        yield "Known by", day(question.known_by)
    if question.at:
        yield "At", words.place(question.at)
    if question.system:
        yield "Of", words.system(question.system)
    yield "Rules", holdings.RULES
    yield "Program", f"oob {oob.__version__}"


def _pictures(dossier: Dossier) -> dict[str, str]:
    """Pictures of times, places and forces, each under the name of its table."""

    def look(name: str) -> Look:
        return replace(PAGE, width=1120, name=f"picture-{name}", anchor="#s")

    found = {"timeline": timeline.draw(dossier.timeline, look("timeline"))}
    if dossier.places.rows:
        found["places"] = map_.draw(dossier.places, dossier.routes, look("map"))
    if dossier.forces.rows:
        found["forces"] = tree.draw(dossier.forces, look("tree"))
    return found


def _passages(dossier: Dossier, paragraphs: Mapping[str, Sequence[str]]) -> dict[tuple[str, int], str]:
    """The paragraphs that the dossier's claims stand in, where the reports' texts are attached."""
    keys = [column.key for column in dossier.claims.columns]
    report, number = keys.index("report"), keys.index("paragraph")
    found: dict[tuple[str, int], str] = {}
    for row in dossier.claims.rows:
        told, at = paragraphs.get(str(row[report]), ()), row[number]
        if isinstance(at, int) and at <= len(told):
            found[str(row[report]), at] = told[at - 1]
    return found
