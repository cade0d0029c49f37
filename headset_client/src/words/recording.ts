import type { Pairs } from './pairs';

/** The question and the mark: what everyone in a room reads about a recording. */
const everyonesWords = {
  'rec.ask': ['Vil du være med i et opptak?', 'Will you be part of a recording?'],
  'rec.ask.before': ['Ingen blir tatt opp før alle her har sagt ja.', 'Nobody is recorded until everyone here has said yes.'],
  'rec.ask.during': ['Opptaket er i gang. Du er ikke med nå.', 'A recording is going on. You are not part of it now.'],
  'rec.ask.what': ['Vi tar opp det du sier, og hvordan du beveger deg.', 'We record what you say, and how you move.'],
  'rec.ask.who': ['Bare dere som er med, og de ansatte her, kan se det.', 'Only you who take part, and the staff here, can see it.'],
  'rec.ask.free': ['Du kan si nei. Alt annet blir som før.', 'You can say no. Everything else stays the same.'],
  'rec.ask.back': [
    'Du kan ombestemme deg når du vil, og slette din del senere.',
    'You can change your mind at any time, and delete your part later.',
  ],
  'rec.ask.back.other': [
    'Du kan ombestemme deg når du vil. Opptaket kan slettes senere.',
    'You can change your mind at any time. The recording can be deleted later.',
  ],
  'rec.mark': ['Opptak av økten', 'Recording of the session'],
  'rec.on': ['Opptak', 'Recording'],
  'rec.off': ['Ikke opptak', 'Not recording'],
  'rec.stalled': ['Opptaket står', 'Recording paused'],
  'rec.in': ['Du er med', 'You are recorded'],
  'rec.notIn': ['Du er ikke med', 'You are not recorded'],
  'rec.notNow.you': ['Ingenting tas opp nå', 'Nothing is kept now'],
  'rec.saidYes': ['Du har sagt ja', 'You have said yes'],
  'rec.saidNo': ['Du har sagt nei', 'You have said no'],
  'rec.takeOut': ['Ta meg ut', 'Leave me out'],
  'rec.takeIn': ['Ta meg med', 'Include me'],
  'rec.unsent': ['Ikke sendt ennå', 'Not sent yet'],
  'rec.unsent.how': ['Vi prøver til det går.', 'We try until it gets through.'],
  'rec.unsent.also': [
    'Svaret ditt er ikke sendt ennå. Vi prøver til det går. Du kan også trykke Stopp, eller ta av brillene.',
    'Your answer is not sent yet. We try until it gets through. You can also press Stop, or take the headset off.',
  ],
} as const satisfies Pairs;

