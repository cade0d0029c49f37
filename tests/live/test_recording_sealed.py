"""What is said in a room that is recorded is in no byte of anything that the server writes, alive or killed."""

from __future__ import annotations

import asyncio
import re
import signal
from pathlib import Path

import aiohttp

from rooms import intents as i
from tests.live.live_client import LiveClient
from tests.live.server_process import server_process
from tests.live.test_recording_reentry import KEPT_S, assert_in_no_byte

NAME = "Zebedeus"
SAID = {
    "line": "the quokka dreams of liquorice", "whisper": "a wombat stands behind you", "mark": "the numbat was calm",
    "instruction": "platypus says hello", "played": "bandicoot takes the bus",
}  # fmt: skip
"""Made up so that none of them can come into a file by chance."""


async def test_a_canary_is_in_no_byte_of_data_log_or_temporary_files(
    http: aiohttp.ClientSession, tmp_path: Path
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    env = {"TMPDIR": str(temporary), "SQLITE_TMPDIR": str(temporary), "PROVEROM_LOG": "debug"}
    async with server_process("--language", "en", home=tmp_path, env=env) as served:
        client = await LiveClient.join(http, served.base, served.client_code)
        await client.connect()
        assert (await client.ask(i.Knock(NAME, "sol", "en"))).ok
        therapist = await served.therapist(http)
        for intent in (i.Admit(client.you), i.Continue(), i.AskToRecord()):
            assert (await therapist.ask(intent)).ok
        assert (await client.ask(i.Consent(True))).ok
        for person, said in (
            (client, i.Say(text=SAID["line"])), (therapist, i.Whisper(client.you, SAID["whisper"])),
            (therapist, i.Mark(SAID["mark"])), (therapist, i.Instruct("berit", SAID["instruction"])),
            (therapist, i.Take("berit")), (therapist, i.SpeakAs("berit", text=SAID["played"])),
        ):  # fmt: skip
            assert (await person.ask(said)).ok
        await asyncio.sleep(KEPT_S)
        written = {path.name.partition(".")[2] for path in (tmp_path / "data" / "sessions").iterdir()}
        assert {"proverom", "proverom-wal"} <= written
        secrets = [NAME, *SAID.values(), client.seat or "", served.client_code]
        assert_in_no_byte(tmp_path, *secrets)
        assert leaves_no_dump(served.process.pid)
        served.process.send_signal(signal.SIGABRT)
        assert await served.end() == -signal.SIGABRT
        assert_in_no_byte(tmp_path, *secrets)
        assert (tmp_path / "log").stat().st_size > 0
        await client.close()
        await therapist.close()


def leaves_no_dump(process: int) -> bool:
    limits = Path(f"/proc/{process}/limits").read_text(encoding="ascii")
    return re.search(r"Max core file size +0 +0 ", limits) is not None
