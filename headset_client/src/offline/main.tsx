import { render } from 'preact';
import '../style/base.css';
import '../style/replay.css';
import { Replay } from '../replay/Replay';
import { WordsProvider, useWords } from '../words/use';
import { Home } from './home';
import { retold, unpacked } from './session';

function Offline({ home, told }: { home: Home; told: ReturnType<typeof retold> }) {
  const { t } = useWords();
  return <Replay player={home} viewing={null} told={told} mine={false} note={t('re.offline')} />;
}

function Empty() {
  const { t } = useWords();
  return <p class="asking">{t('re.offline.bad')}</p>;
}

async function begin(root: HTMLElement): Promise<void> {
  const here = document.getElementById('session')?.textContent ?? '';
  const held = await unpacked(here).catch(() => null);
  const page = held === null ? <Empty /> : <Offline home={new Home(held, () => performance.now())} told={retold(held)} />;
  render(<WordsProvider title="re.title">{page}</WordsProvider>, root);
}

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no #app');
void begin(root);
