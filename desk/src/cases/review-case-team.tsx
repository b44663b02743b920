import type { CaseTeam } from '@guanhu/shared/care-team/case-team.contract';
import { reviewCaseTeam } from '@guanhu/shared/care-team/case-team.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { planComplete, PlanFields } from './plan-fields.tsx';

const NEXT_REVIEW = 30;

/** What a review found, the plan from now on, and when the next one is. */
export function ReviewCaseTeam({ team }: { team: CaseTeam }) {
  const [reviewId, setReviewId] = useState(newKey);
  const [finding, setFinding] = useState('');
  const [plan, setPlan] = useState(team.plan ?? { goals: '', measures: '' });
  const [nextOn, setNextOn] = useState(addDays(todayInChina(), NEXT_REVIEW));
  const write = useWrite(reviewCaseTeam, () => {
    setReviewId(newKey());
    setFinding('');
  });
  const submit = () =>
    write.run({
      params: { caseTeamId: team.caseTeamId },
      body: { reviewId, finding: finding.trim(), plan, nextOn, version: team.version },
    });
  return (
    <Card title="记一次评审">
      <Form layout="vertical" onFinish={() => void submit()}>
        <Form.Item label="这次评审的情况" htmlFor="case-finding">
          <Input.TextArea id="case-finding" rows={3} maxLength={2000} value={finding} onChange={event => setFinding(event.target.value)} />
        </Form.Item>
        <PlanFields plan={plan} onChange={setPlan} />
        <Form.Item label="下次评审" htmlFor="case-next-on" extra="三个月以内">
          <DayInput id="case-next-on" value={nextOn} min={addDays(todayInChina(), 1)} onDay={setNextOn} />
        </Form.Item>
        <Refusal of={write} />
        <Button type="primary" htmlType="submit" disabled={finding.trim() === '' || !planComplete(plan)} loading={write.busy}>
          保存评审
        </Button>
      </Form>
    </Card>
  );
}
