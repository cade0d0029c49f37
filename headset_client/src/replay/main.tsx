import { render } from 'preact';
import '../style/base.css';
import '../style/replay.css';
import { WordsProvider } from '../words/use';
import { App } from './App';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no #app');
render(
  <WordsProvider title="re.title">
    <App />
  </WordsProvider>,
  root,
);
