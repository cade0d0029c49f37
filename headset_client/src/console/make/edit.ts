/** What every field of the editor works with: the scenario as it stands, the ways to change it, and what is said of it. */
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Mistake, Refusal, Scenario } from '../../wire/types.gen';
import * as api from './api';
import { added, moved, type Path, put, without } from './doc';

export interface Edit {
  doc: Scenario;
  put: (path: Path, value: unknown) => void;
  add: (path: Path, value: unknown) => void;
  remove: (path: Path) => void;
  move: (path: Path, by: number) => void;
  mistakes: readonly Mistake[];
  advice: readonly Mistake[];
}

export const EditContext = createContext<Edit | null>(null);

export function useEdit(): Edit {
  const edit = useContext(EditContext);
  if (edit === null) throw new Error('useEdit outside the editor');
  return edit;
}

/** So long after the last key the server is asked what it thinks. */
const CHECK_AFTER_MS = 700;

export interface Draft {
  /** Null until it has come, or when its file has no form that could be shown. */
  edit: Edit | null;
  mistakes: readonly Mistake[];
  refusal: Refusal | null;
  loaded: boolean;
  saved: boolean;
  checking: boolean;
  /** Whether it is on the server's disk now. */
  save: () => Promise<boolean>;
}

/** The scenario `id` with what was changed here, checked by the server whenever one has paused. */
export function useDraft(id: string): Draft {
  const [doc, setDoc] = useState<Scenario | null>(null);
  const [found, setFound] = useState<{ mistakes: readonly Mistake[]; advice: readonly Mistake[] }>({ mistakes: [], advice: [] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [loaded, setLoaded] = useState(false);
  const [checking, setChecking] = useState(false);
  const kept = useRef<Scenario | null>(null);
  const newest = useRef<Scenario | null>(null);
  newest.current = doc;

  useEffect(() => {
    void api.read(id).then((answer) => {
      setLoaded(true);
      setRefusal(answer.ok ? null : answer.refusal);
      if (!answer.ok) return;
      kept.current = answer.value.scenario;
      setDoc(answer.value.scenario);
      setFound(answer.value);
    });
  }, [id]);
  useEffect(() => {
    if (doc === null || doc === kept.current) return;
    const timer = setTimeout(async () => {
      setChecking(true);
      const answer = await api.check(id, doc);
      setChecking(false);
      if (answer.ok && newest.current === doc) setFound(answer.value);
    }, CHECK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [id, doc]);

  const change = (how: (doc: Scenario) => Scenario) => setDoc((before) => before && how(before));
  const save = async () => {
    if (doc === null) return false;
    if (doc === kept.current) return true;
    const answer = await api.save(id, doc);
    setRefusal(answer.ok ? null : answer.refusal);
    if (!answer.ok) return false;
    if (newest.current === doc) setFound(answer.value);
    if (answer.value.saved) kept.current = doc;
    setChecking(false);
    return answer.value.saved;
  };
  const edit = doc && {
    doc,
    put: (path: Path, value: unknown) => change((before) => put(before, path, value)),
    add: (path: Path, value: unknown) => change((before) => added(before, path, value)),
    remove: (path: Path) => change((before) => without(before, path)),
    move: (path: Path, by: number) => change((before) => moved(before, path, by)),
    ...found,
  };
  return { edit, mistakes: found.mistakes, refusal, loaded, saved: doc === kept.current, checking, save };
}
