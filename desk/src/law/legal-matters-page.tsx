import { listLegalMatters } from '@guanhu/shared/law/legal-matter.routes';
import { LEGAL_KINDS, LEGAL_OUTCOMES, LEGAL_STATES, LEGAL_SUBJECTS, type LegalState } from '@guanhu/shared/law/legal-matter.terms';
import { usePages } from '../app/queries.ts';
import { StateList, useStateFilter } from '../ui/state-list.tsx';
import type { Tone } from '../ui/tag.tsx';
import { dayInWords } from '../ui/words.ts';

const TONES: Readonly<Record<LegalState, Tone>> = { open: 'warn', underway: 'plain', closed: 'calm' };

/** Conflicts, mediation notices and referrals to the law; one of them, or a new one, beside the list. */
export function LegalMattersPage() {
  const pages = usePages(listLegalMatters, { query: useStateFilter<LegalState>() });
  return (
    <StateList
      title="纠纷与法律"
      states={LEGAL_STATES}
      begin={{ may: 'legal:write', to: '/legal-matters/new', label: '登记' }}
      pages={pages}
      empty={{ title: '没有登记', words: '发现矛盾纠纷、收到司法所通报、转介法律援助或司法鉴定，在这里登记。' }}
      row={one => ({
        to: `/legal-matters/${one.matterId}`,
        title: `${one.subject === null ? LEGAL_KINDS[one.kind] : LEGAL_SUBJECTS[one.subject]}${one.patientName === null ? '' : ` · ${one.patientName}`}`,
        aside: one.outcome === null && <span className="small">{`${dayInWords(one.dueOn)} 前`}</span>,
        note: `${one.areaName} · ${one.mine ? '您负责' : `${one.ownerName} 负责`}`,
        tag: one.late
          ? { tone: 'danger', words: '超期' }
          : { tone: TONES[one.state], words: one.outcome === null ? LEGAL_STATES[one.state] : LEGAL_OUTCOMES[one.outcome] },
      })}
    />
  );
}
