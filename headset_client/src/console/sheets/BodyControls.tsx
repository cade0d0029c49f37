import { Icon } from '../../parts/Icon';
import { type Avatar, GESTURES } from '../../wire/types.gen';
import { groundOf } from '../../room/grounds';
import { mayStand } from '../../room/walk';
import type { GroundPoint } from '../../world/view';
import { isKey } from '../../words/catalogue';
import { useWords } from '../../words/use';
import { clientOf, useDesk } from '../desk';
import { peopleOnMap } from '../map/people';
import { placeNamed } from '../map/place';
import { usePlaying } from '../playing';
import { beside } from './beside';

const NEAR_M = 1;
const AWAY_M = 3;
/** As the room has it: nobody walks nearer to another than this. */
const APART_M = 0.5;
const far = (a: GroundPoint, b: GroundPoint) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Gestures, where it looks, and where it walks. */
export function BodyControls({ avatar }: { avatar: Avatar }) {
  const { t } = useWords();
  const { gesture } = usePlaying();
  return (
    <div class="body">
      <div role="group" aria-label={t('sheet.gestures')}>
        <h3>{t('sheet.gestures')}</h3>
        <p>
          {GESTURES.map((each) => (
            <button type="button" key={each} class="button small" onClick={() => void gesture(avatar, each)}>
              {t(`ges.${each}`)}
            </button>
          ))}
        </p>
      </div>
      <div class="two">
        <LooksAt avatar={avatar} />
        <Walks avatar={avatar} />
      </div>
    </div>
  );
}

function LooksAt({ avatar }: { avatar: Avatar }) {
  const { t } = useWords();
  const { state } = useDesk();
  const { look } = usePlaying();
  const things = Object.keys(placeNamed(state.scene?.place ?? '')?.looks_at ?? {});
  const people = [
    ...Object.values(state.people).filter(({ where, body }) => where === 'room' && body !== null),
    ...Object.values(state.avatars).filter(({ id, present }) => present && id !== avatar.id),
  ];
  const thing = (name: string) => {
    const key = `thing.${name}`;
    return isKey(key) ? t(key) : name;
  };
  return (
    <label class="looksAt">
      <span>{t('sheet.looks')}</span>
      <select value={avatar.looks_at ?? ''} onChange={({ currentTarget: { value } }) => void look(avatar, value === '' ? null : value)}>
        <option value="">{t('sheet.nowhere')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {things.map((name) => (
          <option key={name} value={name}>
            {thing(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Walks({ avatar }: { avatar: Avatar }) {
  const { t, tongue } = useWords();
  const { session, state, open, walk } = useDesk();
  const playing = usePlaying();
  const client = clientOf(state);
  const ground = groundOf(state.scene?.place ?? '');
  const to = (metres: number) => {
    const people = peopleOnMap(session, state, tongue);
    const at = (id: string | undefined): GroundPoint | undefined => people.find((one) => one.id === id)?.at;
    const [them, it] = [at(client?.id), at(avatar.id)];
    if (!them || !it) return;
    const others = people.filter((one) => one.id !== avatar.id).map((one) => one.at);
    const free = (point: GroundPoint) => mayStand(point, ground) && others.every((other) => far(other, point) > APART_M);
    const goal = beside(them, it, metres, free);
    if (goal !== null) void playing.walk(avatar, goal);
  };
  const pick = () => {
    open(null);
    walk(true);
  };
  return (
    <div role="group" aria-label={t('sheet.walks')}>
      <h3>{t('sheet.walks')}</h3>
      <p>
        {client !== null && (
          <>
            <button type="button" class="button small" onClick={() => to(NEAR_M)}>
              {t('sheet.walk.near', { name: client.name })}
            </button>
            <button type="button" class="button small" onClick={() => to(AWAY_M)}>
              {t('sheet.walk.away')}
            </button>
          </>
        )}
        <button type="button" class="button small" onClick={pick}>
          <Icon name="footprints" />
          {t('sheet.walk.pick')}
        </button>
      </p>
    </div>
  );
}
