"""Which tone a reply takes, and whether it is a negative one.

The share of negative replies is what steers distress (Hartanto, Brinkman et al., PLOS ONE 2014: r(6) = .91), so the
share that a level promises is the share delivered: error diffusion in whole quarters, no chance. With `owed` kept in
-2..1, any run of replies at one level holds within one of its promised share.
"""

from __future__ import annotations

QUARTERS = 4


def next_reply(owed: int, level: int) -> tuple[bool, int]:
    """Whether the next counted reply at this level (0-4 quarters) is negative, and what is owed then."""
    owed += level
    if owed >= QUARTERS // 2:
        return True, owed - QUARTERS
    return False, owed


def speaking_ms(text: str) -> int:
    """How long a line takes to say, in ms: about 15 letters a second, and never too short to be read."""
    return max(1400, min(9000, 900 + 58 * len(text)))
