import { ReadAloud } from '../parts/ReadAloud';

/** A screen's one question, its one sentence of help, and the button that reads both (and `more`) aloud. */
export function Title({ title, lead, more = '' }: { title: string; lead: string; more?: string }) {
  return (
    <div class="title">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{lead}</p>
      <ReadAloud text={`${title}. ${lead} ${more}`} />
    </div>
  );
}
