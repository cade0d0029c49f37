import type { Pairs } from './pairs';

/** The six steps with a headset, and the notes on the address. */
const stepWords = {
  'help.title': ['Hjelp med brillene', 'Help with the headset'],
  'help.lead': ['Seks steg. Den første gangen tar det rundt fem minutter.', 'Six steps. The first time takes about five minutes.'],
  'help.print': ['Skriv ut', 'Print'],
  'help.go': ['Jeg har en kode', 'I have a code'],
  'help.address': ['Adressen her', 'The address here'],
  'help.addressQr': ['Rutekode med adressen', 'Square code with the address'],
  'help.addressHow': [
    'Skriv adressen i nettleseren i brillene. På telefon eller nettbrett kan du peke kameraet på ruten.',
    'Type the address in the browser of the headset. On a phone or tablet you can point the camera at the square.',
  ],
  'help.local': [
    'Siden er åpnet på selve maskinen. Denne adressen virker bare der, og med kabel. Åpne heller adressen som serveren skrev ut da den startet. Står det localhost der også, må den startes med --lan.',
    'This page is open on the machine itself. This address works only there, and with a cable. Open the address that the server printed when it started. If that says localhost too, it must be started with --lan.',
  ],
  'help.plain': [
    'Adressen begynner med http. Da får ikke brillene vise VR. Den som har ansvar for maskinen, kan starte serveren med --lan.',
    'The address begins with http. So the headset is not allowed to show VR. Whoever looks after the machine can start the server with --lan.',
  ],
  'help.steps': ['Slik kommer du inn', 'How to get in'],
  'help.step': ['Steg {n}', 'Step {n}'],
  'help.network': ['Bruk samme nett', 'Use the same network'],
  'help.networkDo': [
    'Koble brillene til det samme trådløse nettet som maskinen. Ikke bruk gjestenettet.',
    'Connect the headset to the same Wi-Fi as the machine. Do not use the guest network.',
  ],
  'help.networkPic': [
    'En ruter sender til både maskinen og brillene. De er på samme nett.',
    'A router sends to both the machine and the headset. They are on the same network.',
  ],
  'help.type': ['Skriv adressen', 'Type the address'],
  'help.typeDo': [
    'Ta på brillene. Åpne nettleseren. Skriv hele adressen:',
    'Put on the headset. Open the browser. Type the whole address:',
  ],
  'help.typePic': [
    'En person med briller på ser en nettleser. Feltet øverst, der adressen skrives, har en ring rundt seg.',
    'A person wearing a headset sees a browser. The field at the top, where the address goes, has a ring round it.',
  ],
  'help.private': ['«Ikke privat»? Det er ventet', '“Not private”? That is expected'],
  'help.privateDo': [
    'Sjekk at adressen er riktig. Trykk «Avansert», og så «Fortsett» (på engelsk «Advanced» og «Proceed»). Det er som regel bare første gang. Kommer varselet igjen, gjør du det samme.',
    'Check that the address is right. Press “Advanced”, then “Continue” or “Proceed”. Mostly it is only the first time. If the warning comes again, do the same.',
  ],
  'help.privateWhy': [
    'Hvorfor? Maskinen her har laget sitt eget sertifikat. Ingen utenfor har laget det, så nettleseren kjenner det ikke. Det du gjør, blir i huset. Kommer det ikke noe varsel, går du bare videre.',
    'Why? The machine here made its own certificate. Nobody outside made it, so the browser does not know it. What you do stays in the house. If there is no warning, just go on.',
  ],
  'help.privatePic': [
    'Nettleseren viser et varsel. Knappen «Avansert» har en ring rundt seg. Under den kommer «Fortsett».',
    'The browser shows a warning. The button “Advanced” has a ring round it. Below it comes “Continue”.',
  ],
  'help.private.said': ['Ikke privat', 'Not private'],
  'help.private.advanced': ['Avansert', 'Advanced'],
  'help.private.continue': ['Fortsett', 'Continue'],
  'help.code': ['Skriv koden', 'Enter the code'],
  'help.codeDo': [
    'Du får koden av den du skal øve med. Den har 8 bokstaver og tall. Velg så navn og utseende.',
    'You get the code from the person you will practise with. It has 8 letters and numbers. Then choose a name and a look.',
  ],
  'help.codePic': ['Åtte ruter for koden. Fire er fylt ut.', 'Eight boxes for the code. Four are filled in.'],
  'help.enter': ['Gå inn', 'Go in'],
  'help.enterDo': [
    'Når du er sluppet inn, trykk «Gå inn med briller». Spør brillene om lov, trykker du «Tillat».',
    'When you are let in, press “Go in with the headset”. If the headset asks for permission, press “Allow”.',
  ],
  'help.enterPic': [
    'Knappen «Gå inn med briller» har en ring rundt seg. Et lite vindu spør om lov, og «Tillat» har en ring rundt seg.',
    'The button “Go in with the headset” has a ring round it. A small window asks for permission, and “Allow” has a ring round it.',
  ],
  'help.enter.ask': ['Bruke VR?', 'Use VR?'],
  'help.enter.allow': ['Tillat', 'Allow'],
  'help.place': ['Finn plassen din', 'Find your place'],
  'help.placeDo': [
    'Brillene viser en grense på gulvet. Bli innenfor. Du kan stå eller sitte.',
    'The headset shows a boundary on the floor. Stay inside it. You can stand or sit.',
  ],
  'help.placeOff': [
    'Du kan ta av brillene når du vil. Da blir alt stille. Når du tar dem på igjen, er du på et rolig sted. Trykk «Jeg vil tilbake» når du vil fortsette.',
    'You can take the headset off whenever you want. Everything goes still. When you put it on again, you are in a calm place. Press “I want to go back” when you want to go on.',
  ],
  'help.placePic': [
    'En person står og en person sitter. Begge har briller på, og en ring på gulvet rundt seg.',
    'One person stands and one sits. Both wear a headset, and have a ring on the floor round them.',
  ],
} as const satisfies Pairs;

