from collections.abc import Callable
from contextlib import AbstractContextManager

Setup: Callable[[list[str], Callable[[bytes], None]], list[str]]
Fuzz: Callable[[], None]

def instrument_imports(include: list[str] | None = ...) -> AbstractContextManager[None]: ...
