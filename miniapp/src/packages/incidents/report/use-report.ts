import { useState } from 'react';
import Taro from '@tarojs/taro';
import { reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import type { IncidentKind } from '@guanhu/shared/incidents/incidents.terms';
import type { PhoneRefusal } from '../../../platform/api/answer.ts';
import { newKey } from '../../../platform/api/new-key.ts';
import { urlTo } from '../../../platform/navigate';
import { nowInstant } from '../../../platform/now.ts';
import { settled, submit } from '../../../platform/outbox';
import { bankCredits } from '../../../platform/subscribe/bank-credits.ts';
import { incidentsWords } from '../../../words/incidents.ts';

export type Reported =
  | { readonly at: 'idle' }
  | { readonly at: 'sending'; readonly kind: IncidentKind }
  /** On this phone only: nobody has been told. */
  | { readonly at: 'queued'; readonly kind: IncidentKind }
  | { readonly at: 'refused'; readonly refusal: PhoneRefusal };

/** One tap tells the team. Until the server has acknowledged it, the page says that nobody knows. */
export function useReport() {
  const [state, setState] = useState<Reported>({ at: 'idle' });
  const report = async (patientId: string, kind: IncidentKind) => {
    if (state.at === 'sending') return;
    void bankCredits(['incident']);
    setState({ at: 'sending', kind });
    const incidentId = newKey();
    const tappedAt = nowInstant();
    const outcome = await submit(reportIncident, {
      params: { patientId },
      body: { incidentId, kind, happenedAt: tappedAt, tappedAt },
      what: incidentsWords.report,
      urgent: true,
      key: incidentId,
    });
    if (outcome.at === 'queued') setState({ at: 'queued', kind });
    const decided = outcome.at === 'queued' ? await settled(reportIncident, incidentId) : outcome;
    if (decided.at === 'refused') setState(decided);
    // The server may have joined it to a report that was there before: its id counts.
    else if (decided.at === 'saved') {
      void Taro.redirectTo({ url: urlTo('/packages/incidents/incident/index', { incidentId: decided.value.incidentId }) });
    }
  };
  return { state, report };
}
