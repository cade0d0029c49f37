import { render } from 'preact';
import '../style/base.css';
import '../style/help.css';
import { WordsProvider } from '../words/use';
import { addressOf } from './address';
import { Help } from './Help';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no #app');
render(
  <WordsProvider title="help.title">
    <Help address={addressOf(location)} />
  </WordsProvider>,
  root,
);
