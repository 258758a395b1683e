"""Reading and writing through statements built once with SQLAlchemy Core.

A statement is compiled to SQL text the first time it is used and run on the DBAPI cursor from then on:
the same SQL, without the price of result objects, which doubles the time of a ledger page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement

Row = tuple[Any, ...]

_dialect = SQLiteDialect_pysqlite(paramstyle="qmark")


@lru_cache(maxsize=512)
def _compiled(statement: ClauseElement) -> tuple[str, tuple[str, ...], Mapping[str, Any]]:
    compiled = statement.compile(dialect=_dialect, compile_kwargs={"render_postcompile": True})
    names = compiled.positiontup if isinstance(compiled, SQLCompiler) else None
    return str(compiled), tuple(names or ()), compiled.params


@lru_cache(maxsize=64)
def insert_sql(table: Table) -> str:
    """Return the INSERT of a whole row, columns in the table's order."""
    names = ", ".join(f'"{c.name}"' for c in table.columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(table.columns))})'


class Session:
    """Runs statements on one connection; every report and every rule reads through it.

    Attributes:
        before_read: called before each read, so that a unit of work can first write what is pending.
    """

    def __init__(self, connection: Any, before_read: Callable[[], None] | None = None) -> None:
        self._connection = connection
        self.before_read = before_read

    def reading_after(self, before_read: Callable[[], None]) -> Session:
        """Return a session on the same connection that calls ``before_read`` before each read."""
        return Session(self._connection, before_read)

    def rows(self, statement: ClauseElement, **params: object) -> list[Row]:
        """Return all rows of a SELECT as plain tuples. Build statements once, at module level."""
        result: list[Row] = self._run(statement, params).fetchall()
        return result

    def stream(self, statement: ClauseElement, **params: object) -> Iterator[Row]:
        """Yield the rows of a SELECT one by one, for results too long to hold."""
        yield from self._run(statement, params)

    def row(self, statement: ClauseElement, **params: object) -> Row | None:
        """Return the first row, or None."""
        result: Row | None = self._run(statement, params).fetchone()
        return result

    def value(self, statement: ClauseElement, **params: object) -> Any:
        """Return the first column of the first row, or None."""
        row = self.row(statement, **params)
        return None if row is None else row[0]

    def _run(self, statement: ClauseElement, params: Mapping[str, object]) -> Any:
        if self.before_read is not None:
            self.before_read()
        sql, names, defaults = _compiled(statement)
        values = [params[name] if name in params else defaults[name] for name in names]
        return self._connection.execute(sql, values)

    def execute(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Run one SQL text (the projection and the pragmas); returns the DBAPI cursor."""
        return self._connection.execute(sql, values)

    def insert(self, table: Table, rows: Sequence[Sequence[object]]) -> None:
        """Insert whole rows, values in the table's column order."""
        if len(rows) == 1:
            self._connection.execute(insert_sql(table), rows[0])
        elif rows:
            self._connection.executemany(insert_sql(table), rows)

    def execute_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Run one SQL text for each row of values."""
        if len(rows) == 1:
            self._connection.execute(sql, rows[0])
        elif rows:
            self._connection.executemany(sql, rows)
