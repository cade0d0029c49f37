"""Every kind of fact has been thought of: whose it is, and what is left of it."""

from __future__ import annotations

from rooms import facts as f
from server.recording.owners import BY_FACT, OF_SESSION, together


def test_it_is_said_of_every_kind_of_fact_whose_it_is() -> None:
    """A new fact that holds a name, words or more of a person than an id must not be the session's."""
    assert {*BY_FACT} | {*OF_SESSION} == {*f.FACTS}
    assert not {*BY_FACT} & {*OF_SESSION}


def test_nobody_is_a_part_owner_twice() -> None:
    assert together(["t1", "c1", None, "t1"]) == "c1+t1"
    assert together([None]) == ""
