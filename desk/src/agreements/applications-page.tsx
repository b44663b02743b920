import { listApplications } from '@guanhu/shared/agreements/application.routes';
import { APPLICATION_STATES, type ApplicationState } from '@guanhu/shared/agreements/application.terms';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { dayInWords } from '../ui/words.ts';
import { APPLICATION_TONES } from './application-tones.ts';

/** Applications for the reward by state; one of them, or a new one, beside the list. */
export function ApplicationsPage() {
  const [state, setState] = useFilter('state');
  const mayApply = useMayByPost('application:make');
  const pages = usePages(listApplications, { query: state === undefined ? {} : { state: state as ApplicationState } });
  return (
    <Place
      list={
        <ListColumn
          title="奖补申请"
          actions={
            mayApply && (
              <Link to="/applications/new">
                <Button type="primary">代为申请</Button>
              </Link>
            )
          }
          filters={
            <Select
              aria-label="按状态筛选"
              value={state}
              onChange={setState}
              allowClear
              placeholder="全部状态"
              options={Object.entries(APPLICATION_STATES).map(([value, label]) => ({ value, label }))}
            />
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有申请">监护人在手机上申请，或者由村（居）、社会事务办代为填写。</Empty>}
            row={one => (
              <RowLink
                key={one.applicationId}
                to={`/applications/${one.applicationId}`}
                title={one.guardianName}
                aside={one.dueOn && <span className="small">{`${dayInWords(one.dueOn)} 前`}</span>}
                note={`${one.villageName} · 监护 ${one.patientName}`}
                tag={
                  one.overdue
                    ? { tone: 'danger', words: '超期' }
                    : { tone: APPLICATION_TONES[one.state], words: APPLICATION_STATES[one.state] }
                }
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
