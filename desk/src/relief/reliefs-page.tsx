import { listRelief } from '@guanhu/shared/relief/relief.routes';
import { BENEFITS, RELIEF_OFFICES, RELIEF_STATES, type ReliefState } from '@guanhu/shared/relief/relief.terms';
import { usePages } from '../app/queries.ts';
import { StateList, useStateFilter } from '../ui/state-list.tsx';
import { dayInWords } from '../ui/words.ts';
import { RELIEF_TONES } from './relief-tones.ts';

/** Applications for benefits by state; one of them, or a family, beside the list. */
export function ReliefsPage() {
  const pages = usePages(listRelief, { query: useStateFilter<ReliefState>() });
  return (
    <StateList
      title="救助"
      states={RELIEF_STATES}
      begin={{ may: 'relief:list', to: '/relief/families', label: '找家庭' }}
      pages={pages}
      empty={{ title: '没有申请', words: '监护人在手机上申请，或者由民政、残联、社会事务办代为填写。' }}
      row={one => ({
        to: `/relief/${one.reliefId}`,
        title: `${BENEFITS[one.benefit].label} · ${one.patientName}`,
        aside: one.dueOn && <span className="small">{`${dayInWords(one.dueOn)} 前`}</span>,
        note: `${one.villageName} · ${RELIEF_OFFICES[one.office]}${one.fast ? ' · 快办' : ''}`,
        tag: one.overdue ? { tone: 'danger', words: '超期' } : { tone: RELIEF_TONES[one.state], words: RELIEF_STATES[one.state] },
      })}
    />
  );
}
