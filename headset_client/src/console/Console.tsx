import { useState } from 'preact/hooks';
import type { Session } from '../session';
import type { RoomState, Scenario } from '../wire/types.gen';
import { useWords } from '../words/use';
import { useActs } from './acts';
import { useAsking } from './asking';
import { AvatarStrip } from './AvatarStrip';
import { Banners } from './Banners';
import { castOf, type Desk, DeskContext, type SheetName } from './desk';
import { HowItIs } from './HowItIs';
import { LobbyTray } from './LobbyTray';
import { Notes } from './Notes';
import { Pressure } from './Pressure';
import { RoomView } from './RoomView';
import { Sheet } from './sheets/Sheet';
import { SixControls } from './SixControls';
import { type Tab, Tabs } from './Tabs';
import { Told } from './Told';
import { TopBar } from './TopBar';
import { Transcript } from './Transcript';
import { useKeys } from './useKeys';

interface Props {
  id: string;
  session: Session;
  state: RoomState;
  script: Scenario | null;
  onLeave: () => void;
  dark: boolean;
  onDark: () => void;
}

/** The room page: pressure, the room, the avatars, what is said, and six controls with Stop beside them. */
export function Console({ id, session, state, script, onLeave, dark, onDark }: Props) {
  const { t, say } = useWords();
  const told = useAsking(session);
  const [chosenId, choose] = useState<string | null>(null);
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [walking, walk] = useState(false);
  const [singleKeys, setSingleKeys] = useState(true);
  const [tab, setTab] = useState<Tab>('avatars');
  const open = (next: SheetName | null) => {
    if (next !== null) told.clear();
    setSheet(next);
  };
  const cast = castOf(state);
  const chosen =
    cast.find((avatar) => avatar.id === chosenId) ??
    cast.find(({ played_by: by }) => by === session.you) ??
    cast.find(({ present }) => present) ??
    cast[0] ??
    null;
  const desk: Desk = { id, session, state, script, ask: told.ask, chosen, choose, sheet, open, walking, walk };
  const acts = useActs(desk);
  useKeys({ acts, desk, singleKeys });

  return (
    <DeskContext.Provider value={desk}>
      <div class="console">
        <button type="button" class="skip button" onClick={() => document.getElementById('six')?.focus()}>
          {t('con.skip')}
        </button>
        <TopBar onLeave={onLeave} dark={dark} onDark={onDark} />
        <Banners onLeave={onLeave} />
        <main inert={sheet !== null}>
          <h1 class="unseen">
            {t('con.title')}: {say(state.scene?.title ?? {})}
          </h1>
          <div class="left" data-shown={tab === 'press'}>
            <Pressure />
          </div>
          <div class="middle">
            <RoomView />
            <Tabs tab={tab} onTab={setTab} />
            <AvatarStrip shown={tab === 'avatars'} />
          </div>
          <div class="right">
            <LobbyTray />
            <HowItIs />
            <Notes />
            <Transcript />
          </div>
        </main>
        <Told note={told.note} onClose={told.clear} />
        {sheet !== null && <Sheet name={sheet} singleKeys={singleKeys} onSingleKeys={() => setSingleKeys(!singleKeys)} />}
        <SixControls acts={acts} />
      </div>
    </DeskContext.Provider>
  );
}
