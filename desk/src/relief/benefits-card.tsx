import { VERDICTS } from '@guanhu/shared/agreements/application.terms';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { applyForRelief } from '@guanhu/shared/relief/relief.routes';
import { APPLIED_BENEFIT_KEYS, BENEFITS, RELIEF_OFFICES, STANDINGS } from '@guanhu/shared/relief/relief.terms';
import { Button, Collapse } from 'antd';
import { Link, useNavigate } from 'react-router';
import { VERDICT_TONES } from '../agreements/application-tones.ts';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Facts } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { STANDING_TONES } from './relief-tones.ts';

type Line = ReliefOutlook['benefits'][number];

/** Every benefit with where the family stands, condition by condition. Nothing is refused by it. */
export function BenefitsCard({ outlook }: { outlook: ReliefOutlook }) {
  return (
    <Card title="可以享受的救助">
      <Collapse
        items={outlook.benefits.map(line => ({
          key: line.benefit,
          label: (
            <span className="split">
              <strong>{BENEFITS[line.benefit].label}</strong>
              <Tag tone={STANDING_TONES[line.standing]}>{STANDINGS[line.standing]}</Tag>
            </span>
          ),
          children: <Benefit line={line} patientId={outlook.patientId} mayApply={outlook.may.apply} />,
        }))}
      />
      <p className="sub" style={{ marginTop: 10 }}>
        这里只是把查到的列出来，不代表批准或者不批准；想申请的都可以申请，由部门决定。
      </p>
    </Card>
  );
}

function Benefit({
  line: { benefit, standing, terms, findings, reliefId },
  patientId,
  mayApply,
}: {
  line: Line;
  patientId: string;
  mayApply: boolean;
}) {
  const days = `${terms.workingDays} 个工作日${terms.fastWorkingDays === undefined ? '' : `，快办 ${terms.fastWorkingDays} 个`}`;
  return (
    <div className="stack">
      <Facts
        of={[
          ['有什么好处', BENEFITS[benefit].gives],
          ['要带的材料', terms.papers.join('；') || '不用带'],
          ['办理', `${RELIEF_OFFICES[terms.office]}，${days}`],
          ...(terms.termMonths === undefined ? [] : [['有效期', `${terms.termMonths} 个月，到期再办`] as const]),
        ]}
      />
      <ul className="rows">
        {findings.map(one => (
          <li key={one.label} className="split" style={{ paddingBlock: 4 }}>
            <span>
              {one.label}
              <span className="small">{`${one.oneIsEnough ? '（符合一条就行）' : ''} ${one.found} · ${one.source}`}</span>
            </span>
            <Tag tone={VERDICT_TONES[one.verdict]}>{one.verdict === 'unknown' ? '要问' : VERDICTS[one.verdict]}</Tag>
          </li>
        ))}
      </ul>
      {reliefId !== null && <Link to={`/relief/${reliefId}`}>看申请办到哪一步</Link>}
      {mayApply && benefit === 'reward' && standing !== 'has' && standing !== 'applied' && (
        <Link to={`/applications/new?patient=${patientId}`}>去申请看护奖补</Link>
      )}
      {mayApply && standing !== 'has' && standing !== 'applied' && (
        <Apply benefit={benefit} patientId={patientId} fast={terms.fastWorkingDays !== undefined} />
      )}
    </div>
  );
}

function Apply({ benefit, patientId, fast }: { benefit: Line['benefit']; patientId: string; fast: boolean }) {
  const navigate = useNavigate();
  const apply = useWrite(applyForRelief, answer => void navigate(`/relief/${answer.reliefId}`));
  const applied = APPLIED_BENEFIT_KEYS.find(one => one === benefit);
  if (applied === undefined) return null;
  const submit = (onFastLane: boolean) =>
    apply.run({ params: { patientId }, body: { reliefId: newKey(), benefit: applied, fast: onFastLane } });
  return (
    <>
      <Refusal of={apply} />
      <div className="actions">
        <Button type="primary" loading={apply.busy} onClick={() => void submit(false)}>
          代为申请
        </Button>
        {fast && (
          <Button loading={apply.busy} onClick={() => void submit(true)}>
            快办
          </Button>
        )}
      </div>
    </>
  );
}
