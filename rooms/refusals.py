"""Every way a room says no: a code, one plain sentence, and what to do instead, in both languages."""

from __future__ import annotations

from typing import Final

import msgspec

from rooms.axes import Language

Text = dict[Language, str]


class Refusal(msgspec.Struct, frozen=True):
    """Why nothing happened. `code` is for programs; `words` and `instead` are for the person who asked."""

    code: str
    words: Text
    instead: Text


def _no(code: str, nb: str, en: str, nb_instead: str, en_instead: str) -> tuple[str, Refusal]:
    return code, Refusal(code, {"nb": nb, "en": en}, {"nb": nb_instead, "en": en_instead})


REFUSALS: Final[dict[str, Refusal]] = dict([
    _no("not_allowed", "Du har ikke lov til å gjøre dette.", "You are not allowed to do this.",
        "Be behandleren om å gjøre det.", "Ask the therapist to do it."),
    _no("above_ceiling", "Klienten har satt grensen her.", "The client has set the limit here.",
        "Bare klienten kan heve den.", "Only the client can raise it."),
    _no("beyond_scenario", "Mer enn dette passer ikke her.", "More than this does not fit here.",
        "Velg et lavere nivå, eller et annet sted.", "Choose a lower level, or another place."),
    _no("asked_lately", "Det er under to minutter siden sist.", "It is less than two minutes since last time.",
        "Vent litt før du spør igjen.", "Wait a little before you ask again."),
    _no("top_of_ladder", "Dette er det øverste steget.", "This is the top step.",
        "Prøv en runde til på dette steget.", "Try one more round on this step."),
    _no("only_down", "Du kan senke trykket, ikke heve det.", "You can lower the pressure, not raise it.",
        "Hev grensen din, og si det til behandleren.", "Raise your limit, and tell the therapist."),
    _no("not_yours", "Dette er grensen til en annen.", "This is someone else’s limit.",
        "Bare den som øver, kan heve den.", "Only the one who practises can raise it."),
    _no("not_begun", "Scenen har ikke begynt.", "The scene has not begun.",
        "Vent litt. Behandleren starter den.", "Wait a little. The therapist starts it."),
    _no("no_such_step", "Det steget finnes ikke.", "There is no such step.",
        "Velg et steg på stigen.", "Choose a step on the ladder."),
    _no("ended", "Økten er slutt.", "The session has ended.", "Start en ny økt.", "Start a new session."),
    _no("not_running", "Rommet står stille.", "The room is still.",
        "Trykk på fortsett først.", "Press continue first."),
    _no("already_running", "Rommet er i gang.", "The room is already running.",
        "Du trenger ikke gjøre noe.", "There is nothing to do."),
    _no("staff_stopped", "Behandleren har stoppet rommet.", "The therapist has stopped the room.",
        "Vent litt. Behandleren åpner det igjen.", "Wait a little. The therapist opens it again."),
    _no("no_client", "Klienten er ikke i rommet.", "The client is not in the room.",
        "Slipp inn klienten først.", "Let the client in first."),
    _no("not_here", "Den personen er ikke her.", "That person is not here.",
        "Se hvem som er i rommet, og prøv igjen.", "See who is in the room, and try again."),
    _no("not_waiting", "Den personen venter ikke.", "That person is not waiting.",
        "Se hvem som venter.", "See who is waiting."),
    _no("not_in_room", "Du er ikke i rommet.", "You are not in the room.",
        "Vent til du blir sluppet inn.", "Wait until you are let in."),
    _no("already_here", "Du er her allerede.", "You are already here.",
        "Du trenger ikke gjøre noe.", "There is nothing to do."),
    _no("no_name", "Du må ha et navn.", "You must have a name.",
        "Skriv et navn, eller finn på ett.", "Write a name, or make one up."),
    _no("room_full", "Rommet er fullt.", "The room is full.",
        "Vent til noen har gått.", "Wait until someone has left."),
    _no("no_such_avatar", "Den avataren er ikke her.", "That avatar is not here.",
        "Velg en avatar i rommet.", "Choose an avatar in the room."),
    _no("already_taken", "En annen spiller denne avataren.", "Someone else plays this avatar.",
        "Velg en annen, eller vent.", "Choose another, or wait."),
    _no("not_taken", "Du spiller ikke denne avataren.", "You are not playing this avatar.",
        "Ta over avataren først.", "Take the avatar first."),
    _no("person_plays", "Et menneske spiller denne avataren.", "A person plays this avatar.",
        "Vent til avataren er gitt tilbake.", "Wait until it is given back."),
    _no("floor_taken", "En annen avatar snakker.", "Another avatar is speaking.",
        "Vent til den er ferdig.", "Wait until it has finished."),
    _no("nothing_to_say", "Det er ikke noe å si her.", "There is nothing to say here.",
        "Skriv noe, eller velg et kort.", "Write something, or choose a card."),
    _no("not_offered", "Det kortet er ikke her nå.", "That card is not here now.",
        "Velg et av kortene du ser.", "Choose one of the cards you see."),
    _no("no_such_line", "Den linja finnes ikke.", "There is no such line.",
        "Se på samtalen og prøv igjen.", "Look at the conversation and try again."),
    _no("already_answered", "Den linja har fått svar.", "That line has been answered.",
        "Du trenger ikke gjøre noe.", "There is nothing to do."),
    _no("already_heard", "Den linja er forstått allerede.", "That line has been understood already.",
        "Du trenger ikke gjøre noe.", "There is nothing to do."),
    _no("nowhere", "Der kan ingen stå.", "Nobody can stand there.",
        "Velg et sted på gulvet.", "Choose a place on the floor."),
    _no("nothing_there", "Det er ikke noe å se på der.", "There is nothing to look at there.",
        "Velg en person eller en ting i rommet.", "Choose a person or a thing in the room."),
    _no("help_is_off", "Du prøver på egen hånd nå. Behandleren ser at du spurte.",
        "You are trying on your own now. The therapist sees that you asked.",
        "Trykk Roligere eller Stopp om du vil.", "Press Calmer or Stop if you want."),
    _no("no_help_here", "Det er ingen hjelp å vise nå.", "There is no help to show now.",
        "Vent til scenen er i gang.", "Wait until the scene is running."),
    _no("malformed", "Meldingen kunne ikke leses.", "The message could not be read.",
        "Last siden på nytt.", "Reload the page."),
    _no("bad_code", "Koden er ikke riktig, eller den er brukt.", "The code is not right, or it has been used.",
        "Spør den som ga deg koden om en ny.", "Ask the person who gave you the code for a new one."),
    _no("too_many_tries", "Mange har prøvd koder nå.", "Many codes have been tried just now.",
        "Vent litt, og prøv igjen.", "Wait a little, and try again."),
    _no("no_session", "Økten finnes ikke lenger.", "The session is no longer there.",
        "Be om en ny kode.", "Ask for a new code."),
    _no("no_recording", "Opptaket finnes ikke, eller lenken gjelder ikke lenger.",
        "There is no such recording, or the link is no longer good.",
        "Spør den som ga deg lenken.", "Ask the person who gave you the link."),
    _no("still_recording", "Opptaket er ikke slutt.", "The recording has not ended.",
        "Stopp opptaket først.", "Stop the recording first."),
    _no("not_erased", "Noe gikk galt, og ikke alt er slettet.", "Something went wrong, and not everything is deleted.",
        "Prøv igjen, eller be om hjelp.", "Try again, or ask for help."),
    _no("not_measured", "Økten kunne ikke måles.", "The session could not be measured.",
        "Prøv igjen om litt.", "Try again in a while."),
    _no("other_scenario", "De to øktene er fra ulike scenarioer.", "The two sessions are of different scenarios.",
        "Velg to økter fra samme scenario.", "Choose two sessions of the same scenario."),
    _no("not_signed_in", "Du er ikke logget inn.", "You are not signed in.",
        "Åpne lenken som serveren skrev ut.", "Open the link that the server printed."),
    _no("bad_scenario", "Scenarioet kan ikke brukes.", "The scenario cannot be used.",
        "Kjør «proverom scenario check» på fila.", "Run “proverom scenario check” on the file."),
    _no("no_scenario", "Scenarioet finnes ikke lenger.", "The scenario is no longer there.",
        "Velg et annet.", "Choose another."),
    _no("not_own", "Dette scenarioet følger med Prøverom og kan ikke endres.",
        "This scenario comes with Prøverom and cannot be changed.",
        "Lag en kopi, og endre den.", "Make a copy, and change that."),
    _no("too_many_own", "Det er ikke plass til flere egne scenarioer.", "There is no room for more own scenarios.",
        "Slett et først.", "Delete one first."),
    _no("no_paths", "Denne serveren kan ikke lagre stier.", "This server cannot keep paths.",
        "Lag økten uten sti.", "Make the session without a path."),
    _no("too_many_paths", "Det er ikke plass til flere stier.", "There is no room for more paths.",
        "Slett en sti som ikke er i bruk.", "Delete a path that is not in use."),
    _no("no_such_path", "Stien finnes ikke lenger.", "The path is no longer there.",
        "Velg en annen.", "Choose another."),
    _no("not_checked", "Scenarioet kunne ikke sjekkes nå.", "The scenario could not be checked just now.",
        "Prøv igjen om litt.", "Try again in a while."),
    _no("not_saved", "Det kunne ikke lagres.", "It could not be saved.",
        "Se om disken er full, og prøv igjen.", "See whether the disk is full, and try again."),
    _no("too_large", "Fila er for stor.", "The file is too large.", "Velg en mindre fil.", "Choose a smaller file."),
    _no("start_above_ceiling", "Scenarioet starter over grensen.", "The scenario starts above the limit.",
        "Hev grensen, eller velg et roligere steg.", "Raise the limit, or choose a calmer step."),
    _no("no_such_look", "Det utseendet finnes ikke.", "There is no such look.",
        "Velg et av bildene.", "Choose one of the pictures."),
    _no("replaced", "Du er i rommet fra en annen fane.", "You are in the room from another tab.",
        "Bruk den andre fanen.", "Use the other tab."),
    _no("not_asked", "Ingen har spurt om opptak.", "Nobody has asked to record.",
        "Du trenger ikke gjøre noe.", "There is nothing to do."),
    _no("notes_full", "Det er ikke plass til flere notater.", "There is no room for more notes.",
        "Fjern et notat først.", "Remove a note first."),
    _no("not_kept", "Notatet ble ikke lagret.", "The note was not saved.", "Prøv igjen om litt.", "Try again soon."),
    _no("no_such_note", "Det notatet er ikke ditt, eller det er borte.", "That note is not yours, or it is gone.",
        "Du kan fjerne notater du har skrevet selv.", "You can remove notes that you wrote yourself."),
    _no("too_fast", "Det kom for mange meldinger.", "Too many messages came at once.",
        "Vent et øyeblikk.", "Wait a moment."),
    _no("closing", "Rommet stenger en liten stund.", "The room is closing for a short while.",
        "Vent litt, og prøv igjen.", "Wait a little, and try again."),
])  # fmt: skip


def refuse(code: str) -> Refusal:
    """The refusal with this code. Raises KeyError for a code that is not in the table."""
    return REFUSALS[code]
