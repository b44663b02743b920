import { listComingHome } from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { COMING_HOME_DAYS } from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { Card, Detail, Rows } from '../ui/columns.tsx';
import { Empty } from '../ui/states.tsx';
import { dayInWords } from '../ui/words.ts';
import { ReferredCard } from './referred-card.tsx';

/** Who was referred to the community, and who came home from hospital lately and is in no programme and no work yet. */
export function ComingHomePage() {
  const pages = usePages(listComingHome);
  const mayReadFile = useMayByPost('patient:read');
  return (
    <Detail over="社区康复" title="待衔接">
      <ReferredCard />
      <Card title="出院">
        <p className="sub">{`${String(COMING_HOME_DAYS)} 天内出院、还没有参加康复项目也没有就业的人。`}</p>
        <Rows
          pages={pages}
          empty={<Empty title="没有待衔接的人">出院的人都有了安排。</Empty>}
          row={one => (
            <li key={one.admissionId}>
              <div className="split">
                <span>
                  <strong>{one.patientName}</strong>
                  {`\u3000${one.villageName}`}
                </span>
                {mayReadFile && <Link to={`/patients/${one.patientId}`}>看档案</Link>}
              </div>
              <p className="small">{`${dayInWords(one.dischargedOn)}出院`}</p>
            </li>
          )}
        />
      </Card>
    </Detail>
  );
}
