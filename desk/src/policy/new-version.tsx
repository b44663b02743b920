import type { PolicyVersionAnswer } from '@guanhu/shared/policy/policy.contract';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import type { Policy } from '@guanhu/shared/policy/policy.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { PolicyFields } from './policy-fields.tsx';

/** A new version begins with the newest one, filled in. */
export function NewVersion({ newest, onClose }: { newest: PolicyVersionAnswer; onClose: () => void }) {
  const today = todayInChina();
  const [policy, setDraft] = useState<Policy>(newest.policy);
  const [effectiveOn, setEffectiveOn] = useState(addDays(today, 1));
  const write = useWrite(setPolicy, onClose);
  const submit = () => write.run({ params: { kind: policy.kind }, body: { effectiveOn, after: newest.seq, policy } });
  return (
    <Card title="新版本">
      <Form layout="vertical" onFinish={() => void submit()}>
        <PolicyFields policy={policy} onChange={setDraft} />
        <Form.Item label="生效日期" htmlFor="effective-on" extra="不能早于今天">
          <DayInput id="effective-on" value={effectiveOn} min={today} onDay={setEffectiveOn} />
        </Form.Item>
        <Refusal of={write} />
        <div className="actions">
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" htmlType="submit" loading={write.busy}>
            保存新版本
          </Button>
        </div>
      </Form>
    </Card>
  );
}
