import { useState } from 'react';
import Taro from '@tarojs/taro';
import { listAreas } from '@guanhu/shared/access/access.routes';
import type { IncidentKind } from '@guanhu/shared/incidents/incidents.terms';
import { joinUnfiledIncident, reportUnfiledIncident } from '@guanhu/shared/incidents/unfiled.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { urlTo } from '../../../platform/navigate';
import { nowInstant } from '../../../platform/now.ts';
import { settled, submit } from '../../../platform/outbox';
import { session } from '../../../platform/session';
import { bankCredits } from '../../../platform/subscribe/bank-credits.ts';
import { commonWords } from '../../../words/common.ts';
import { incidentsWords } from '../../../words/incidents.ts';

type State =
  | { readonly at: 'idle' | 'queued' }
  | { readonly at: 'sending'; readonly kind: IncidentKind }
  | { readonly at: 'refused'; readonly say: string };

/** Everybody has been told already; now there is time to ask. Two strangers are never taken for one without somebody saying so. */
async function isSame(): Promise<boolean> {
  const content = incidentsWords.sameAsk;
  const { confirm } = await Taro.showModal({
    title: incidentsWords.alreadyTold,
    content,
    confirmText: incidentsWords.same,
    cancelText: commonWords.no,
  });
  return confirm;
}

/** @returns the incident that goes on: the own one until the server has joined them */
async function joined(incidentId: string, sameAs: string): Promise<string> {
  const outcome = await submit(joinUnfiledIncident, { params: { incidentId }, body: { sameAs }, what: incidentsWords.mergeSame });
  return outcome.at === 'saved' ? outcome.value.incidentId : incidentId;
}

/** Something happens with somebody who has no file, in one of the villages where the reporter holds a post. */
export function useUnfiled() {
  const [state, setState] = useState<State>({ at: 'idle' });
  const mine = new Set(session()?.me.posts.map(post => post.areaId));
  const villages = (useRead(listAreas, { keep: true }).value?.rows ?? []).filter(
    area => area.kind === 'village' && (mine.has(area.areaId) || (area.parentId !== null && mine.has(area.parentId))),
  );
  const report = async (areaId: string, kind: IncidentKind) => {
    if (state.at === 'sending') return;
    void bankCredits(['incident']);
    setState({ at: 'sending', kind });
    const incidentId = newKey();
    const tappedAt = nowInstant();
    const body = { incidentId, kind, happenedAt: tappedAt, tappedAt };
    const outcome = await submit(reportUnfiledIncident, {
      params: { areaId },
      body,
      what: incidentsWords.report,
      urgent: true,
      key: incidentId,
    });
    if (outcome.at === 'queued') setState({ at: 'queued' });
    const decided = outcome.at === 'queued' ? await settled(reportUnfiledIncident, incidentId) : outcome;
    if (decided.at === 'refused') setState({ at: 'refused', say: decided.refusal.say });
    else if (decided.at === 'saved') {
      const { maybeSame } = decided.value;
      // What was joined to another incident goes on there.
      const goesOn = maybeSame && (await isSame()) ? await joined(incidentId, maybeSame.incidentId) : incidentId;
      void Taro.redirectTo({ url: urlTo('/packages/incidents/incident/index', { incidentId: goesOn }) });
    }
  };
  return { state, villages, report };
}
