import type { RoomState } from '../wire/types.gen';
import { useWords } from '../words/use';

/** Everyone in the room, by name: seen in the sheet, and always there for a screen reader. */
export function People({ state, you, unseen = false }: { state: RoomState; you: string; unseen?: boolean }) {
  const { t, say } = useWords();
  const people = Object.values(state.people).filter((person) => person.where === 'room');
  const avatars = Object.values(state.avatars).filter((avatar) => avatar.present);
  return (
    <ul class={unseen ? 'unseen' : 'people'} aria-label={t('room.people')}>
      {people.map(({ id, name, here }) => (
        <li key={id}>
          {name}
          {id === you && ` (${t('room.you')})`}
          {!here && `, ${t('room.away')}`}
        </li>
      ))}
      {avatars.map(({ id, name, part }) => (
        <li key={id}>
          {name} · {t('artificial')}, {say(part)}
        </li>
      ))}
    </ul>
  );
}
