import type { PictoName } from '../parts/Picto';

/** The pictogram of a place: what one would look for there. */
const PICTOS: Readonly<Record<string, PictoName>> = {
  park: 'neutral_face',
  flat: 'shirt',
  bus_stop: 'bus',
  shop: 'basket',
  office: 'letter',
  clinic: 'doctor',
  stairwell: 'key',
  cafe: 'coffee',
  peer_cafe: 'group',
  quay: 'film',
  venue: 'music',
  meeting_room: 'raise_hand',
  home: 'family',
  friends_flat: 'sit',
  talk_room: 'talk',
  workplace: 'work',
};

export function pictoOf(place: string): PictoName {
  return PICTOS[place] ?? 'star';
}
