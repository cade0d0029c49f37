import { useWords } from '../../words/use';
import { Bust, ONE } from './people';
import { Headset, Line, Machine, Picture, Press, Ring, Words } from './things';

/** The cable between the machine and the headset. */
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
      <rect x="114" y="34" width="190" height="112" rx="14" fill="rgb(60 45 25 / 0.16)" />
      <rect x="112" y="30" width="190" height="112" rx="14" fill="#ffffff" stroke="var(--edge)" stroke-width="2" />
      <Words x={207} y={62} size={20}>
        {t('help.debug.ask')}
      </Words>
      <Line x={132} y={80} width={150} />
      <Line x={132} y={115} width={46} />
      <Press x={198} y={98} width={86} height={32}>
        {t('help.enter.allow')}
      </Press>
      <Ring x={198} y={98} width={86} height={32} />
      <Bust x={58} y={126} scale={1.5} paint={ONE} />
    </Picture>
  );
}

export function ReversePicture() {
  const { t } = useWords();
  return (
    <Picture label={t('help.reversePic')} floor={140}>
      <Wire />
      <Machine x={90} y={178} scale={1.35}>
        <text y="-46" font-size="14.500" font-weight="700" text-anchor="middle" fill="#ffffff">
          adb reverse
        </text>
        <path d="M-40-34h10" stroke="var(--cloudberry)" stroke-width="3.500" />
      </Machine>
      <Headset x={258} y={178} scale={0.9} />
    </Picture>
  );
}
