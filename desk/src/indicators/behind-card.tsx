import { listBehind } from '@guanhu/shared/indicators/indicators.routes';
import { QUESTIONS, type IndicatorQuestion } from '@guanhu/shared/indicators/indicators.terms';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { Card, More } from '../ui/columns.tsx';
import { Loading, Problem } from '../ui/states.tsx';

type Side = 'holds' | 'lacks';
type BehindCardProps = { areaId: string; question: IndicatorQuestion; side: Side; onSide: (side: Side) => void };

/** Who is behind a number, for those who may see them. */
export function BehindCard({ areaId, question, side, onSide }: BehindCardProps) {
  const pages = usePages(listBehind, { query: { areaId, question, side } });
  const sides: readonly (readonly [Side, string])[] =
    question === 'detection'
      ? [['holds', '在册的']]
      : [
          ['lacks', '没做到的'],
          ['holds', '做到的'],
        ];
  return (
    <Card
      title={`名单：${QUESTIONS[question].label}`}
      actions={
        <div className="actions">
          {sides.map(([one, label]) => (
            <Button key={one} type={one === side ? 'primary' : 'default'} onClick={() => onSide(one)}>
              {label}
            </Button>
          ))}
        </div>
      }
    >
      <p className="small">今年到现在为止、由您负责的人；比上面的数字新，可能差几个人。查看会留下记录。</p>
      {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
      {pages.rows?.length === 0 && <p className="sub">没有这样的人。</p>}
      <ul className="plain-list">
        {pages.rows?.map(row => (
          <li key={row.patientId} className="split">
            <Link to={`/patients/${row.patientId}`}>{row.patientName}</Link>
            <span className="small">{`${row.villageName}\u3000${PATIENT_STATES[row.state]}`}</span>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </Card>
  );
}
