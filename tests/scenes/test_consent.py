"""Nothing is kept of anyone who has not said yes, and a yes can be taken back at any moment."""

from __future__ import annotations

from rooms import facts as f
from rooms import intents as i
from rooms.audience import hears, view_for
from rooms.fold import apply
from rooms.people import Actor
from rooms.state import Recording, RoomState
from tests.scenes.scene import Scene


def asked() -> Scene:
    scene = Scene()
    assert scene.nora(i.AskToRecord()).ok
    return scene


def recorded() -> Scene:
    scene = asked()
    assert scene.kim(i.Consent(True)).ok
    return scene


def is_on(scene: Scene) -> bool:
    return scene.state.recording.on


def trouble(scene: Scene) -> str:
    return scene.state.recording.trouble


def changes(scene: Scene) -> list[tuple[bool, str]]:
    facts = [stamped.fact for stamped in scene.facts(f.RecordingChanged)]
    return [(fact.on, fact.why) for fact in facts if isinstance(fact, f.RecordingChanged)]


def test_recording_is_off_until_everyone_present_has_said_yes() -> None:
    scene = asked()
    scene.room.come("ola", "peer", "Ola", by="nora")
    scene.kim(i.Consent(True))
    assert not is_on(scene)
    scene.room.ask("ola", i.Consent(True))
    assert is_on(scene)
    assert changes(scene) == [(True, "agreed")]
    assert scene.state.recording.since == scene.room.ms


def test_nobody_is_recorded_by_default_and_nobody_can_agree_unasked() -> None:
    scene = Scene()
    refusal = scene.kim(i.Consent(True)).refusal
    assert refusal is not None
    assert refusal.code == "not_asked"
    assert scene.state.recording == Recording()


def test_a_no_keeps_it_off_and_a_later_yes_begins_it() -> None:
    scene = asked()
    scene.kim(i.Consent(False))
    assert not is_on(scene)
    scene.kim(i.Consent(True))
    assert is_on(scene)


def test_who_takes_it_back_is_left_out_and_the_others_part_goes_on() -> None:
    scene = recorded()
    scene.kim(i.Consent(False))
    assert is_on(scene)
    assert scene.state.recording.answers == {"nora": True, "kim": False}
    scene.nora(i.Consent(False))
    assert changes(scene) == [(True, "agreed"), (False, "nobody")]
    assert scene.state.recording == Recording(ended="nobody", ended_by="nora")


def test_who_took_the_last_yes_back_is_for_staff_and_for_the_one_who_did() -> None:
    scene = asked()
    scene.room.come("ola", "peer", "Ola", by="nora")
    scene.room.come("ida", "observer", "Ida", by="nora")
    for who in ("ola", "ida", "kim"):
        scene.room.ask(who, i.Consent(True))
    for who in ("ida", "ola", "nora", "kim"):
        scene.room.ask(who, i.Consent(False))
    people = scene.state.people
    views = {who: view_for(scene.state, people[who]).recording for who in people}
    assert {who: (view.ended, view.ended_by) for who, view in views.items()} == {
        "nora": ("nobody", "kim"), "kim": ("nobody", "kim"), "ola": ("nobody", "kim"), "ida": ("nobody", "")
    }  # fmt: skip
    last = [stamped.fact for stamped in scene.facts(f.Consented) if isinstance(stamped.fact, f.Consented)]
    assert [fact.person for fact in last if fact.last] == ["kim"]


def test_a_newcomer_is_asked_in_the_lobby_and_until_then_left_out() -> None:
    scene = recorded()
    scene.room.knock("ola", "peer", "Ola")
    lobby = view_for(scene.state, scene.state.people["ola"])
    assert (lobby.recording.asked_by, lobby.recording.on, lobby.recording.answers) == ("nora", True, {})
    assert scene.room.ask("ola", i.Consent(True)).ok
    assert scene.state.recording.answers["ola"]
    scene.nora(i.Admit("ola"))
    assert is_on(scene)


def test_one_who_goes_may_be_the_last_who_agreed_or_the_one_who_was_missing() -> None:
    scene = recorded()
    scene.nora(i.Consent(False))
    scene.kim(i.Leave())
    assert changes(scene)[-1] == (False, "left")
    assert scene.state.recording == Recording(ended="left", ended_by="kim")
    other = asked()
    other.room.come("ola", "peer", "Ola", by="nora")
    other.room.ask("ola", i.Consent(True))
    other.kim(i.Leave())
    assert changes(other) == [(True, "agreed")]


def test_staff_stop_it_for_everyone_and_ask_anew() -> None:
    scene = recorded()
    scene.nora(i.StopRecording())
    assert scene.state.recording == Recording(ended="stopped", ended_by="nora")
    scene.nora(i.AskToRecord())
    assert scene.state.recording == Recording("nora", {"nora": True})


def test_a_question_that_is_taken_back_has_ended_nothing() -> None:
    scene = asked()
    scene.nora(i.StopRecording())
    assert scene.state.recording == Recording()


def test_it_ends_with_the_session() -> None:
    scene = recorded()
    scene.nora(i.End())
    assert changes(scene)[-1] == (False, "ended")
    assert scene.state.recording == Recording(ended="ended")
    ended = scene.facts(f.PhaseChanged)[-1]
    told = RoomState(recording=Recording("nora", {"kim": True}, True, 0))
    apply(told, ended)
    assert told.recording == Recording()  # nobody keeps the red mark who hears of no more than the end


def test_who_said_no_is_between_them_and_staff() -> None:
    scene = asked()
    scene.room.come("ola", "peer", "Ola", by="nora")
    scene.room.come("ida", "observer", "Ida", by="nora")
    scene.kim(i.Consent(False))
    no = scene.facts(f.Consented)[-1].fact
    people = scene.state.people
    assert [who for who in people if hears(scene.state, people[who], no)] == ["nora", "kim", "ola"]
    assert view_for(scene.state, people["ida"]).recording.answers == {}
    assert view_for(scene.state, people["kim"]).recording.answers == {"kim": False}


def test_everyone_hears_that_nothing_can_be_kept() -> None:
    scene = recorded()
    scene.room.knock("ola", "peer", "Ola")
    recorder = Actor("recorder", "mind")
    assert scene.room.runner.ask(recorder, i.TellRecorder("disk_full")).ok
    assert trouble(scene) == "disk_full"
    told = scene.facts(f.RecorderTroubled)[-1].fact
    people = scene.state.people
    assert [who for who in people if hears(scene.state, people[who], told)] == ["nora", "kim", "ola"]
    assert [view_for(scene.state, people[who]).recording.trouble for who in people] == ["disk_full"] * 3
    scene.room.runner.ask(recorder, i.TellRecorder(""))
    assert trouble(scene) == ""
