import { listObjections } from '@guanhu/shared/appraisal/objections.routes';
import { OBJECTION_LEVELS, OBJECTION_STATES, type ObjectionState } from '@guanhu/shared/appraisal/appraisal.terms';
import { usePages } from '../app/queries.ts';
import { StateList, useStateFilter } from '../ui/state-list.tsx';
import { dayInWords, spanInWords } from '../ui/words.ts';
import { OBJECTION_TONES } from './appraisal-tones.ts';

/** Objections to deductions, the earliest day for an answer first; one of them beside the list. */
export function ObjectionsPage() {
  const pages = usePages(listObjections, { query: useStateFilter<ObjectionState>() });
  return (
    <StateList
      title="异议答复"
      hint="最早到期的在上面"
      states={OBJECTION_STATES}
      pages={pages}
      empty={{ title: '没有异议', words: '监护人对少发、不发有意见的，从手机“我的协议”里提出，出现在这里等答复。' }}
      row={one => ({
        to: `/objections/${one.id}`,
        title: one.guardianName,
        aside: <span className="small">{OBJECTION_LEVELS[one.level]}</span>,
        note: `${one.villageName} · ${spanInWords(one.from, one.to)}${one.state === 'open' ? ` · ${dayInWords(one.dueOn)}前答复` : ''}`,
        tag: one.overdue
          ? { tone: 'danger', words: '答复超期' }
          : { tone: OBJECTION_TONES[one.state], words: one.yours ? '等您答复' : OBJECTION_STATES[one.state] },
      })}
    />
  );
}
