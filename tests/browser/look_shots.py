"""Takes pictures of the world from the views in headset_client/harness, for people to look at. It asserts nothing.

Usage: python tests/browser/look_shots.py [view ...]; pictures go to build/screens/look/.
Needs Chromium and the client's node modules.
"""

from __future__ import annotations

import functools
import http.server
import subprocess
import sys
import threading
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Error, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "headset_client"
BUILT = ROOT / "build" / "look"
PICTURES = ROOT / "build" / "screens" / "look"
VIEWS = [
    *("bus_far", "bus_near", "bus_eight", "bus_here", "bus_coming", "board", "street", "worn", "calm", "calm_left"),
    *("people", "bodies", "backs", "tones", "mouths", "postures", "gestures", "film", "far", "portraits"),
    *("company", "company_bodies", "company_far", "company_warm", "company_cool", "holding"),
]
PLACES = [
    *("park", "flat", "shop", "office", "clinic", "stairwell", "cafe", "peer_cafe"),
    *("quay", "venue", "meeting_room", "home", "friends_flat", "talk_room", "workplace"),
]
VIEWS += [f"place-{place}-{view}" for place in PLACES for view in ("start", "left", "right", "behind", "read", "cues")]
FLAGS = [
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    "--disable-background-networking",
    "--no-proxy-server",
]
NOISE = ("GPU stall", "GL Driver")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the built harness without a line for every request."""

    def log_message(self, format: str, *args: object) -> None:
        return


def build() -> None:
    """Builds the harness; raises when Vite fails."""
    vite = CLIENT / "node_modules" / ".bin" / "vite"
    subprocess.run([vite, "build", "--config", "harness/vite.config.ts", "--logLevel", "error"], cwd=CLIENT, check=True)


def tell(view: str, message: ConsoleMessage) -> None:
    if message.type in ("error", "warning") and not any(noise in message.text for noise in NOISE):
        print(view, message.text[:600])


def tell_error(view: str, error: Error) -> None:
    print(view, "PAGE ERROR", error)


def shoot(views: list[str], port: int) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for view in views:
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            page.on("console", functools.partial(tell, view))
            page.on("pageerror", functools.partial(tell_error, view))
            page.goto(f"http://127.0.0.1:{port}/?view={view}", wait_until="commit")
            page.wait_for_function("() => window.done", timeout=90_000)
            print(page.evaluate("() => JSON.stringify(window.done)"))
            page.screenshot(path=PICTURES / f"{view}.png")
            page.close()
        browser.close()


def main() -> None:
    build()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=BUILT))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    shoot(sys.argv[1:] or VIEWS, server.server_address[1])
    server.shutdown()


if __name__ == "__main__":
    main()
