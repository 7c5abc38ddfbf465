"""Texts of reports, attached by the user; origins that reach a report through somebody else.

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "report_text",
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name="fk_report_text_report_report"),
        sa.PrimaryKeyConstraint("report", name="pk_report_text"),
    )
    with op.batch_alter_table("origin") as origin:
        origin.add_column(sa.Column("through", sa.String(), nullable=True))
        origin.create_foreign_key("fk_origin_through_source", "source", ["through"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("origin") as origin:
        origin.drop_constraint("fk_origin_through_source", type_="foreignkey")
        origin.drop_column("through")
    op.drop_table("report_text")
