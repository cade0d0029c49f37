import { render } from 'preact';
import { Session } from '../session';
import '../style/base.css';
import '../style/join.css';
import '../style/path.css';
import '../style/room.css';
import '../style/recording_room.css';
import { WordsProvider } from '../words/use';
import { App } from './App';

const app = document.getElementById('app');
if (app) {
  render(
    <WordsProvider title="room.title">
      <App connect={(seat) => new Session({ seat })} />
    </WordsProvider>,
    app,
  );
}
