"""Every intent as anybody might send it: mostly sensible, sometimes about nobody, nowhere and nothing."""

from __future__ import annotations

from hypothesis import strategies as st

from rooms import intents as i
from rooms.axes import AXES, LANGUAGES
from rooms.people import GESTURES, Actor, Role

PEOPLE: dict[str, Role] = {
    "c1": "client", "c2": "client", "p1": "peer", "p2": "peer", "t1": "therapist", "t2": "therapist",
    "o1": "observer", "a1": "admin", "x1": "client", "x2": "therapist",
}  # fmt: skip
NEVER_COMES = ("x1", "x2")
"""Strangers who have never knocked."""
AVATARS = ("berit", "ingrid", "jonas", "mai", "driver")
ACTORS = [*(Actor(who, role) for who, role in PEOPLE.items()), *(Actor(name, "mind") for name in AVATARS)]

_people = st.sampled_from([*PEOPLE, "nobody"])
_avatars = st.sampled_from([*AVATARS, *AVATARS, "nobody"])
_meanings = st.sampled_from(
    ["ask_time", "waiting", "yes", "no", "repeat", "leave", "help", "distress", "anger", "none"]
)
_texts = st.sampled_from(["Når går bussen?", "hei", "Stopp!", "stopp stopp", "   ", "Jeg vil dø", "ja", "æ\u202e\x00"])
_levels = st.integers(0, 4)
_axes = st.sampled_from(AXES)
_lines = st.integers(0, 40)
_metres = st.one_of(
    st.floats(-6, 6), st.floats(-6, 6), st.floats(), st.sampled_from([float("nan"), float("inf"), 1e300, -40.0])
)
_points = st.tuples(_metres, _metres)
_looks_at = st.sampled_from([*PEOPLE, *AVATARS, "board", "road", "moon", None])

INTENTS: dict[type[i.IntentBase], st.SearchStrategy[i.Intent]] = {
    i.Admit: st.builds(i.Admit, _people),
    i.Decline: st.builds(i.Decline, _people),
    i.Remove: st.builds(i.Remove, _people),
    i.Leave: st.just(i.Leave()),
    i.SetPresence: st.builds(i.SetPresence, st.booleans()),
    i.Stand: st.builds(i.Stand, _points, st.one_of(st.floats(-360, 360), st.floats())),
    i.Say: st.one_of(st.builds(i.Say, text=_texts), st.builds(i.Say, meaning=_meanings), st.just(i.Say())),
    i.Stop: st.builds(i.Stop, st.sampled_from(["button", "headset_off"])),
    i.Calmer: st.just(i.Calmer()),
    i.Harder: st.just(i.Harder()),
    i.Pause: st.just(i.Pause()),
    i.Continue: st.just(i.Continue()),
    i.Again: st.just(i.Again()),
    i.End: st.just(i.End()),
    i.SetLevel: st.builds(i.SetLevel, _axes, _levels),
    i.SetStep: st.builds(i.SetStep, st.integers(1, 16)),
    i.SetHelp: st.builds(i.SetHelp, _levels),
    i.SetCeiling: st.builds(i.SetCeiling, _axes, _levels),
    i.AskHelp: st.just(i.AskHelp()),
    i.GiveHelp: st.builds(i.GiveHelp, st.sampled_from(["hint", "shown"])),
    i.Take: st.builds(i.Take, _avatars),
    i.Release: st.builds(i.Release, _avatars),
    i.SpeakAs: st.builds(
        i.SpeakAs, _avatars, st.one_of(st.none(), _texts), st.sampled_from([None, None, "hello", "fare", "nothing"])
    ),
    i.GestureAs: st.builds(i.GestureAs, _avatars, st.sampled_from(GESTURES)),
    i.LookAs: st.builds(i.LookAs, _avatars, _looks_at),
    i.WalkAs: st.builds(i.WalkAs, _avatars, _points),
    i.Whisper: st.builds(lambda to: i.Whisper(to, f"psst-{to}"), _people),
    i.Instruct: st.builds(i.Instruct, _avatars, st.just("instruct-secret")),
    i.Mark: st.just(i.Mark("mark-secret")),
    i.Hear: st.builds(i.Hear, _lines, st.one_of(st.none(), _meanings), st.floats(0, 1)),
    i.Think: st.builds(i.Think, _avatars, st.booleans()),
    i.Answer: st.builds(i.Answer, _avatars, _lines, _meanings),
    i.AskBack: st.builds(i.AskBack, _avatars, _lines, st.one_of(st.none(), _meanings)),
    i.Open: st.builds(i.Open, _avatars),
    i.Prompt: st.builds(i.Prompt, _avatars, st.integers(0, 6)),
    i.CallHuman: st.builds(i.CallHuman, _lines),
    i.AskToRecord: st.just(i.AskToRecord()),
    i.Consent: st.builds(i.Consent, st.booleans()),
    i.StopRecording: st.just(i.StopRecording()),
    i.LetBackIn: st.builds(i.LetBackIn, _people),
    i.TellRecorder: st.builds(i.TellRecorder, st.sampled_from(["", "disk_full", "io_error"])),
    i.Remark: st.builds(i.Remark, _avatars, _avatars, st.one_of(st.none(), _lines), st.one_of(st.none(), _meanings)),
    i.StandIn: st.builds(i.StandIn, _meanings),
    i.Interrupt: st.just(i.Interrupt()),
    i.CountDown: st.builds(i.CountDown, st.booleans()),
    i.TimeUp: st.builds(i.TimeUp, _avatars),
    i.AskDistress: st.builds(i.AskDistress, _people),
    i.RateDistress: st.builds(i.RateDistress, st.integers(0, 10)),
    i.SetDistressLimit: st.builds(i.SetDistressLimit, st.integers(0, 10)),
    i.MakeWish: st.builds(i.MakeWish, st.sampled_from(["again", "harder", "easier", "enough"])),
    i.SuggestNext: st.just(i.SuggestNext()),
    i.Restage: st.just(i.Restage()),
    i.Halt: st.builds(i.Halt, _avatars),
}
"""By type; `Knock` is made for the actor who sends it (`knock`)."""


def knock(who: str) -> st.SearchStrategy[i.Intent]:
    """Names tell whose they are, so that a test can see to whom they were shown."""
    return st.builds(i.Knock, st.sampled_from([f"name-{who}", " "]), st.just("jonas"), st.sampled_from(LANGUAGES))
