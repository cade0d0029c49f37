import type { Pairs } from './pairs';

/** How hard it is: asked, answered, and the limit that was agreed. */
const hardWords = {
  'hard.ask': ['Hvor tungt er det nå?', 'How hard is it now?'],
  'hard.keys': ['Hvor tungt er det nå? Trykk et tall fra 0 til 10.', 'How hard is it now? Press a number from 0 to 10.'],
  'hard.least': ['ikke tungt', 'not hard'],
  'hard.most': ['så tungt det kan bli', 'as hard as can be'],
  'hard.level': ['{n} av 10', '{n} of 10'],
  'hard.later': ['Ikke nå', 'Not now'],
  'hard.thanks': ['Takk for at du sier fra.', 'Thank you for saying how it is.'],
  'hard.say': ['Si hvor tungt det er', 'Say how hard it is'],
  'hard.puck': ['Hvor tungt?', 'How hard?'],
  'hard.limit': ['Pause når det blir for tungt', 'Pause when it gets too hard'],
  'hard.limit.lead': [
    'Alt stopper av seg selv når tallet ditt er over dette.',
    'Everything stops by itself when your number is above this.',
  ],
  'hard.limit.is': ['Pause av seg selv over: {n}', 'Pause by itself above: {n}'],
  'hard.limit.never': ['Ingen pause av seg selv', 'No pause by itself'],
} as const satisfies Pairs;

/** What a round shows beside the talk, and what is asked after it. */
const nextWords = {
  'round.left': ['{time} igjen', '{time} left'],
  'round.left.calm': ['Når tida er ute, går scenen bare videre.', 'When the time is up, the scene just goes on.'],
  'round.task': ['Husk også', 'Also remember'],
  'round.task.done': ['Gjort', 'Done'],
  'wish.title': ['Hva vil du nå?', 'What would you like next?'],
  'wish.again': ['Det samme en gang til', 'The same again'],
  'wish.harder': ['Litt vanskeligere', 'A bit harder'],
  'wish.easier': ['Litt lettere', 'A bit easier'],
  'wish.enough': ['Nok for i dag', 'Enough for today'],
  'wish.yours': ['Du valgte: {wish}.', 'You chose: {wish}.'],
  'wish.change': ['Velg noe annet', 'Choose another'],
  'next.again': ['Forslag: det samme en gang til.', 'Suggestion: the same again.'],
  'next.up': ['Forslag: litt vanskeligere ({axis}: {level}).', 'Suggestion: a bit harder ({axis}: {level}).'],
  'next.down': ['Forslag: litt lettere ({axis}: {level}).', 'Suggestion: a bit easier ({axis}: {level}).'],
  'next.help': ['hjelp', 'help'],
  'next.free': ['Du bestemmer.', 'You decide.'],
} as const satisfies Pairs;

/** The same for staff. {name} is the client’s. */
const staffWords = {
  'how.title': ['Hvor tungt det er', 'How hard it is'],
  'how.none': ['Ikke sagt ennå', 'Not said yet'],
  'how.now': ['{name}: {n} av 10. Grense: {limit}.', '{name}: {n} of 10. Limit: {limit}.'],
  'how.limit': ['pause over {n}', 'pause above {n}'],
  'how.said': ['sagt {at}', 'said {at}'],
  'how.asked': ['spurt {at} av {by}', 'asked {at} by {by}'],
  'how.waits': ['svarer ikke ennå', 'not answered yet'],
  'how.curve': ['Svarene fra {name} så langt: {all}', 'What {name} has said so far: {all}'],
  'how.ask': ['Spør hvordan det er', 'Ask how it is'],
  'how.ask.whom': ['{words}: {name}', '{words}: {name}'],
  'how.asked.now': ['{name} er spurt.', '{name} has been asked.'],
  'how.ask.wait': ['Kan spørres igjen om {time}', 'Ask again in {time}'],
  'sug.title': ['Forslag til neste runde', 'Suggestion for the next round'],
  'sug.again': ['Samme steg en gang til', 'The same step once more'],
  'sug.up': ['Opp: {axis} til {level}', 'Up: {axis} to {level}'],
  'sug.down': ['Ned: {axis} til {level}', 'Down: {axis} to {level}'],
  'sug.do': ['Gjør dette, og begynn på nytt', 'Do this, and begin again'],
  'sug.did': ['Gjort: {what}', 'Done: {what}'],
  'sug.wish': ['{name} ønsker: {wish}', '{name} would like: {wish}'],
  'sug.wish.none': ['{name} har ikke valgt ennå', '{name} has not chosen yet'],
  'sug.decides': ['{name} bestemmer.', '{name} decides.'],
  'sug.free': ['Et forslag. {name} bestemmer.', 'A suggestion. {name} decides.'],
  'meant.told': ['fortalte noe', 'told something'],
  'meant.rather_not': ['vil ikke snakke om det', 'would rather not say'],
  'tag.push': ['tilbud {n} av {all}', 'offer {n} of {all}'],
  'tag.question': ['spørsmål', 'question'],
  'tag.followup': ['ba om mer', 'asked for more'],
  'tag.stall': ['utsatte', 'put off'],
  'tag.interruption': ['avbrytelse', 'interruption'],
  'tag.stand_in': ['gjør klientens del', 'plays the client’s part'],
  'run.left': ['Tid igjen', 'Time left'],
  'run.task': ['Oppgave to', 'Second task'],
  'press.unfit': ['Mer enn dette passer ikke her.', 'More than this does not fit here.'],
} as const satisfies Pairs;

/** Words of a round: distress, the time, the second task, what comes next. */
export const roundWords = { ...hardWords, ...nextWords, ...staffWords } as const satisfies Pairs;
