import { makeApplication } from '@guanhu/shared/agreements/application.routes';
import { addDays, addMonths } from '@guanhu/shared/kernel/calendar-date';
import { GUARDIAN_RELATIONS, type GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import type { PatientFile } from '@guanhu/shared/registry/registry.contract';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Empty, Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** For which guardian, from when to when, and what the family says. */
export function ApplyForm({ file }: { file: PatientFile }) {
  const navigate = useNavigate();
  const apply = useWrite(makeApplication, answer => void navigate(`/applications/${answer.applicationId}`));
  const today = todayInChina();
  const id = useRef(newKey());
  const [guardianId, setGuardian] = useState(() => (file.guardians.find(each => each.isPrimary) ?? file.guardians[0])?.personId);
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(addDays(addMonths(today, 12), -1));
  const [livesTogether, setTogether] = useState(false);
  const [reallyCares, setCares] = useState(false);
  const [words, setWords] = useState('');
  if (file.guardians.length === 0) return <Empty title="还没有登记监护人">先登记监护人，再申请。</Empty>;
  const submit = () =>
    apply.run({
      params: { patientId: file.patientId },
      body: {
        applicationId: id.current,
        ...(guardianId === undefined ? {} : { guardianId }),
        from,
        to,
        livesTogether,
        reallyCares,
        ...(words.trim() === '' ? {} : { words: words.trim() }),
      },
    });
  return (
    <Form layout="vertical" className="form-narrow" onFinish={() => void submit()}>
      <Form.Item label="监护人">
        <Radio.Group
          aria-label="监护人"
          value={guardianId}
          onChange={event => setGuardian(String(event.target.value))}
          style={{ display: 'grid', gap: 6 }}
          options={file.guardians.map(each => ({
            value: each.personId,
            label: `${each.name}（${each.relation === null ? '关系未登记' : GUARDIAN_RELATIONS[each.relation as GuardianRelation]}）`,
          }))}
        />
      </Form.Item>
      <Form.Item label="开始日期" htmlFor="term-from">
        <DayInput id="term-from" value={from} onDay={setFrom} />
      </Form.Item>
      <Form.Item label="结束日期" htmlFor="term-to" extra="最长一年">
        <DayInput id="term-to" value={to} min={from} onDay={setTo} />
      </Form.Item>
      <Form.Item label="监护人的情况">
        <Checkbox checked={livesTogether} onChange={event => setTogether(event.target.checked)}>
          与患者共同生活
        </Checkbox>
        <Checkbox checked={reallyCares} onChange={event => setCares(event.target.checked)}>
          有能力并确实在照看
        </Checkbox>
      </Form.Item>
      <Form.Item label="申请人的话（可不填）" htmlFor="apply-words">
        <Input.TextArea id="apply-words" value={words} maxLength={500} rows={2} onChange={event => setWords(event.target.value)} />
      </Form.Item>
      <Refusal of={apply} />
      <Button type="primary" size="large" htmlType="submit" loading={apply.busy}>
        提交申请
      </Button>
    </Form>
  );
}
