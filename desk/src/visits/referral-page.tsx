import type { ReferralAnswer } from '@guanhu/shared/visits/after-visit.contract';
import { moveReferral, readReferral } from '@guanhu/shared/visits/after-visit.routes';
import { REFERRAL_STATES, REFERRAL_STEPS, referralSteps, stepNeedsNote } from '@guanhu/shared/visits/referral.rules';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useMay } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

/** One referral until the hospital's answer is back. */
export function ReferralPage() {
  const { referralId = '' } = useParams();
  const referral = useRead(readReferral, { params: { referralId } });
  return <Answered of={referral}>{answer => <Referral referral={answer} />}</Answered>;
}

function Referral({ referral }: { referral: ReferralAnswer }) {
  const [note, setNote] = useState('');
  const move = useWrite(moveReferral, () => setNote(''));
  const steps = useMay('referral:write') ? referralSteps(referral.state) : [];
  const words = note.trim();
  return (
    <Detail over={REFERRAL_STATES[referral.state]} title={`${referral.patientName} 转诊`}>
      <Card title="转诊">
        <Facts
          of={[
            ['服务对象', <Link to={`/patients/${referral.patientId}`}>{`${referral.villageName} ${referral.patientName}`}</Link>],
            ['转出', instantInWords(referral.sentAt)],
            ['转到', referral.to ?? '没有填'],
            ['原因', referral.reason ?? '没有填'],
            ['随访', <Link to={`/patients/${referral.patientId}/visits/${referral.visitId}`}>看那次随访</Link>],
            ...referral.steps.map(
              step => [REFERRAL_STEPS[step.step], [instantInWords(step.at), step.byName, step.note].filter(Boolean).join(' · ')] as const,
            ),
          ]}
        />
      </Card>
      {steps.length > 0 && (
        <Card title="下一步">
          <Form layout="vertical">
            <Form.Item label="说明（没有接收要写原因，反馈要写意见）" htmlFor="referral-note">
              <Input.TextArea id="referral-note" rows={3} maxLength={500} value={note} onChange={event => setNote(event.target.value)} />
            </Form.Item>
          </Form>
          <Refusal of={move} />
          <div className="actions">
            {steps.map(step => (
              <Button
                key={step}
                type={step === 'decline' ? 'default' : 'primary'}
                loading={move.busy}
                disabled={stepNeedsNote(step) && words === ''}
                onClick={() =>
                  void move.run({
                    params: { referralId: referral.referralId },
                    body: { version: referral.version, step, ...(words === '' ? {} : { note: words }) },
                  })
                }
              >
                {REFERRAL_STEPS[step]}
              </Button>
            ))}
          </div>
        </Card>
      )}
    </Detail>
  );
}
