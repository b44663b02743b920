import { listKeyGroup } from '@guanhu/shared/indicators/key-groups.routes';
import { KEY_GROUP_KEYS, KEY_GROUPS } from '@guanhu/shared/indicators/key-groups.terms';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { Card, Detail, More } from '../ui/columns.tsx';
import { Empty, Loading, Problem } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { nearDayInWords } from '../ui/words.ts';

/** Whom to look after first, group by group: the reader's own patients, as they are today. */
export function KeyGroupsPage() {
  const [asked, setGroup] = useFilter('kind');
  const group = KEY_GROUP_KEYS.find(one => one === asked) ?? 'cameHome';
  const pages = usePages(listKeyGroup, { query: { group } });
  return (
    <div className="place one">
      <main>
        <Detail
          over="重点关注"
          title={KEY_GROUPS[group]}
          actions={KEY_GROUP_KEYS.map(one => (
            <Button key={one} type={one === group ? 'primary' : 'default'} onClick={() => setGroup(one === 'cameHome' ? undefined : one)}>
              {KEY_GROUPS[one]}
            </Button>
          ))}
        >
          <p className="sub">由您负责的人，按今天的记录列出，请先去看看。名单不会自动改变任何人的档次、补助或安排；查看会留下记录。</p>
          {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
          {pages.rows?.length === 0 && (
            <Card>
              <Empty title="没有这样的人">出院和释放、断药、困难家庭、监护情况记下来以后，会自动列在这里。</Empty>
            </Card>
          )}
          {pages.rows !== undefined && pages.rows.length > 0 && (
            <Card>
              <ul className="plain-list">
                {pages.rows.map(row => (
                  <li key={row.patientId} className="split">
                    <Link to={`/patients/${row.patientId}`}>{row.patientName}</Link>
                    <span className="small">
                      {[row.villageName, PATIENT_STATES[row.state], row.since === null ? '' : `${nearDayInWords(row.since)}起`]
                        .filter(Boolean)
                        .join('\u3000')}
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <More pages={pages} />
        </Detail>
      </main>
    </div>
  );
}
