import { Icon } from '../parts/Icon';

interface Press {
  icon: string;
  words: string;
  name: string;
  can: boolean;
  onPress: () => void;
}

/** Moves a limit or a level by one; `name` says which to those who cannot see it. */
export function Change({ icon, words, name, can, onPress }: Press) {
  return (
    <button type="button" class="button" aria-disabled={!can} aria-label={`${words}: ${name}`} onClick={() => can && onPress()}>
      <Icon name={icon} />
      {words}
    </button>
  );
}
