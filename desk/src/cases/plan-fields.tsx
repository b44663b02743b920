import type { CasePlan } from '@guanhu/shared/care-team/case-team.contract';
import { Form, Input } from 'antd';

/** Goals and measures, in the team's own words. */
export const PlanFields = ({ plan, onChange }: { plan: CasePlan; onChange: (plan: CasePlan) => void }) => (
  <>
    <Form.Item label="目标" htmlFor="case-goals">
      <Input.TextArea
        id="case-goals"
        rows={2}
        maxLength={1000}
        value={plan.goals}
        onChange={event => onChange({ ...plan, goals: event.target.value })}
      />
    </Form.Item>
    <Form.Item label="措施：谁、多久、做什么" htmlFor="case-measures">
      <Input.TextArea
        id="case-measures"
        rows={3}
        maxLength={2000}
        value={plan.measures}
        onChange={event => onChange({ ...plan, measures: event.target.value })}
      />
    </Form.Item>
  </>
);

export const planComplete = (plan: CasePlan): boolean => plan.goals.trim() !== '' && plan.measures.trim() !== '';
