import { useCallback, useEffect, useRef, useState } from 'react';
import { listPatients, searchPatients } from '@guanhu/shared/registry/registry.routes';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { PhoneRefusal } from '../../platform/api/answer.ts';
import { call } from '../../platform/api';
import { newKey } from '../../platform/api/new-key.ts';
import { ownPatients } from '../../platform/kept/sync.ts';
import { useSession } from '../../platform/session';

type Rows = readonly AnswerOf<typeof listPatients>['rows'][number][];

/** A list that grows page by page; a new search starts it again. */
export function usePatients() {
  const signedIn = useSession() !== undefined;
  const [asked, setAsked] = useState('');
  const [rows, setRows] = useState<Rows>([]);
  const [next, setNext] = useState<string | null>(null);
  const [loading, setLoading] = useState(true);
  const [refusal, setRefusal] = useState<PhoneRefusal>();
  const [keptOnly, setKeptOnly] = useState(false);
  const latest = useRef(0);

  const fetchPage = useCallback(async (q: string, after: string | null) => {
    const mine = (latest.current += 1);
    setLoading(true);
    const page = after === null ? {} : { after };
    // Part of a name goes into the body: addresses are logged on the way.
    const answer = await (q === '' ? call(listPatients, { query: page }) : call(searchPatients, { body: { ...page, q }, key: newKey() }));
    if (mine !== latest.current) return;
    setLoading(false);
    // Without signal those who are kept on this phone can be found, by a part of the name.
    const own = answer.ok || !answer.refusal.unreached ? undefined : ownPatients(q);
    setKeptOnly(own !== undefined);
    setRefusal(answer.ok || own ? undefined : answer.refusal);
    if (own) {
      setRows(own);
      setNext(null);
    }
    if (!answer.ok) return;
    setRows(before => (after === null ? answer.value.rows : [...before, ...answer.value.rows]));
    setNext(answer.value.next);
  }, []);

  useEffect(() => {
    if (signedIn) void fetchPage(asked, null);
  }, [signedIn, asked, fetchPage]);
  return {
    rows,
    next,
    loading,
    refusal,
    keptOnly,
    search: (q: string) => setAsked(q.trim()),
    reload: () => void fetchPage(asked, null),
    more: () => {
      if (next !== null && !loading) void fetchPage(asked, next);
    },
  };
}
