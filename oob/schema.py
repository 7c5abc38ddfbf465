"""Every table of the database. A change here comes with a migration in migrations/versions/.

Dates are ISO text (`2020-05-26`), so that both kinds of database store, compare and return them alike. A check that
says what a column holds (a date, a flag, one of a list) has it in its `info` too, for those who describe the tables.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text
from sqlmodel import Field, SQLModel

from oob import vocabulary

# Before the first table: SQLite's batch migrations can only touch constraints that have names.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def _key() -> Column[str]:
    return Column(String, primary_key=True)


def _to(target: str, *, required: bool = False, index: bool = False) -> Column[str]:
    return Column(String, ForeignKey(f"{target}.id"), nullable=not required, index=index)


def _up(own: str) -> Column[str]:
    """A reference to a row of the same table; checked at commit, so that rows may come in any order."""
    return Column(String, ForeignKey(f"{own}.id", deferrable=True, initially="DEFERRED"), nullable=True, index=True)


def _in_list(column: str, members: Iterable[str]) -> CheckConstraint:
    listed = ", ".join(f"'{member}'" for member in members)
    return CheckConstraint(
        f"{column} IN ({listed})", name=f"{column}_known", info={"list": column, "of": tuple(members)}
    )


def _flag(column: str) -> CheckConstraint:
    """A column that is 1 or 0, for both kinds of database."""
    return CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_flag", info={"flag": column})


def _dates(earliest: str = "earliest", latest: str = "latest") -> tuple[CheckConstraint, ...]:
    iso = "{0} IS NULL OR length({0}) = 10"
    return (
        CheckConstraint(iso.format(earliest), name=f"{earliest}_iso", info={"date": earliest}),
        CheckConstraint(iso.format(latest), name=f"{latest}_iso", info={"date": latest}),
        CheckConstraint(f"{earliest} <= {latest}", name=f"{earliest}_first"),
    )


class System(SQLModel, table=True):
    """An equipment type or class, or a class of personnel. `parent` is is-a."""

    id: str = Field(sa_column=_key())
    name: str
    parent: str | None = Field(default=None, sa_column=_up("system"))
    definition: str | None = None
    wikidata: str | None = None


class Place(SQLModel, table=True):
    """A base, town, country, sea or front. Coordinates in degrees (WGS 84), precision as a radius in kilometres."""

    __table_args__ = (
        _in_list("kind", vocabulary.PLACE_KINDS),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude_range"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude_range"),
        CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="coordinates_paired"),
        CheckConstraint("precision_km > 0", name="precision_positive"),
    )
    id: str = Field(sa_column=_key())
    name: str
    kind: str
    within: str | None = Field(default=None, sa_column=_up("place"))
    latitude: float | None = None
    longitude: float | None = None
    precision_km: float | None = None
    wikidata: str | None = None
    note: str | None = None


class Force(SQLModel, table=True):
    """Whoever holds or uses systems. `theatre` is the place where it fights."""

    __table_args__ = (_in_list("kind", vocabulary.FORCE_KINDS),)
    id: str = Field(sa_column=_key())
    name: str
    short: str | None = None
    kind: str
    part_of: str | None = Field(default=None, sa_column=_up("force"))
    theatre: str | None = Field(default=None, sa_column=_to("place"))
    wikidata: str | None = None
    note: str | None = None


class Source(SQLModel, table=True):
    """Whoever speaks. The root of its `part_of` line is the party that it counts as."""

    __table_args__ = (
        _in_list("kind", vocabulary.SOURCE_KINDS),
        _in_list("reliability", vocabulary.RELIABILITY),
    )
    id: str = Field(sa_column=_key())
    name: str
    short: str | None = None
    kind: str
    part_of: str | None = Field(default=None, sa_column=_up("source"))
    reliability: str
    reason: str
    wikidata: str | None = None


class SystemMaker(SQLModel, table=True):
    """A country that designs or builds a system, in the order written."""

    __tablename__ = "system_maker"
    __table_args__ = (CheckConstraint("position >= 0", name="position_positive"),)
    system: str = Field(sa_column=Column(String, ForeignKey("system.id"), primary_key=True))
    position: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    place: str = Field(sa_column=_to("place", required=True, index=True))


class Alias(SQLModel, table=True):
    """A spelling that the press uses for a system, force, place or source, with its normal form.

    Ids, names and short names stand here too (`listed` is 0 for them), so that one look-up answers every spelling.
    """

    __table_args__ = (
        _in_list("kind", vocabulary.ENTITIES),
        _flag("listed"),
        *(
            CheckConstraint(f"(kind = '{kind}') = ({kind} IS NOT NULL)", name=f"{kind}_by_kind")
            for kind in vocabulary.ENTITIES
        ),
    )
    kind: str = Field(sa_column=Column(String, primary_key=True))
    normal: str = Field(sa_column=Column(String, primary_key=True))
    written: str
    listed: int
    system: str | None = Field(default=None, sa_column=_to("system", index=True))
    force: str | None = Field(default=None, sa_column=_to("force", index=True))
    place: str | None = Field(default=None, sa_column=_to("place", index=True))
    source: str | None = Field(default=None, sa_column=_to("source", index=True))


class Report(SQLModel, table=True):
    """One published document. `repeats` is the report that it re-publishes."""

    __table_args__ = (
        *_dates(),
        CheckConstraint("repeats <> id", name="repeats_another"),
        CheckConstraint("sha256 IS NULL OR length(sha256) = 64", name="sha256_length"),
    )
    id: str = Field(sa_column=_key())
    publisher: str = Field(sa_column=_to("source", required=True, index=True))
    title: str | None = None
    authors: str | None = None
    published: str
    earliest: str | None = None
    latest: str | None = None
    dated_by: str
    repeats: str | None = Field(default=None, sa_column=_up("report"))
    url: str | None = None
    sha256: str | None = None
    note: str | None = None


class Origin(SQLModel, table=True):
    """One utterance or observation; many reports can carry it. `report` is the file that defines it."""

    __table_args__ = (_in_list("basis", vocabulary.BASES), *_dates())
    id: str = Field(sa_column=_key())
    report: str = Field(sa_column=_to("report", required=True, index=True))
    speaker: str = Field(sa_column=_to("source", required=True, index=True))
    through: str | None = Field(default=None, sa_column=_to("source"))
    made: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str
    note: str | None = None


class Event(SQLModel, table=True):
    """What claims are about; claims on one event are alternatives. `report` is the file that defines it."""

    __table_args__ = (_in_list("kind", vocabulary.EVENT_KINDS),)
    id: str = Field(sa_column=_key())
    report: str = Field(sa_column=_to("report", required=True, index=True))
    kind: str
    title: str
    note: str | None = None


class Claim(SQLModel, table=True):
    """One assertion in one report, traced to one origin. Its id is `report/key`."""

    __table_args__ = (
        _in_list("action", vocabulary.ACTIONS),
        _in_list("stance", vocabulary.STANCES),
        *_dates(),
        CheckConstraint("id = report || '/' || key", name="id_from_report"),
        CheckConstraint("paragraph > 0", name="paragraph_positive"),
        CheckConstraint("count_low >= 0", name="count_low_positive"),
        CheckConstraint("count_high >= count_low", name="count_ordered"),
        CheckConstraint("(count_text IS NULL) = (count_low IS NULL)", name="count_worded"),
        CheckConstraint("count_high IS NULL OR count_low IS NOT NULL", name="count_high_not_alone"),
        _flag("approximate"),
    )
    id: str = Field(sa_column=_key())
    report: str = Field(sa_column=_to("report", required=True, index=True))
    key: str
    origin: str = Field(sa_column=_to("origin", required=True, index=True))
    event: str | None = Field(default=None, sa_column=_to("event", index=True))
    paragraph: int
    says: str = Field(sa_column=Column(Text, nullable=False))
    action: str
    stance: str
    system: str | None = Field(default=None, sa_column=_to("system", index=True))
    system_text: str | None = None
    count_text: str | None = None
    count_low: int | None = Field(default=None, sa_column=Column(Integer))
    count_high: int | None = Field(default=None, sa_column=Column(Integer))
    approximate: int = 0
    operator: str | None = Field(default=None, sa_column=_to("force", index=True))
    owner: str | None = Field(default=None, sa_column=_to("force", index=True))
    supplier: str | None = Field(default=None, sa_column=_to("force"))
    beneficiary: str | None = Field(default=None, sa_column=_to("force", index=True))
    opponent: str | None = Field(default=None, sa_column=_to("force", index=True))
    moment: str | None = None
    earliest: str | None = None
    latest: str | None = None
    when_text: str | None = None
    withdrawn: str | None = None
    note: str | None = None


class ClaimPlace(SQLModel, table=True):
    """A place in a claim, by role; several of one role stand in the order written."""

    __tablename__ = "claim_place"
    __table_args__ = (
        _in_list("role", vocabulary.PLACE_ROLES),
        CheckConstraint("position >= 0", name="position_positive"),
    )
    claim: str = Field(sa_column=Column(String, ForeignKey("claim.id"), primary_key=True))
    role: str = Field(sa_column=Column(String, primary_key=True))
    position: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    place: str = Field(sa_column=_to("place", required=True, index=True))


class Reading(SQLModel, table=True):
    """What a claim was read from, where a program proposed it: the passage, how sure it was (0 to 1), and why."""

    __table_args__ = (CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence_range"),)
    claim: str = Field(sa_column=Column(String, ForeignKey("claim.id"), primary_key=True))
    passage: str | None = Field(default=None, sa_column=Column(Text))
    confidence: float | None = None
    because: str | None = Field(default=None, sa_column=Column(Text))


class Loading(SQLModel, table=True):
    """One load or attachment: who changed the catalogue, when (UTC, ISO), with which program, and why."""

    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    at: str
    by: str
    program: str
    why: str | None = None


class Change(SQLModel, table=True):
    """One record that a loading touched. `earlier` is its former state as JSON, empty for a new record."""

    __table_args__ = (
        Index("ix_change_record", "record"),
        _in_list("what", ("added", "changed", "withdrawn", "reinstated")),
        CheckConstraint("(what = 'added') = (earlier IS NULL)", name="earlier_kept"),
    )
    loading: int = Field(sa_column=Column(Integer, ForeignKey("loading.id"), primary_key=True))
    position: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    kind: str
    record: str
    what: str
    earlier: str | None = Field(default=None, sa_column=Column(Text))
    later: str = Field(sa_column=Column(Text, nullable=False))


class ReportText(SQLModel, table=True):
    """The text of a report as its user attached it, the ground of the paragraph numbers."""

    __tablename__ = "report_text"
    report: str = Field(sa_column=Column(String, ForeignKey("report.id"), primary_key=True))
    sha256: str
    text: str = Field(sa_column=Column(Text, nullable=False))


def tables() -> Mapping[str, Table]:
    """The tables by name."""
    return SQLModel.metadata.tables
