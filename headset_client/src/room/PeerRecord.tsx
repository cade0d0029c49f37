import { Asking } from '../recording/Asking';
import type { RoomState } from '../wire/types.gen';
import { useWords } from '../words/use';
import type { Inside } from './inside';
import { Sheet } from './Sheet';

interface Props {
  inside: Inside;
  state: RoomState;
  onClose: () => void;
}

/** A peer worker may ask for a recording, see who has answered what, and stop it. */
export function PeerRecord({ inside, state, onClose }: Props) {
  const { t } = useWords();
  return (
    <Sheet title={t('rec.sheet')} onClose={onClose}>
      <Asking state={state} you={inside.session.you} mark={null} ask={(intent) => void inside.ask(intent)} onClose={onClose} />
    </Sheet>
  );
}
