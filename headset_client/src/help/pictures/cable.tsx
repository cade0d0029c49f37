import { useWords } from '../../words/use';
import { Headset, Line, Machine, Picture, Press, Ring, Words } from './things';

/** The cable between the two, the plug at the headset ringed where it is the point. */
function Wire() {
  return <path d="M128 172c26 14 34-24 58-14 12 5 8 14 20 10" fill="none" stroke="var(--ink)" stroke-width="5" stroke-linecap="round" />;
}

export function PlugPicture() {
  const { t } = useWords();
  return (
    <Picture label={t('help.plugPic')} floor={140}>
      <Wire />
      <Machine x={74} y={176} scale={1.1} />
      <Headset x={250} y={178} />
      <Ring x={194} y={156} width={16} height={22} />
    </Picture>
  );
}

export function DebugPicture() {
  const { t } = useWords();
  return (
    <Picture label={t('help.debugPic')}>
      <rect x="42" y="44" width="240" height="120" rx="14" fill="rgb(60 45 25 / 0.16)" />
      <rect x="40" y="40" width="240" height="120" rx="14" fill="#ffffff" stroke="var(--edge)" stroke-width="2" />
      <Words x={160} y={74} size={19}>
        {t('help.debug.ask')}
      </Words>
      <Line x={66} y={94} width={188} />
      <Line x={62} y={131} width={70} />
      <Press x={160} y={114} width={100} height={34}>
        {t('help.enter.allow')}
      </Press>
      <Ring x={160} y={114} width={100} height={34} />
    </Picture>
  );
}

export function ReversePicture() {
  const { t } = useWords();
  return (
    <Picture label={t('help.reversePic')} floor={140}>
      <Wire />
      <Machine x={78} y={176} scale={1.4}>
        <path d="m-36-58 6 5-6 5" fill="none" stroke="var(--cloudberry)" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" />
        <text x="-24" y="-48.500" font-size="12" font-weight="700" fill="#ffffff">
          adb reverse
        </text>
        <path d="M-36-36h8" stroke="#ffffff" stroke-width="3" />
      </Machine>
      <Headset x={254} y={178} scale={0.9} />
    </Picture>
  );
}