/** Staff's side of it, at the console. */
const staffWords = {
  'rec.record': ['Ta opp …', 'Record …'],
  'rec.waiting': ['Opptak: venter', 'Recording: waiting'],
  'rec.no': ['Ikke opptak', 'Not recording'],
  'rec.gap': ['Opptaket står', 'Recording stalled'],
  'rec.sheet': ['Opptak', 'Recording'],
  'rec.who': ['Hvem er med?', 'Who takes part?'],
  'rec.will.asked': [
    'Alle får spørsmålet på sin egen skjerm. Den som kommer senere, blir spurt i døra.',
    'Everyone is asked on their own screen. Whoever comes later is asked at the door.',
  ],
  'rec.will.begins': [
    'Opptaket begynner når alle i rommet har sagt ja. Det som har skjedd til da, blir ikke med.',
    'Recording begins when everyone in the room has said yes. What happened until then is not kept.',
  ],
  'rec.will.free': [
    'Alle kan si nei, og alle kan ta et ja tilbake. Da er de ute av opptaket med en gang.',
    'Everyone can say no, and everyone can take a yes back. Then they are out of the recording at once.',
  ],
  'rec.will.you': ['Når du spør, sier du selv ja.', 'By asking, you say yes yourself.'],
  'rec.askAll': ['Spør alle', 'Ask everyone'],
  'rec.notNow': ['Ikke nå', 'Not now'],
  'rec.now.waiting': ['Opptaket begynner når alle i rommet har sagt ja.', 'Recording begins when everyone in the room has said yes.'],
  'rec.now.no': [
    'Noen i rommet har sagt nei. Da blir det ikke opptak. Spør ikke en gang til.',
    'Someone in the room has said no. So there is no recording. Do not ask again.',
  ],
  'rec.now.on': [
    'Opptaket går. Den som ikke har sagt ja, er ikke med.',
    'The recording is running. Whoever has not said yes is not part of it.',
  ],
  'rec.now.gap': [
    'Opptaket står. Det som skjer nå, blir ikke med. Det går videre når maskinen får lagret igjen.',
    'The recording has stalled. What happens now is not kept. It goes on when the machine can save again.',
  ],
  'rec.answers': ['Hvem som er med', 'Who takes part'],
  'rec.answer.yes': ['sa ja', 'said yes'],
  'rec.answer.no': ['sa nei', 'said no'],
  'rec.answer.none': ['ikke svart', 'no answer yet'],
  'rec.stop': ['Stopp opptaket', 'Stop recording'],
  'rec.cancel': ['Trekk spørsmålet', 'Take the question back'],
  'rec.did.asked': ['Alle er spurt.', 'Everyone has been asked.'],
  'rec.did.stopped': ['Opptaket er stoppet.', 'The recording has stopped.'],
  'rec.did.cancelled': ['Spørsmålet er trukket.', 'The question has been taken back.'],
  'rec.end.stopped': ['{name} har stoppet opptaket.', '{name} has stopped the recording.'],
  'rec.end.nobody': [
    'Opptaket er slutt. {name} tok sitt ja tilbake, og ingen andre var med.',
    'The recording has ended. {name} took their yes back, and nobody else took part.',
  ],
  'rec.end.nobody.you': [
    'Opptaket er slutt. Du tok ditt ja tilbake, og ingen andre var med.',
    'The recording has ended. You took your yes back, and nobody else took part.',
  ],
  'rec.end.left': [
    'Opptaket er slutt. {name} gikk ut av rommet, og ingen andre var med.',
    'The recording has ended. {name} left the room, and nobody else took part.',
  ],
  'rec.end.kept': ['Det som ble tatt opp til da, er lagret.', 'What was recorded until then is kept.'],
  'rec.gap.over': ['Opptaket går igjen. En bit av det mangler.', 'Recording goes on again. A piece of it is missing.'],
  'rec.someone': ['Noen', 'Someone'],
  'rec.disk_full': ['Opptaket står: disken er full.', 'Recording has stalled: the disk is full.'],
  'rec.disk_full.do': [
    'Rommet går videre, men dette blir ikke med i opptaket. Rydd plass på maskinen. Da går opptaket videre av seg selv.',
    'The room goes on, but this is not being kept. Free some space on the machine. Then recording goes on by itself.',
  ],
  'rec.io_error': ['Opptaket står: maskinen får ikke skrevet til disken.', 'Recording has stalled: the machine cannot write to its disk.'],
  'rec.io_error.do': [
    'Rommet går videre, men dette blir ikke med i opptaket. Si fra til den som har ansvar for maskinen.',
    'The room goes on, but this is not being kept. Tell the person who looks after the machine.',
  ],
} as const satisfies Pairs;

/** The client's own link, at the end. */
const linkWords = {
  'rec.link.get': ['Vis klientens lenke til opptaket', 'Show the client’s link to the recording'],
  'rec.link.title': ['Klientens lenke til opptaket', 'The client’s link to the recording'],
  'rec.link.for': ['Lenken til {name}', '{name}’s link'],
  'rec.link.say': [
    'Si til {name}: «Dette er din egen lenke til opptaket. Ta vare på den. Den er bare din. Der kan du se opptaket, og du kan slette din del.»',
    'Say to {name}: “This is your own link to the recording. Keep it. It is yours alone. There you can see the recording, and you can delete your part.”',
  ],
  'rec.link.how': ['Pek på ruten med kameraet på telefonen til {name}.', 'Point the camera of {name}’s phone at the square.'],
  'rec.link.once': [
    'Lenken vises bare nå. Vi har ingen kopi. Ikke ta vare på den selv.',
    'The link is shown only now. We keep no copy. Do not keep it yourself.',
  ],
  'rec.link.qr': ['Rutekode med lenken til opptaket', 'Square code with the link to the recording'],
  'rec.link.none': [
    'Ingen klient er med i opptaket, eller lenken er vist før.',
    'No client is in the recording, or the link has been shown before.',
  ],
  'rec.link.copy': ['Kopier lenken', 'Copy the link'],
  'rec.link.copied': ['Lenken er kopiert', 'The link is copied'],
  'rec.mine.title': ['Opptaket ditt', 'Your recording'],
  'rec.mine.keep': ['Ta vare på denne lenken. Den er bare din.', 'Keep this link. It is yours alone.'],
  'rec.mine.what': ['Der kan du se opptaket, og slette din del.', 'There you can see the recording, and delete your part.'],
  'rec.mine.how': [
    'Pek på ruten med kameraet på telefonen, eller be den som leder økten om å vise den.',
    'Point the camera of your phone at the square, or ask the person who leads the session to show it.',
  ],
  'rec.mine.open': ['Åpne opptaket', 'Open the recording'],
} as const satisfies Pairs;

/** Words about recording, on all pages of a live room. */
export const recordingWords = { ...everyonesWords, ...staffWords, ...linkWords } as const satisfies Pairs;
