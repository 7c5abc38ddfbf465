"""The catalogue: systems, forces, places, sources, reports, origins, events, claims, and the log.

Revision: 0001, after none
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "loading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_loading"),
    )
    op.create_table(
        "place",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("within", sa.String(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("precision_km", sa.Float(), nullable=True),
        sa.Column("wikidata", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('country', 'region', 'area', 'front', 'town', 'base', 'sea')",
            name=op.f("ck_place_kind_known"),
        ),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name=op.f("ck_place_coordinates_paired")),
        sa.CheckConstraint("latitude BETWEEN -90 AND 90", name=op.f("ck_place_latitude_range")),
        sa.CheckConstraint("longitude BETWEEN -180 AND 180", name=op.f("ck_place_longitude_range")),
        sa.CheckConstraint("precision_km > 0", name=op.f("ck_place_precision_positive")),
        sa.ForeignKeyConstraint(
            ["within"], ["place.id"], name="fk_place_within_place", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_place"),
    )
    op.create_index("ix_place_within", "place", ["within"])
    op.create_table(
        "source",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("part_of", sa.String(), nullable=True),
        sa.Column("reliability", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("wikidata", sa.String(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('government', 'organisation', 'outlet', 'person', 'unnamed')",
            name=op.f("ck_source_kind_known"),
        ),
        sa.CheckConstraint("reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name=op.f("ck_source_reliability_known")),
        sa.ForeignKeyConstraint(
            ["part_of"], ["source.id"], name="fk_source_part_of_source", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
    )
    op.create_index("ix_source_part_of", "source", ["part_of"])
    op.create_table(
        "system",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("definition", sa.String(), nullable=True),
        sa.Column("wikidata", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["parent"], ["system.id"], name="fk_system_parent_system", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_system"),
    )
    op.create_index("ix_system_parent", "system", ["parent"])
    op.create_table(
        "change",
        sa.Column("loading", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("earlier", sa.Text(), nullable=True),
        sa.Column("later", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "what IN ('added', 'changed', 'withdrawn', 'reinstated')", name=op.f("ck_change_what_known")
        ),
        sa.CheckConstraint("(what = 'added') = (earlier IS NULL)", name=op.f("ck_change_earlier_kept")),
        sa.ForeignKeyConstraint(["loading"], ["loading.id"], name="fk_change_loading_loading"),
        sa.PrimaryKeyConstraint("loading", "position", name="pk_change"),
    )
    op.create_index("ix_change_record", "change", ["record"])
    op.create_table(
        "force",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("part_of", sa.String(), nullable=True),
        sa.Column("theatre", sa.String(), nullable=True),
        sa.Column("wikidata", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('state', 'government', 'service', 'militia', 'company', 'group', 'coalition')",
            name=op.f("ck_force_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["part_of"], ["force.id"], name="fk_force_part_of_force", initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(["theatre"], ["place.id"], name="fk_force_theatre_place"),
        sa.PrimaryKeyConstraint("id", name="pk_force"),
    )
    op.create_index("ix_force_part_of", "force", ["part_of"])
    op.create_table(
        "report",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("authors", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=False),
        sa.Column("earliest", sa.String(), nullable=True),
        sa.Column("latest", sa.String(), nullable=True),
        sa.Column("dated_by", sa.String(), nullable=False),
        sa.Column("repeats", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("earliest <= latest", name=op.f("ck_report_earliest_first")),
        sa.CheckConstraint("earliest IS NULL OR length(earliest) = 10", name=op.f("ck_report_earliest_iso")),
        sa.CheckConstraint("latest IS NULL OR length(latest) = 10", name=op.f("ck_report_latest_iso")),
        sa.CheckConstraint("repeats <> id", name=op.f("ck_report_repeats_another")),
        sa.CheckConstraint("sha256 IS NULL OR length(sha256) = 64", name=op.f("ck_report_sha256_length")),
        sa.ForeignKeyConstraint(["publisher"], ["source.id"], name="fk_report_publisher_source"),
        sa.ForeignKeyConstraint(
            ["repeats"], ["report.id"], name="fk_report_repeats_report", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
    )
    op.create_index("ix_report_publisher", "report", ["publisher"])
    op.create_index("ix_report_repeats", "report", ["repeats"])
    op.create_table(
        "alias",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("normal", sa.String(), nullable=False),
        sa.Column("written", sa.String(), nullable=False),
        sa.Column("listed", sa.Integer(), nullable=False),
        sa.Column("system", sa.String(), nullable=True),
        sa.Column("force", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.CheckConstraint("(kind = 'force') = (force IS NOT NULL)", name=op.f("ck_alias_force_by_kind")),
        sa.CheckConstraint("(kind = 'place') = (place IS NOT NULL)", name=op.f("ck_alias_place_by_kind")),
        sa.CheckConstraint("(kind = 'source') = (source IS NOT NULL)", name=op.f("ck_alias_source_by_kind")),
        sa.CheckConstraint("(kind = 'system') = (system IS NOT NULL)", name=op.f("ck_alias_system_by_kind")),
        sa.CheckConstraint("kind IN ('system', 'force', 'place', 'source')", name=op.f("ck_alias_kind_known")),
        sa.CheckConstraint("listed IN (0, 1)", name=op.f("ck_alias_listed_flag")),
        sa.ForeignKeyConstraint(["force"], ["force.id"], name="fk_alias_force_force"),
        sa.ForeignKeyConstraint(["place"], ["place.id"], name="fk_alias_place_place"),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name="fk_alias_source_source"),
        sa.ForeignKeyConstraint(["system"], ["system.id"], name="fk_alias_system_system"),
        sa.PrimaryKeyConstraint("kind", "normal", name="pk_alias"),
    )
    op.create_index("ix_alias_force", "alias", ["force"])
    op.create_index("ix_alias_place", "alias", ["place"])
    op.create_index("ix_alias_source", "alias", ["source"])
    op.create_index("ix_alias_system", "alias", ["system"])
    op.create_table(
        "event",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint("kind IN ('presence', 'arrival', 'departure', 'use')", name=op.f("ck_event_kind_known")),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name="fk_event_report_report"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_report", "event", ["report"])
    op.create_table(
        "origin",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=True),
        sa.Column("earliest", sa.String(), nullable=True),
        sa.Column("latest", sa.String(), nullable=True),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "basis IN ('imagery', 'briefing', 'statement', 'document', 'own reporting', 'hearsay')",
            name=op.f("ck_origin_basis_known"),
        ),
        sa.CheckConstraint("earliest <= latest", name=op.f("ck_origin_earliest_first")),
        sa.CheckConstraint("earliest IS NULL OR length(earliest) = 10", name=op.f("ck_origin_earliest_iso")),
        sa.CheckConstraint("latest IS NULL OR length(latest) = 10", name=op.f("ck_origin_latest_iso")),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name="fk_origin_report_report"),
        sa.ForeignKeyConstraint(["speaker"], ["source.id"], name="fk_origin_speaker_source"),
        sa.PrimaryKeyConstraint("id", name="pk_origin"),
    )
    op.create_index("ix_origin_report", "origin", ["report"])
    op.create_index("ix_origin_speaker", "origin", ["speaker"])
    op.create_table(
        "claim",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=True),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("system", sa.String(), nullable=True),
        sa.Column("system_text", sa.String(), nullable=True),
        sa.Column("count_text", sa.String(), nullable=True),
        sa.Column("count_low", sa.Integer(), nullable=True),
        sa.Column("count_high", sa.Integer(), nullable=True),
        sa.Column("approximate", sa.Integer(), nullable=False),
        sa.Column("operator", sa.String(), nullable=True),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("supplier", sa.String(), nullable=True),
        sa.Column("beneficiary", sa.String(), nullable=True),
        sa.Column("opponent", sa.String(), nullable=True),
        sa.Column("moment", sa.String(), nullable=True),
        sa.Column("earliest", sa.String(), nullable=True),
        sa.Column("latest", sa.String(), nullable=True),
        sa.Column("when_text", sa.String(), nullable=True),
        sa.Column("withdrawn", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "action IN ('present', 'operates', 'based', 'stored', 'exercised', 'serviced', 'damaged', 'deployed', 'delivered', 'supplied', 'purchased', 'withdrawn', 'destroyed', 'shot-down', 'crashed', 'killed', 'captured', 'transported', 'escorted', 'refuelled', 'repainted', 'struck', 'laid', 'backs', 'controls', 'recruited', 'trained', 'planned')",
            name=op.f("ck_claim_action_known"),
        ),
        sa.CheckConstraint("id = report || '/' || key", name=op.f("ck_claim_id_from_report")),
        sa.CheckConstraint(
            "stance IN ('asserted', 'assessed', 'alleged', 'possible', 'denied')",
            name=op.f("ck_claim_stance_known"),
        ),
        sa.CheckConstraint("(count_text IS NULL) = (count_low IS NULL)", name=op.f("ck_claim_count_worded")),
        sa.CheckConstraint("approximate IN (0, 1)", name=op.f("ck_claim_approximate_flag")),
        sa.CheckConstraint("count_high IS NULL OR count_low IS NOT NULL", name=op.f("ck_claim_count_high_not_alone")),
        sa.CheckConstraint("count_high >= count_low", name=op.f("ck_claim_count_ordered")),
        sa.CheckConstraint("count_low >= 0", name=op.f("ck_claim_count_low_positive")),
        sa.CheckConstraint("earliest <= latest", name=op.f("ck_claim_earliest_first")),
        sa.CheckConstraint("earliest IS NULL OR length(earliest) = 10", name=op.f("ck_claim_earliest_iso")),
        sa.CheckConstraint("latest IS NULL OR length(latest) = 10", name=op.f("ck_claim_latest_iso")),
        sa.CheckConstraint("paragraph > 0", name=op.f("ck_claim_paragraph_positive")),
        sa.ForeignKeyConstraint(["beneficiary"], ["force.id"], name="fk_claim_beneficiary_force"),
        sa.ForeignKeyConstraint(["event"], ["event.id"], name="fk_claim_event_event"),
        sa.ForeignKeyConstraint(["operator"], ["force.id"], name="fk_claim_operator_force"),
        sa.ForeignKeyConstraint(["opponent"], ["force.id"], name="fk_claim_opponent_force"),
        sa.ForeignKeyConstraint(["origin"], ["origin.id"], name="fk_claim_origin_origin"),
        sa.ForeignKeyConstraint(["owner"], ["force.id"], name="fk_claim_owner_force"),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name="fk_claim_report_report"),
        sa.ForeignKeyConstraint(["supplier"], ["force.id"], name="fk_claim_supplier_force"),
        sa.ForeignKeyConstraint(["system"], ["system.id"], name="fk_claim_system_system"),
        sa.PrimaryKeyConstraint("id", name="pk_claim"),
    )
    op.create_index("ix_claim_beneficiary", "claim", ["beneficiary"])
    op.create_index("ix_claim_event", "claim", ["event"])
    op.create_index("ix_claim_operator", "claim", ["operator"])
    op.create_index("ix_claim_opponent", "claim", ["opponent"])
    op.create_index("ix_claim_origin", "claim", ["origin"])
    op.create_index("ix_claim_owner", "claim", ["owner"])
    op.create_index("ix_claim_report", "claim", ["report"])
    op.create_index("ix_claim_system", "claim", ["system"])
    op.create_table(
        "claim_place",
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.CheckConstraint("role IN ('at', 'near', 'from', 'via', 'to')", name=op.f("ck_claim_place_role_known")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_claim_place_position_positive")),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_claim_place_claim_claim"),
        sa.ForeignKeyConstraint(["place"], ["place.id"], name="fk_claim_place_place_place"),
        sa.PrimaryKeyConstraint("claim", "role", "position", name="pk_claim_place"),
    )
    op.create_index("ix_claim_place_place", "claim_place", ["place"])


def downgrade() -> None:
    for table in (
        "claim_place",
        "claim",
        "origin",
        "event",
        "alias",
        "report",
        "force",
        "change",
        "system",
        "source",
        "place",
        "loading",
    ):
        op.drop_table(table)