/** What to try when it does not work. */
const troubleWords = {
  'help.trouble': ['Hvis det ikke virker', 'If it does not work'],
  'help.lost': ['Kontakten blir borte', 'The line is lost'],
  'help.lostWait': [
    'Du trenger ikke gjøre noe. Vent litt. Siden kommer tilbake av seg selv.',
    'You need not do anything. Wait a little. The page comes back by itself.',
  ],
  'help.lostStop': ['Stopp virker alltid, også uten nett.', 'Stop always works, also without a network.'],
  'help.noPage': ['Siden åpner seg ikke', 'The page does not open'],
  'help.noPageType': [
    'Er hele adressen skrevet riktig, også tegnene foran og tallene til slutt?',
    'Is the whole address right, also the signs in front and the numbers at the end?',
  ],
  'help.noPageWifi': [
    'Er brillene på samme nett som maskinen? Gjestenett holder ofte apparater fra hverandre.',
    'Is the headset on the same network as the machine? Guest networks often keep devices apart.',
  ],
  'help.noPagePhone': [
    'Prøv adressen på en telefon på samme nett. Virker den der, er feilen i nettet til brillene.',
    'Try the address on a phone on the same network. If it works there, the fault is in the headset’s network.',
  ],
  'help.noVr': ['Siden sier at den ikke fant briller', 'The page says that it found no headset'],
  'help.noVrHttps': [
    'Adressen må begynne med https. Ellers gir ikke nettleseren lov til VR.',
    'The address must begin with https. Otherwise the browser does not allow VR.',
  ],
  'help.noVrBrowser': ['Bruk nettleseren som fulgte med brillene.', 'Use the browser that came with the headset.'],
  'help.noVrFlat': ['Skjermen går også. Alt det viktige er der.', 'The screen works too. All that matters is there.'],
  'help.blocked': ['Du kom til å trykke «Blokker»', 'You pressed “Block” by accident'],
  'help.blockedLock': [
    'Trykk på tegnet til venstre for adressen. Velg «Tillat». Last siden på nytt.',
    'Press the sign to the left of the address. Choose “Allow”. Load the page again.',
  ],
} as const satisfies Pairs;

/** For whoever looks after the machine. */
const technicalWords = {
  'help.cable': ['Med kabel', 'With a cable'],
  'help.cableLead': [
    'Slipper ikke nettet dere til, går det med en USB-kabel. Dette er for den som har ansvar for maskinen.',
    'If the network does not let you through, a USB cable will do. This is for whoever looks after the machine.',
  ],
  'help.plug': ['Koble til', 'Connect'],
  'help.plugDo': [
    'Slå på utviklermodus i telefonappen til brillene. Sett en USB-kabel mellom brillene og maskinen. Ikke alle kabler kan føre data.',
    'Turn on developer mode in the headset’s phone app. Put a USB cable between the headset and the machine. Not every cable carries data.',
  ],
  'help.plugPic': ['En kabel går fra maskinen til brillene.', 'A cable goes from the machine to the headset.'],
  'help.debug': ['Si ja i brillene', 'Say yes in the headset'],
  'help.debugDo': ['Brillene spør om USB-feilsøking. Trykk «Tillat».', 'The headset asks about USB debugging. Press “Allow”.'],
  'help.debugPic': [
    'I brillene spør et vindu om USB-feilsøking. «Tillat» har en ring rundt seg.',
    'In the headset, a window asks about USB debugging. “Allow” has a ring round it.',
  ],
  'help.debug.ask': ['USB-feilsøking?', 'USB debugging?'],
  'help.reverse': ['Skriv én linje', 'Type one line'],
  'help.reverseDo': ['Skriv dette på maskinen:', 'Type this on the machine:'],
  'help.reverseThen': ['Åpne så denne adressen i brillene:', 'Then open this address in the headset:'],
  'help.reverseAgain': ['Har kabelen vært ute, skriver du linjen på nytt.', 'If the cable has been out, type the line again.'],
  'help.reversePic': [
    'Maskinen viser et vindu der det skrives en linje. Brillene er koblet til med kabel.',
    'The machine shows a window with one typed line. The headset is connected by cable.',
  ],
  'help.it': ['For IT', 'For IT'],
  'help.domain': ['Uten varsel: et ekte domene', 'No warning: a real domain'],
  'help.domainDo': [
    'Med et sertifikat for et eget domene kommer det ikke noe varsel. Legg dette til når serveren startes:',
    'With a certificate for a domain of your own there is no warning. Add this when the server is started:',
  ],
  'help.authority': ['Varselet på PC og telefon', 'The warning on laptops and phones'],
  'help.authorityDo': [
    'Legg til sertifikatet vårt som en rotutsteder på klinikkens egne enheter. Da slipper de varselet. Brillene trenger det ikke.',
    'Add our certificate as a root authority on the clinic’s own devices. Then they show no warning. The headset does not need it.',
  ],
  'help.authorityGet': ['Hent sertifikatet', 'Fetch the certificate'],
} as const satisfies Pairs;

/** Words of the page /help/headset, and of the links to it. */
export const helpWords = { ...stepWords, ...troubleWords, ...technicalWords } as const;
