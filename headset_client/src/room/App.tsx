import { useEffect, useState } from 'preact/hooks';
import { AtDoor } from '../join/AtDoor';
import { Frame } from '../join/Frame';
import { Goodbye } from '../join/Goodbye';
import { Join } from '../join/Join';
import { Looking } from '../join/Looking';
import { headsetHere } from '../vr/headset';
import { Room } from './Room';
import { type Connect, endingOf, useVisit } from './visit';

/** The headset page: the way in, the lobby, the room, and the way out. */
export function App({ connect }: { connect: Connect }) {
  const visit = useVisit(connect);
  const headset = useHeadset();
  const [straightToVr, setStraightToVr] = useState(false);
  const { session } = visit;
  const ending = endingOf(visit);
  const you = session?.state?.people[session.you];

  // Stop holds whatever the server says: one who is in the room stays there until they go.
  if (session && visit.inside && you?.where === 'room' && ending !== 'ended') {
    return (
      <Room session={session} headset={headset === true} straightToVr={straightToVr} refused={ending === 'refused'} onLeft={visit.leave} />
    );
  }
  if (ending) {
    return (
      <Frame screen="bye">
        <Goodbye ending={ending} refusal={session?.refusal ?? null} onAgain={visit.again} />
      </Frame>
    );
  }
  if (session?.state && you) {
    const goIn = (vr: boolean) => {
      setStraightToVr(vr);
      visit.goIn();
    };
    return <AtDoor session={session} state={session.state} you={you} headset={headset} onIn={goIn} onLeave={visit.leave} />;
  }
  if (visit.looking) {
    return (
      <Frame screen="look-for">
        <Looking onLeave={visit.again} />
      </Frame>
    );
  }
  return <Join session={session} onSeat={visit.sit} />;
}

/** Whether there is a headset here; null until the browser has said. */
function useHeadset(): boolean | null {
  const [here, setHere] = useState<boolean | null>(null);
  useEffect(() => {
    void headsetHere().then(setHere);
  }, []);
  return here;
}
