import { listAgreements } from '@guanhu/shared/agreements/agreements.routes';
import { AGREEMENT_STATES, type AgreementState } from '@guanhu/shared/agreements/agreements.terms';
import { usePages } from '../app/queries.ts';
import { StateList, useStateFilter } from '../ui/state-list.tsx';
import { AGREEMENT_TONES } from './agreement-tones.ts';

/** Agreements by state; one of them beside the list. A new one begins at its approved application. */
export function AgreementsPage() {
  const pages = usePages(listAgreements, { query: useStateFilter<AgreementState>() });
  return (
    <StateList
      title="监护协议"
      states={AGREEMENT_STATES}
      pages={pages}
      empty={{ title: '没有协议', words: '申请批准以后，在“奖补申请”里起草；监护人签字，乡镇再签章。' }}
      row={one => ({
        to: `/agreements/${one.id}`,
        title: one.guardianName,
        aside: <span className="small">{one.number}</span>,
        note: `${one.villageName} · 监护 ${one.patientName}`,
        tag: { tone: AGREEMENT_TONES[one.state], words: AGREEMENT_STATES[one.state] },
      })}
    />
  );
}
