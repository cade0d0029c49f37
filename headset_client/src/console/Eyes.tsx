import { useEffect, useRef } from 'preact/hooks';
import { worldView } from '../session';
import type { Person } from '../wire/types.gen';
import { useWords } from '../words/use';
import { World } from '../world';
import { useDesk } from './desk';
import { drew } from './probe';

/** A second picture of the room must not slow the page: it is drawn at most this often. */
const FRAME_MS = 33;
/** The eyes of one whose head has not been heard of yet. */
const EYES_M = 1.6;

/** What the client sees now: the same world, from where the client's head is. */
export function Eyes({ client }: { client: Person | null }) {
  const { t } = useWords();
  if (client === null) return <p class="noEyes">{t('view.noEyes')}</p>;
  return <EyesOf client={client} />;
}

function EyesOf({ client }: { client: Person }) {
  const { t, tongue } = useWords();
  const { session } = useDesk();
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const here = canvas.current;
    if (here === null) return;
    const world = new World(here, { pixelRatio: 1 });
    const fit = new ResizeObserver(() => world.resize(here.clientWidth || 1, here.clientHeight || 1));
    fit.observe(here);
    let before = performance.now();
    let frame = requestAnimationFrame(draw);
    function draw(now: number) {
      frame = requestAnimationFrame(draw);
      if (now - before < FRAME_MS) return;
      world.show(worldView(session, tongue, { me: client.id }));
      standIn(world, session.state?.people[client.id] ?? client);
      world.render(session.sceneTime(), (now - before) / 1000);
      before = now;
      const { calls, triangles } = world.stats();
      drew(calls, triangles);
    }
    return () => {
      cancelAnimationFrame(frame);
      fit.disconnect();
      world.dispose();
    };

    function standIn({ camera }: World, person: Person) {
      const pose = person.body === null ? null : session.poseAt(person.body, session.now());
      if (pose) {
        camera.position.set(...pose.head.p);
        camera.quaternion.set(...pose.head.q);
      } else {
        camera.position.set(person.at[0], EYES_M, person.at[1]);
        camera.rotation.set(0, ((person.facing + 180) * Math.PI) / 180, 0);
      }
    }
  }, [session, client.id, tongue]);
  return <canvas class="eyes" ref={canvas} role="img" aria-label={t('eyes.label', { name: client.name })} />;
}
