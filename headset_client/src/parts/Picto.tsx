import clock from 'openmoji/black/svg/1F552.svg?url';
import question from 'openmoji/black/svg/2753.svg?url';
import repeat from 'openmoji/black/svg/1F501.svg?url';
import hourglass from 'openmoji/black/svg/23F3.svg?url';
import hello from 'openmoji/black/svg/1F44B.svg?url';
import thanks from 'openmoji/black/svg/1F64F.svg?url';
import yes from 'openmoji/black/svg/1F44D.svg?url';
import no from 'openmoji/black/svg/1F44E.svg?url';
import bus from 'openmoji/black/svg/1F68C.svg?url';
import sign from 'openmoji/black/svg/1FAA7.svg?url';
import ticket from 'openmoji/black/svg/1F3AB.svg?url';
import money from 'openmoji/black/svg/1F4B0.svg?url';
import phone from 'openmoji/black/svg/1F4F1.svg?url';
import help from 'openmoji/black/svg/1F6DF.svg?url';
import leave from 'openmoji/black/svg/1F6AA.svg?url';
import heart from 'openmoji/black/svg/2764.svg?url';
import chair from 'openmoji/black/svg/1FA91.svg?url';
import weather from 'openmoji/black/svg/26C5.svg?url';
import map from 'openmoji/black/svg/1F5FA.svg?url';
import angry from 'openmoji/black/svg/1F620.svg?url';
import ear from 'openmoji/black/svg/1F442.svg?url';
import eyes from 'openmoji/black/svg/1F440.svg?url';
import walk from 'openmoji/black/svg/1F6B6.svg?url';
import coffee from 'openmoji/black/svg/2615.svg?url';
import sorry from 'openmoji/black/svg/1F614.svg?url';
import talk from 'openmoji/black/svg/1F4AC.svg?url';
import lightbulb from 'openmoji/black/svg/1F4A1.svg?url';
import wait from 'openmoji/black/svg/270B.svg?url';

/** One drawing for each name in rooms/icons.py. */
const drawings = {
  clock,
  question,
  repeat,
  hourglass,
  hello,
  thanks,
  yes,
  no,
  bus,
  sign,
  ticket,
  money,
  phone,
  help,
  leave,
  heart,
  chair,
  weather,
  map,
  angry,
  ear,
  eyes,
  walk,
  coffee,
  sorry,
  talk,
  lightbulb,
  wait,
} as const;
export type PictoName = keyof typeof drawings;

export function isPicto(name: string): name is PictoName {
  return Object.hasOwn(drawings, name);
}

/** The address of a pictogram's SVG; one that is not known here is drawn as a speech bubble. */
export function pictoUrl(name: string): string {
  return isPicto(name) ? drawings[name] : drawings.talk;
}

/** A pictogram from OpenMoji (CC BY-SA 4.0). Decorative: the words stand beside it. */
export function Picto({ name, class: className = '' }: { name: string; class?: string }) {
  return <img class={`picto ${className}`} src={pictoUrl(name)} alt="" width="72" height="72" />;
}
