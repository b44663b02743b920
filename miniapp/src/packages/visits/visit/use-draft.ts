import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useSessionKnown } from '../../../platform/session';
import { draftName, nameFor, type DraftEdit } from './draft.rules.ts';
import { draftOf, dropDraft, saveDraft, watchDrafts, type Draft } from './drafts.ts';

/** The visit that was begun on this phone. What is shown may be older than what stands: an edit begins from what stands. */
export function useDraft(patientId: string, visitId: string | undefined) {
  // A page that opens with the app is there before what lies enciphered is open, and looks again then. After that its draft stays its own.
  const known = useSessionKnown();
  const name = useMemo(() => (known ? nameFor(patientId, visitId, draftOf) : draftName(patientId)), [known, patientId, visitId]);
  const current = useCallback(() => draftOf(name), [name]);
  const draft = useSyncExternalStore(watchDrafts, current, current);
  const keep = useCallback(
    (next: Draft) => {
      saveDraft(name, next);
    },
    [name],
  );
  const edit = useCallback(
    (how: DraftEdit) => {
      const now = draftOf(name);
      if (now) saveDraft(name, how(now));
    },
    [name],
  );
  const drop = useCallback(() => {
    dropDraft(name);
  }, [name]);
  return { name, draft, current, keep, edit, drop };
}
