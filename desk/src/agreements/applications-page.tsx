import { listApplications } from '@guanhu/shared/agreements/application.routes';
import { APPLICATION_STATES, type ApplicationState } from '@guanhu/shared/agreements/application.terms';
import { usePages } from '../app/queries.ts';
import { StateList, useStateFilter } from '../ui/state-list.tsx';
import { dayInWords } from '../ui/words.ts';
import { APPLICATION_TONES } from './application-tones.ts';

/** Applications for the reward by state; one of them, or a new one, beside the list. */
export function ApplicationsPage() {
  const pages = usePages(listApplications, { query: useStateFilter<ApplicationState>() });
  return (
    <StateList
      title="奖补申请"
      states={APPLICATION_STATES}
      begin={{ may: 'application:make', to: '/applications/new', label: '代为申请' }}
      pages={pages}
      empty={{ title: '没有申请', words: '监护人在手机上申请，或者由村（居）、社会事务办代为填写。' }}
      row={one => ({
        to: `/applications/${one.applicationId}`,
        title: one.guardianName,
        aside: one.dueOn && <span className="small">{`${dayInWords(one.dueOn)} 前`}</span>,
        note: `${one.villageName} · 监护 ${one.patientName}`,
        tag: one.overdue ? { tone: 'danger', words: '超期' } : { tone: APPLICATION_TONES[one.state], words: APPLICATION_STATES[one.state] },
      })}
    />
  );
}
