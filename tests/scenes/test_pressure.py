"""What a level promises is what one meets: tones, negative replies, who speaks first, eyes and distances."""

from __future__ import annotations

import pytest

from rooms import facts as f
from rooms import intents as i
from rooms.axes import COMPANY, DISTANCE_M, GAZE_SHARE, TONES
from rooms.fold import where_is
from rooms.motion import distance
from tests.scenes.scene import Scene


@pytest.mark.parametrize("warmth", range(5))
def test_the_answer_is_in_the_tone_of_the_level(warmth: int) -> None:
    scene = Scene(warmth=warmth)
    scene.next_said()
    scene.client_says("når går bussen?")
    scene.next_said()
    said = next(stamped.fact for stamped in reversed(scene.facts(f.Said)))
    assert isinstance(said, f.Said)
    assert said.tone == TONES[warmth]
    authored = scene.room.script.scenario.replies["told_time"].open[TONES[warmth]]
    script, levels = scene.room.script, scene.state.levels
    assert said.words["nb"] in [script.fill(line, levels)["nb"] for line in authored]


@pytest.mark.parametrize(("level", "promised"), [(0, 0), (1, 2), (2, 4), (3, 6), (4, 8)])
def test_of_eight_replies_as_many_are_negative_as_the_level_promises(level: int, promised: int) -> None:
    scene = Scene(critical_replies=level)
    scene.next_said()
    for _ in range(8):
        scene.client_says("Hva er klokka?")
        scene.next_said()
        scene.pass_time(6)
        scene.forget()
    critical = [line.critical for line in scene.avatar_lines() if line.critical is not None]
    assert len(critical) == 8
    assert abs(sum(critical) - promised) <= 1


def test_the_client_starts_when_that_is_their_part() -> None:
    scene = Scene(your_part=3)
    scene.expect_silence(9)
    scene.client_says("Hei, når går bussen?")
    scene.expect_said("berit", "12:10")
    scene.expect_silence(9)


def test_harder_is_seen_and_above_the_ceiling_is_a_plain_no() -> None:
    scene = Scene(step=8)
    scene.next_said(within=30) if scene.state.levels["your_part"] < 3 else scene.pass_time(5)
    scene.kim(i.SetCeiling("closeness", 2))
    assert scene.nora(i.Harder()).ok
    assert scene.state.levels["closeness"] == 2
    scene.pass_time(8)
    assert nearest(scene) == pytest.approx(DISTANCE_M[2], abs=0.05)
    refused = scene.nora(i.SetLevel("closeness", 3))
    assert refused.refusal is not None
    assert refused.refusal.words["en"] == "The client has set the limit here."
    assert scene.state.levels["closeness"] == 2


@pytest.mark.parametrize("level", range(5))
def test_as_many_come_as_the_level_of_company_says(level: int) -> None:
    scene = Scene(company=level)
    scene.pass_time(30)
    there = [name for name, avatar in scene.state.avatars.items() if avatar.present]
    assert len(there) == COMPANY[level]


def test_watched_means_that_most_look_and_stared_at_that_all_do() -> None:
    scene = Scene(company=3, attention=3)
    scene.pass_time(10)
    seen = []
    for _ in range(60):
        scene.pass_time(1)
        seen += [avatar.looks_at == "kim" for avatar in scene.state.avatars.values() if avatar.present]
    assert sum(seen) / len(seen) == pytest.approx(GAZE_SHARE[3], abs=0.05)
    scene.nora(i.SetLevel("attention", 4))
    scene.pass_time(0.1)
    looks = [avatar.looks_at for avatar in scene.state.avatars.values() if avatar.present]
    assert looks.count("kim") == 6
    scene.nora(i.SetLevel("attention", 0))
    scene.pass_time(5)
    looks = [avatar.looks_at for avatar in scene.state.avatars.values() if avatar.present and avatar.id != "berit"]
    assert "kim" not in looks


def test_glances_come_and_go() -> None:
    scene = Scene(company=3, attention=1)
    scene.pass_time(60)
    before = len(scene.facts(f.Looked))
    scene.pass_time(60)
    glances = [stamped.fact for stamped in scene.facts(f.Looked)[before:]]
    at_client = [fact for fact in glances if isinstance(fact, f.Looked) and fact.at == "kim"]
    assert 10 <= len(at_client) <= 60
    assert len({fact.avatar for fact in at_client}) >= 5


def test_one_who_is_spoken_to_looks_up() -> None:
    scene = Scene()
    scene.skip_to("ask")
    scene.pass_time(20)
    scene.forget()
    assert scene.state.avatars["berit"].looks_at != "kim"
    scene.client_says("når går bussen?")
    scene.pass_time(0.5)
    assert scene.state.avatars["berit"].looks_at == "kim"


def nearest(scene: Scene) -> float:
    client = scene.state.client()
    assert client is not None
    present = [avatar for avatar in scene.state.avatars.values() if avatar.present]
    return min(distance(where_is(scene.state, avatar, scene.room.ms), client.at) for avatar in present)
