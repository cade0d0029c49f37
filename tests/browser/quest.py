"""An emulated Quest 3 on somebody's head: moves it, looks at things, in the coordinates of the place."""

from __future__ import annotations

import math
from typing import Any

from playwright.async_api import Page

Point = tuple[float, float, float]


class Quest:
    """Wraps a page whose context has the IWER device. Angles in radians, positions in metres; `probe` is the page's."""

    def __init__(self, page: Page, probe: str = "__room") -> None:
        self.page = page
        self._probe = f"window.{probe}"
        self._yaw_of_place = 0.0

    async def put_on(self) -> None:
        """Stands upright at 1.6 m and finds out how the headset's floor lies in the place."""
        await self.page.wait_for_function(f"{self._probe}?.inVr() === true")
        await self.move(0.0, 1.6, 0.0)
        await self.page.wait_for_function(f"Math.abs({self._probe}.pose()?.head.p[1] - 1.6) < 0.005")
        turn = (await self.told())["head"]["q"]
        self._yaw_of_place = 2 * math.atan2(turn[1], turn[3])

    async def told(self) -> Any:
        """The body as the page last told it to the others."""
        return await self.page.evaluate(f"{self._probe}.pose()")

    async def move(self, x: float, y: float, z: float) -> None:
        await self.page.evaluate("([x, y, z]) => __quest.position.set(x, y, z)", [x, y, z])

    async def hands(self, left: Point, right: Point) -> None:
        for side, at in (("left", left), ("right", right)):
            await self.page.evaluate("([side, at]) => __quest.controllers[side].position.set(...at)", [side, at])

    async def look_at(self, target: Point) -> None:
        """Turns the head so that its middle points at `target`."""
        head = (await self.told())["head"]["p"]
        dx, dy, dz = (goal - now for goal, now in zip(target, head, strict=True))
        yaw = math.atan2(-dx, -dz) - self._yaw_of_place
        pitch = math.atan2(dy, math.hypot(dx, dz))
        await self.page.evaluate("(q) => __quest.quaternion.set(...q)", _turn(yaw, pitch))

    async def ahead(self, far: float, aside: float = 0.0) -> Point:
        """The ground so far before one, as one stood when it was put on, and so far to the right."""
        x, _, z = (await self.told())["head"]["p"]
        sine, cosine = math.sin(self._yaw_of_place), math.cos(self._yaw_of_place)
        return x - sine * far + cosine * aside, 0.0, z - cosine * far - sine * aside

    async def press_hand_at(self, far: float, aside: float) -> None:
        """Aims with the right controller at the ground so far ahead and so far to the right, and presses."""
        turn = _turn(-math.atan2(aside, far), -math.atan2(1.0, math.hypot(far, aside)))
        await self.page.evaluate(
            """(turn) => {
              const hand = __quest.controllers.right;
              hand.position.set(__quest.position.x, 1.0, __quest.position.z);
              hand.quaternion.set(...turn);
            }""",
            turn,
        )
        for value in (1, 0):
            await self.page.wait_for_timeout(300)
            await self.page.evaluate("(value) => __quest.controllers.right.updateButtonValue('trigger', value)", value)

    async def press_stop_button(self) -> float:
        """B on the right controller; gives the page's wall clock (ms) at the press."""
        press = "() => { __quest.controllers.right.updateButtonValue('b-button', 1); return Date.now(); }"
        pressed = float(await self.page.evaluate(press))
        await self.page.wait_for_timeout(200)
        await self.page.evaluate("__quest.controllers.right.updateButtonValue('b-button', 0)")
        return pressed


def _turn(yaw: float, pitch: float) -> list[float]:
    (sy, cy), (sp, cp) = ((math.sin(a / 2), math.cos(a / 2)) for a in (yaw, pitch))
    return [cy * sp, sy * cp, -sy * sp, cy * cp]
