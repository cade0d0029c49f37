"""Secrets that end, in virtual time."""

from __future__ import annotations

from server.secrets_table import SecretsTable


def test_a_secret_is_good_until_its_time_is_over() -> None:
    now = [0.0]
    table: SecretsTable[str] = SecretsTable(lambda: now[0], lifetime=30, most=10)
    secret = table.make("seat")
    assert table.look_up(secret) == "seat"
    now[0] = 30.0
    assert table.look_up(secret) is None


def test_a_ticket_is_good_once() -> None:
    table: SecretsTable[str] = SecretsTable(lambda: 0.0, lifetime=30, most=10)
    secret = table.make("seat")
    assert table.use(secret) == "seat"
    assert table.use(secret) is None


def test_the_oldest_goes_when_the_table_is_full() -> None:
    table: SecretsTable[int] = SecretsTable(lambda: 0.0, lifetime=30, most=3)
    made = [table.make(number) for number in range(4)]
    assert [table.look_up(secret) for secret in made] == [None, 1, 2, 3]


def test_another_table_takes_over_what_one_had_kept_without_knowing_any_secret() -> None:
    now = [0.0]
    table: SecretsTable[str] = SecretsTable(lambda: now[0], lifetime=30, most=10)
    first = table.make("first")
    now[0] = 10.0
    second = table.make("second")
    kept = table.kept()
    assert first not in str(kept)
    after: SecretsTable[str] = SecretsTable(lambda: now[0], lifetime=30, most=10)
    after.keep(reversed(kept))
    assert (after.look_up(first), after.look_up(second)) == ("first", "second")
    now[0] = 30.0
    assert (after.look_up(first), after.use(second), after.look_up(second)) == (None, "second", None)


def test_every_change_is_counted() -> None:
    table: SecretsTable[str] = SecretsTable(lambda: 0.0, lifetime=30, most=10)
    counted = [table.changes]
    secret = table.make("seat")
    counted.append(table.changes)
    table.look_up(secret)
    assert table.changes == counted[-1]
    table.forget(secret)
    counted.append(table.changes)
    table.forget_where(lambda opens: True)
    counted.append(table.changes)
    assert counted == sorted(set(counted))
