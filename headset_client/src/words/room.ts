import type { Pairs } from './pairs';

/** The way in: code, name, look, lobby. */
const joinWords = {
  'room.title': ['Bli med', 'Join'],
  'join.step': ['{n} av {all}', '{n} of {all}'],
  'code.title': ['Skriv koden din', 'Enter your code'],
  'code.lead': [
    'Den har 8 bokstaver og tall. Du får den av den du skal øve med.',
    'It has 8 letters and numbers. You get it from the person you will practise with.',
  ],
  'code.keys': ['Taster', 'Keys'],
  'code.paste': ['Lim inn', 'Paste'],
  'code.erase': ['Visk ut', 'Erase'],
  'code.slots': ['Koden så langt: {code}', 'The code so far: {code}'],
  'code.none': ['ingenting ennå', 'nothing yet'],
  'code.qr': [
    'Har du en rutekode? Pek på den med kameraet på telefonen. Da slipper du å skrive.',
    'Do you have a square code? Point the camera of a phone at it. Then you need not type.',
  ],
  'code.noPaste': ['Fant ingen kode å lime inn. Trykk på tastene i stedet.', 'Found no code to paste. Press the keys instead.'],
  'code.trying': ['Vi ser etter rommet ditt …', 'Looking for your room …'],
  'code.unreached': ['Vi får ikke kontakt. Sjekk nettet, og prøv igjen.', 'We cannot connect. Check the network, and try again.'],
  'code.many': ['Mange vil inn akkurat nå. Vi prøver igjen for deg.', 'Many want to come in just now. We try again for you.'],
  'code.restarting': ['Serveren starter på nytt. Vi prøver igjen av oss selv.', 'The server is starting again. We try again by ourselves.'],
  'code.waits': ['{n} sekunder igjen', '{n} seconds left'],
  'code.wait': ['Hvor lenge vi venter', 'How long we wait'],
  'name.title': ['Hva vil du bli kalt?', 'What shall we call you?'],
  'name.lead': [
    'De andre ser dette navnet. Det kan være et annet enn ditt eget.',
    'The others see this name. It can be another than your own.',
  ],
  'name.own': ['Skriv et eget navn', 'Write my own name'],
  'name.others': ['Vis andre navn', 'Show other names'],
  'name.field': ['Navnet ditt her inne', 'Your name in here'],
  'look.title': ['Velg hvordan du ser ut', 'Choose how you look'],
  'look.lead': ['De andre ser deg slik i rommet.', 'The others see you like this in the room.'],
  'look.one': ['Utseende {n}', 'Look {n}'],
  'look.go': ['Jeg er klar', 'I am ready'],
  'wait.title': ['Du blir snart sluppet inn', 'You will be let in soon'],
  'wait.lead': ['De som er der inne, vet at du er her.', 'The people inside know that you are here.'],
  'wait.stop': [
    'Inne i rommet er Stopp alltid like ved deg. Alt blir stille med en gang.',
    'Inside the room, Stop is always close to you. Everything goes still at once.',
  ],
  'wait.leave': ['Gå ut igjen', 'Leave again'],
  'wait.lost': [
    'Forbindelsen er borte. Vi kobler til igjen av oss selv. Plassen din er her.',
    'The line is gone. We connect again by ourselves. Your place is kept.',
  ],
  'in.title': ['Nå kan du gå inn', 'You can go in now'],
  'in.lead': ['{scene}. Du kan stoppe når du vil.', '{scene}. You can stop whenever you want.'],
  'in.vr': ['Gå inn med briller', 'Go in with the headset'],
  'in.flat': ['Gå inn på skjermen', 'Go in on the screen'],
  'in.noVr': ['Vi fant ingen VR-briller her. Det går fint på skjermen.', 'We found no VR headset here. The screen works well too.'],
  'in.vrFailed': [
    'Brillene svarte ikke. Prøv en gang til, eller bruk skjermen.',
    'The headset did not answer. Try once more, or use the screen.',
  ],
  'bye.declined': ['Det passer ikke akkurat nå', 'It does not fit just now'],
  'bye.declinedLead': [
    'Du har ikke gjort noe galt. Snakk med den som ga deg koden.',
    'You have done nothing wrong. Talk to the person who gave you the code.',
  ],
  'bye.left': ['Du er ute av rommet', 'You have left the room'],
  'bye.leftLead': ['Det er helt greit. Du kan komme tilbake en annen gang.', 'That is quite all right. You can come back another time.'],
  'bye.ended': ['Økten er slutt', 'The session is over'],
  'bye.endedLead': ['Takk for at du øvde i dag.', 'Thank you for practising today.'],
  'bye.refused': ['Du er ikke koblet til rommet', 'You are not connected to the room'],
  'bye.again': ['Skriv en ny kode', 'Enter a new code'],
} as const satisfies Pairs;

