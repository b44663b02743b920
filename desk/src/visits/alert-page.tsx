import type { AlertAnswer } from '@guanhu/shared/visits/after-visit.contract';
import { closeAlert, readAlert } from '@guanhu/shared/visits/after-visit.routes';
import { ALERT_OUTCOMES, ALERT_STATES, type AlertOutcome } from '@guanhu/shared/visits/rights.terms';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

/** Somebody was found confined: until when that is to end, and how it ended. */
export function AlertPage() {
  const { alertId = '' } = useParams();
  const alert = useRead(readAlert, { params: { alertId } });
  return <Answered of={alert}>{answer => <Alert alert={answer} />}</Answered>;
}

function Alert({ alert }: { alert: AlertAnswer }) {
  const [outcome, setOutcome] = useState<AlertOutcome>();
  const [note, setNote] = useState('');
  const close = useWrite(closeAlert);
  const { alertId, version, patientId } = alert;
  const end = () => outcome !== undefined && close.run({ params: { alertId }, body: { version, outcome, note: note.trim() } });
  return (
    <Detail over={ALERT_STATES[alert.state]} title={`${alert.patientName} 被关锁`}>
      <Card title="预警">
        <Facts
          of={[
            ['服务对象', <Link to={`/patients/${patientId}`}>{`${alert.villageName} ${alert.patientName}`}</Link>],
            ['发现', instantInWords(alert.foundAt)],
            ['解锁和治疗', `${instantInWords(alert.dueAt)} 前`],
            ['随访', <Link to={`/patients/${patientId}/visits/${alert.visitId}`}>看那次随访</Link>],
            ...(alert.outcome === null ? [] : [['结果', ALERT_OUTCOMES[alert.outcome]] as const]),
            ...(alert.note === null ? [] : [['怎么处理的', alert.note] as const]),
            ...(alert.closedAt === null ? [] : [['办结', instantInWords(alert.closedAt)] as const]),
          ]}
        />
      </Card>
      {alert.state === 'open' && (
        <Card title="处理结果">
          <Form layout="vertical">
            <Form.Item label="结果">
              <Radio.Group
                aria-label="结果"
                value={outcome}
                onChange={event => setOutcome(event.target.value as AlertOutcome)}
                options={Object.entries(ALERT_OUTCOMES).map(([value, label]) => ({ value, label }))}
              />
            </Form.Item>
            <Form.Item label="怎么处理的" htmlFor="alert-note">
              <Input.TextArea id="alert-note" rows={3} maxLength={500} value={note} onChange={event => setNote(event.target.value)} />
            </Form.Item>
          </Form>
          <Refusal of={close} />
          <Button type="primary" loading={close.busy} disabled={outcome === undefined || note.trim() === ''} onClick={() => void end()}>
            办结
          </Button>
        </Card>
      )}
    </Detail>
  );
}
