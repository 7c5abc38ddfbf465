"""Alembic's entry: runs the migrations on the connection that `oob.store` hands over."""

from alembic import context

from oob import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.SQLModel.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