/** Inside the room, flat and in the headset. */
const insideWords = {
  'room.view': ['Rommet. Dra for å se rundt. Piltastene går.', 'The room. Drag to look around. The arrow keys walk.'],
  'room.people': ['Hvem som er her', 'Who is here'],
  'room.you': ['du', 'you'],
  'room.youSaid': ['Du', 'You'],
  'room.away': ['straks tilbake', 'back in a moment'],
  'room.captions': ['Det som blir sagt', 'What is said'],
  'room.thinking': ['{name} tenker', '{name} is thinking'],
  'room.whisper': ['Bare til deg', 'Only to you'],
  'room.choose': ['Hva vil du si?', 'What do you want to say?'],
  'room.listen': ['Les høyt: {words}', 'Read aloud: {words}'],
  'room.write': ['Skriv det du vil si', 'Write what you want to say'],
  'room.send': ['Si det', 'Say it'],
  'room.kept': ['Blir sagt når vi er tilbake: {words}', 'Will be said when we are back: {words}'],
  'room.keptAway': [
    'Forbindelsen er borte. Dette blir sagt når vi er tilbake: {words}',
    'The line is gone. This will be said when we are back: {words}',
  ],
  'room.saying': ['Blir sagt nå: {words}', 'Being said now: {words}'],
  'room.calmer': ['Roligere', 'Calmer'],
  'room.calmerDone': ['Det blir roligere nå.', 'It is getting calmer now.'],
  'room.showMe': ['Vis meg', 'Show me'],
  'room.hint': ['Et tips', 'A tip'],
  'room.shown': ['Prøv dette kortet', 'Try this card'],
  'room.lost': [
    'Forbindelsen er borte. Vi kommer tilbake. Du kan stoppe når du vil.',
    'The line is gone. We will be back. You can stop any time.',
  ],
  'room.restarting': ['Serveren starter på nytt. Vi prøver igjen av oss selv.', 'The server is starting again. We try again by ourselves.'],
  'room.awaited': [
    '{name} er straks tilbake. Alt står stille så lenge.',
    '{name} will be back in a moment. Everything is still until then.',
  ],
  'room.ready': ['Vi begynner snart.', 'We begin soon.'],
  'room.paused': ['Pause. Alt står stille.', 'Pause. Everything is still.'],
  'room.called': ['Et menneske kommer til deg nå.', 'A human is coming to you now.'],
  'room.leave': ['Gå ut', 'Leave'],
  'room.more': ['Mer', 'More'],
  'room.vr': ['Ta på briller', 'Use the headset'],
  'room.step': ['Gå', 'Walk'],
  'room.ahead': ['Gå framover', 'Walk forward'],
  'room.behind': ['Gå bakover', 'Walk back'],
  'room.left': ['Snu mot venstre', 'Turn left'],
  'room.right': ['Snu mot høyre', 'Turn right'],
} as const satisfies Pairs;

/** After Stop. The numbers are the same everywhere in Norway; a site may edit them with the crisis plan. */
const calmWords = {
  'calm.title': ['Alt står stille nå.', 'Everything is still now.'],
  'calm.lead': ['Ta den tiden du trenger.', 'Take the time you need.'],
  'calm.back': ['Jeg vil tilbake', 'I want to go back'],
  'calm.out': ['Jeg vil ut', 'I want to leave'],
  'calm.offline': [
    'Vi er ikke koblet til nå. Du kan bli her så lenge du vil.',
    'We are not connected now. You can stay here as long as you like.',
  ],
  'calm.others': ['De andre er i gang igjen. Du kommer når du vil.', 'The others have begun again. You come when you want.'],
  'calm.talk': ['Trenger du noen å snakke med?', 'Do you need someone to talk to?'],
  'calm.113': ['Fare for liv', 'Life in danger'],
  'calm.116117': ['Legevakt', 'Doctor on duty'],
  'calm.116123': ['Mental Helse, hele døgnet', 'Someone to talk to, day and night'],
} as const satisfies Pairs;

/** What the client alone decides, said so that one knows what it means to stand there. */
const limitWords = {
  'limit.title': ['Min grense', 'My limit'],
  'limit.lead': [
    'Du bestemmer hvor vanskelig det kan bli. Du kan alltid gjøre det lettere.',
    'You decide how hard it can get. You can always make it easier.',
  ],
  'limit.now': ['Nå: {level}', 'Now: {level}'],
  'limit.most': ['Grensen min: {level}', 'My limit: {level}'],
  'limit.easier': ['Gjør det lettere', 'Make it easier'],
  'limit.lower': ['Senk grensen', 'Lower the limit'],
  'limit.raise': ['Hev grensen', 'Raise the limit'],
  'limit.company': ['Hvor mange som er her', 'How many are here'],
  'limit.attention': ['Hvor mye de ser på deg', 'How much they look at you'],
  'limit.closeness': ['Hvor nær de står', 'How close they stand'],
  'limit.warmth': ['Hvor vennlige de er', 'How friendly they are'],
  'limit.critical_replies': ['Hvor mange sure svar', 'How many unkind replies'],
  'limit.your_part': ['Hvor mye du må si', 'How much you have to say'],
  'limit.personal_questions': ['Spørsmål om deg', 'Questions about you'],
  'limit.persuasion': ['Hvor mye de maser', 'How much they push you'],
  'limit.substance_cues': ['Rusmidler du kan se', 'Substances you can see'],
  'limit.load': ['Hvor mye som skjer på en gang', 'How much happens at once'],
} as const satisfies Pairs;

/** For a peer worker in the room. */
const peerWords = {
  'peer.waiting': ['Venter på å komme inn', 'Waiting to come in'],
  'peer.admit': ['Slipp inn: {name}', 'Let in: {name}'],
  'peer.decline': ['Ikke nå: {name}', 'Not now: {name}'],
  'peer.in': ['Slipp inn', 'Let in'],
  'peer.notNow': ['Ikke nå', 'Not now'],
  'peer.pause': ['Pause', 'Pause'],
  'peer.continue': ['Fortsett', 'Continue'],
} as const satisfies Pairs;

/** Words of the headset page. */
export const roomWords = { ...joinWords, ...insideWords, ...calmWords, ...limitWords, ...peerWords } as const satisfies Pairs;
