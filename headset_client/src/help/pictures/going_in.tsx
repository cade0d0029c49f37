import { useWords } from '../../words/use';
import { ONE, OTHER, Sitting, Standing } from './people';
import { Browser, Line, Picture, Press, Ring, Words } from './things';

/** Step 3: the browser's warning, and what to press. */
export function PrivatePicture() {
  const { t } = useWords();
  return (
    <Picture label={t('help.privatePic')}>
      <Browser x={40} y={14} width={240} height={172} address="https://" />
      <path d="M74 62 90 90H58Z" fill="var(--cloudberry-tint)" stroke="var(--cloudberry-ink)" stroke-width="3" stroke-linejoin="round" />
      <path d="M74 71v8M74 84v.5" stroke="var(--cloudberry-ink)" stroke-width="3.500" stroke-linecap="round" />
      <Words x={164} y={86} size={22}>
        {t('help.private.said')}
      </Words>
      <Press x={60} y={108} width={100} height={30}>
        {t('help.private.advanced')}
      </Press>
      <Ring x={60} y={108} width={100} height={30} />
      <Line x={180} y={116} width={76} />
      <Line x={180} y={132} width={50} />
      <path
        d="M84 147v7q0 8 8 8h9m-6-6 6 6-6 6"
        fill="none"
        stroke="var(--cloudberry-ink)"
        stroke-width="3"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <text x="112" y="168" font-size="19" font-weight="700" fill="var(--fjord)" text-decoration="underline">
        {t('help.private.continue')}
      </text>
    </Picture>
  );
}

/** Step 5: the button that leads in, and what is allowed. */
export function EnterPicture() {
  const { t } = useWords();
  return (
    <Picture label={t('help.enterPic')}>
      <Press x={24} y={24} width={226} height={46} main>
        {t('in.vr')}
      </Press>
      <Ring x={24} y={24} width={226} height={46} />
      <path
        d="M150 82q4 18 22 22m-2-8 3 8-8 4"
        fill="none"
        stroke="var(--cloudberry-ink)"
        stroke-width="3.500"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <rect x="132" y="112" width="168" height="78" rx="12" fill="rgb(60 45 25 / 0.16)" />
      <rect x="130" y="108" width="168" height="78" rx="12" fill="#ffffff" stroke="var(--edge)" stroke-width="2" />
      <Words x={214} y={132}>
        {t('help.enter.ask')}
      </Words>
      <path d="M148 158h40" stroke="var(--line)" stroke-width="6" stroke-linecap="round" />
      <Press x={204} y={144} width={80} height={30}>
        {t('help.enter.allow')}
      </Press>
      <Ring x={204} y={144} width={80} height={30} />
    </Picture>
  );
}

/** Step 6: inside the boundary, standing or sitting. */
export function PlacePicture() {
  const { t } = useWords();
  return (
    <Picture label={t('help.placePic')} floor={132}>
      <g fill="rgb(255 255 255 / 0.35)" stroke="var(--fjord)" stroke-width="4" stroke-dasharray="10 7" stroke-linecap="round">
        <ellipse cx="92" cy="176" rx="66" ry="17" />
        <ellipse cx="232" cy="176" rx="66" ry="17" />
      </g>
      <Standing x={92} y={178} scale={1.08} paint={ONE} />
      <Sitting x={232} y={178} scale={1.12} paint={OTHER} />
    </Picture>
  );
}
