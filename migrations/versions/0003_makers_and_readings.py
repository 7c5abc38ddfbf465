"""The countries that systems are made in; the passages that proposed claims were read from.

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "system_maker",
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.CheckConstraint("position >= 0", name=op.f("ck_system_maker_position_positive")),
        sa.ForeignKeyConstraint(["place"], ["place.id"], name="fk_system_maker_place_place"),
        sa.ForeignKeyConstraint(["system"], ["system.id"], name="fk_system_maker_system_system"),
        sa.PrimaryKeyConstraint("system", "position", name="pk_system_maker"),
    )
    op.create_index("ix_system_maker_place", "system_maker", ["place"])
    op.create_table(
        "reading",
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("passage", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("because", sa.Text(), nullable=True),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_reading_confidence_range")),
        sa.ForeignKeyConstraint(["claim"], ["claim.id"], name="fk_reading_claim_claim"),
        sa.PrimaryKeyConstraint("claim", name="pk_reading"),
    )


def downgrade() -> None:
    op.drop_table("reading")
    op.drop_index("ix_system_maker_place", "system_maker")
    op.drop_table("system_maker")
