import { draftAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { isCovered } from '@guanhu/shared/agreements/eligibility.rules';
import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { addDays, addMonths } from '@guanhu/shared/kernel/calendar-date';
import { listPolicies } from '@guanhu/shared/policy/policy.routes';
import type { RewardPolicy } from '@guanhu/shared/policy/policy.terms';
import { GUARDIAN_RELATIONS, type GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import type { PatientFile } from '@guanhu/shared/registry/registry.contract';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Empty, Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { StandardFacts } from './standard-facts.tsx';

/** With whom, from when to when, under which standard; an exception with its reason. */
export function DraftForm({ file }: { file: PatientFile }) {
  const navigate = useNavigate();
  const draft = useWrite(draftAgreement, answer => void navigate(`/agreements/${answer.id}`));
  const policies = useRead(listPolicies);
  const standing = useRead(readStanding, { params: { patientId: file.patientId } });
  const standards = policies.data?.policies.filter(each => each.inForce && each.kind === 'reward') ?? [];
  const standard = standards.find(each => each.townshipName === file.townshipName) ?? standards.find(each => each.townshipId === null);
  const policy = standard?.policy as RewardPolicy | undefined;
  const today = todayInChina();
  const [guardianId, setGuardian] = useState(() => (file.guardians.find(each => each.isPrimary) ?? file.guardians[0])?.personId);
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(addDays(addMonths(today, policy?.mostTermMonths ?? 12), -1));
  const [reason, setReason] = useState('');
  if (file.guardians.length === 0) return <Empty title="还没有登记监护人">先在责任清单里填写监护人并导入，再起草协议。</Empty>;
  const facts = standing.data;
  const covered = policy && facts ? isCovered(policy.eligibility, facts.risk, facts.lastIncidentOn !== null) : undefined;
  const submit = () =>
    draft.run({
      body: {
        patientId: file.patientId,
        ...(guardianId === undefined ? {} : { guardianId }),
        from,
        to,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
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
            label: `${each.name}（${each.relation === null ? '关系未登记' : GUARDIAN_RELATIONS[each.relation as GuardianRelation]}${each.bound ? '' : '，微信未绑定，绑定后才能签字'}）`,
          }))}
        />
      </Form.Item>
      <Form.Item label="开始日期" htmlFor="term-from" {...(policy ? { extra: `最早可以写 ${policy.backdatingDays} 天以前` } : {})}>
        <DayInput id="term-from" value={from} {...(policy ? { min: addDays(today, -policy.backdatingDays) } : {})} onDay={setFrom} />
      </Form.Item>
      <Form.Item label="结束日期" htmlFor="term-to" {...(policy ? { extra: `最长 ${policy.mostTermMonths} 个月` } : {})}>
        <DayInput id="term-to" value={to} min={from} onDay={setTo} />
      </Form.Item>
      {policy && <StandardFacts policy={policy} standing={facts} covered={covered} />}
      <Form.Item
        label={covered === false ? '例外理由' : '例外理由（在奖补范围内的不用填）'}
        htmlFor="exception-reason"
        {...(covered === false ? { extra: '按现行标准不在奖补范围；确需签订的请写明理由' } : {})}
      >
        <Input.TextArea id="exception-reason" value={reason} maxLength={200} rows={2} onChange={event => setReason(event.target.value)} />
      </Form.Item>
      <Refusal of={draft} />
      <Button type="primary" size="large" htmlType="submit" loading={draft.busy}>
        生成协议
      </Button>
      <p className="sub" style={{ marginTop: 10 }}>
        生成后监护人在手机上阅读并签字，再由乡镇签章。
      </p>
    </Form>
  );
}
