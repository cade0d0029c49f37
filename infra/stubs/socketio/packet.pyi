from typing import Any

CONNECT: int
DISCONNECT: int
EVENT: int
ACK: int

class Packet:
    packet_type: int
    namespace: str | None
    id: int | None
    data: Any
    def __init__(
        self,
        packet_type: int = ...,
        data: Any = ...,
        namespace: str | None = ...,
        id: int | None = ...,
        binary: bool | None = ...,
        encoded_packet: Any = ...,
    ) -> None: ...
    def _to_dict(self) -> dict[str, Any]: ...
