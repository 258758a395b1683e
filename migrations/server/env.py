"""Alembic's environment for the server: the connection is handed in by the program, never made here."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True)
context.run_migrations()
