import { listAppraisals } from '@guanhu/shared/appraisal/appraisal.routes';
import { APPRAISAL_STATES, PROPOSALS, type AppraisalState } from '@guanhu/shared/appraisal/appraisal.terms';
import { usePages } from '../app/queries.ts';
import { Amount } from '../ui/amount.tsx';
import { StateList, useStateFilter } from '../ui/state-list.tsx';
import { spanInWords } from '../ui/words.ts';
import { APPRAISAL_TONES } from './appraisal-tones.ts';

/** Appraisals, those to decide first; one of them beside the list. */
export function AppraisalsPage() {
  const pages = usePages(listAppraisals, { query: useStateFilter<AppraisalState>() });
  return (
    <StateList
      title="履责认定"
      hint="需要两人认定的在上面"
      states={APPRAISAL_STATES}
      pages={pages}
      empty={{ title: '没有认定', words: '协议的一期结束以后，系统收集证据，出现在这里等两人认定。' }}
      row={one => ({
        to: `/appraisals/${one.id}`,
        title: one.patientName,
        aside: <Amount fen={one.decidedFen ?? one.fullFen} />,
        note: `${one.villageName} · ${spanInWords(one.from, one.to)}`,
        tag: { tone: APPRAISAL_TONES[one.state], words: tagWords(one) },
      })}
    />
  );
}

function tagWords(one: { state: AppraisalState; proposal: keyof typeof PROPOSALS | null; opinions: number; mine: boolean }): string {
  if (one.state !== 'proposed') return APPRAISAL_STATES[one.state];
  if (one.mine) return '您已认定，等另一人';
  return one.opinions > 0 ? '等第二人认定' : one.proposal === null ? APPRAISAL_STATES.proposed : PROPOSALS[one.proposal];
}
