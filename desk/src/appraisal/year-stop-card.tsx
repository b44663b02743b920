import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { YEAR_STOP_STATES } from '@guanhu/shared/appraisal/appraisal.terms';
import { decideYearStop, proposeYearStop } from '@guanhu/shared/appraisal/year-stop.routes';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Facts } from '../ui/columns.tsx';
import { useHeard } from '../ui/heard-fields.tsx';
import { Refusal } from '../ui/states.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

/** The rest of the year, stopped by two people: only where the county wants that, duty failed and an act came under the law. */
export function YearStopCard({ appraisal }: { appraisal: AppraisalDetail }) {
  const { yearStop: stop, mayProposeStop, stopNotAgreed, mayDecideStop } = appraisal;
  const [proposing, setProposing] = useState(false);
  const decide = useWrite(decideYearStop);
  if (stop === null && !mayProposeStop && !stopNotAgreed) return null;
  const run = (decision: 'agree' | 'withdraw') =>
    stop && void decide.run({ params: { stopId: stop.id }, body: { version: stop.version, decision } });
  return (
    <Card title="停发全年">
      <p className="small">
        {stopNotAgreed
          ? '这份协议签字的文本里没有停发全年的约定，不能停发；县里开通以后签订的协议才写有这一条。'
          : '已经认定的各期照发，以后各期不再发。要两个人决定，先听监护人怎么说。'}
      </p>
      {stop && (
        <Facts
          of={[
            ['状态', YEAR_STOP_STATES[stop.state]],
            ['理由', stop.reason],
            ['监护人的话', `${stop.guardianSaid}（${dayInWords(stop.guardianHeardOn)}）`],
            ['提出', `${stop.proposedBy} · ${instantInWords(stop.at)}`],
            ...(stop.decidedBy === null ? [] : [['决定', stop.decidedBy] as const]),
          ]}
        />
      )}
      {mayDecideStop && (
        <div className="actions">
          <Button danger loading={decide.busy} onClick={() => run('agree')}>
            同意停发
          </Button>
          <Button loading={decide.busy} onClick={() => run('withdraw')}>
            不停发
          </Button>
        </div>
      )}
      <Refusal of={decide} />
      {mayProposeStop && <Button onClick={() => setProposing(true)}>提出停发</Button>}
      {proposing && <Dialog appraisalId={appraisal.id} onClose={() => setProposing(false)} />}
    </Card>
  );
}

function Dialog({ appraisalId, onClose }: { appraisalId: string; onClose: () => void }) {
  const { heard, fields } = useHeard();
  const [stopId] = useState(newKey);
  const propose = useWrite(proposeYearStop, onClose);
  return (
    <Modal
      open
      title="提出停发全年"
      okText="提出，等第二人同意"
      cancelText="取消"
      okButtonProps={{ disabled: heard === undefined, loading: propose.busy }}
      onOk={() => heard && void propose.run({ params: { appraisalId }, body: { stopId, ...heard } })}
      onCancel={onClose}
    >
      <Form layout="vertical">{fields}</Form>
      <Refusal of={propose} />
    </Modal>
  );
}
