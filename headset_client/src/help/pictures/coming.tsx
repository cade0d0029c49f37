import { useWords } from '../../words/use';
import { Bust, ONE } from './people';
import { Browser, Headset, Line, Machine, Picture, Ring, Words } from './things';

/** Step 1: the machine and the headset on one network. */
export function NetworkPicture() {
  const { t } = useWords();
  return (
    <Picture label={t('help.networkPic')} floor={150}>
      <g fill="none" stroke="var(--fjord)" stroke-width="5" stroke-linecap="round">
        <path d="M148 42q12-11 24 0M136 29q24-22 48 0" />
        <path d="M120 66Q88 72 74 92M200 66q32 6 46 26" stroke-dasharray="1 10" />
      </g>
      <g>
        <path d="M142 70V46M178 70V46" stroke="var(--ink-soft)" stroke-width="4" stroke-linecap="round" />
        <rect x="130" y="62" width="60" height="22" rx="7" fill="#ffffff" stroke="var(--edge)" stroke-width="2" />
        <circle cx="144" cy="73" r="3.500" fill="var(--fjord)" />
        <circle cx="156" cy="73" r="3.500" fill="var(--fjord)" />
        <path d="M122 86h76v6h-76Z" fill="var(--oak)" />
      </g>
      <Machine x={70} y={176} />
      <Headset x={250} y={178} />
    </Picture>
  );
}

/** Step 2: where the address goes. */
export function TypePicture() {
  const { t } = useWords();
  return (
    <Picture label={t('help.typePic')}>
      <Browser x={110} y={30} width={190} height={120} address="https://" />
      <Ring x={144} y={37} width={144} height={26} />
      <Line x={130} y={92} width={110} />
      <Line x={130} y={110} width={146} />
      <Line x={130} y={128} width={80} />
      <Bust x={58} y={126} scale={1.5} paint={ONE} />
    </Picture>
  );
}

/** Step 4: the code, half filled in. */
export function CodePicture() {
  const { t } = useWords();
  const slots = [...'AB7K'];
  return (
    <Picture label={t('help.codePic')}>
      <rect x="14" y="50" width="292" height="104" rx="14" fill="#ffffff" stroke="var(--edge)" stroke-width="2" />
      {Array.from({ length: 8 }, (_, n) => {
        const x = 26 + n * 33 + (n > 3 ? 8 : 0);
        return (
          <g key={n}>
            <rect x={x} y="80" width="29" height="44" rx="6" fill="#ffffff" stroke="var(--edge)" stroke-width="2" />
            <Words x={x + 14.5} y={111} size={24}>
              {slots[n] ?? ''}
            </Words>
          </g>
        );
      })}
      <Ring x={166} y={80} width={128} height={44} />
    </Picture>
  );
}
