import type { CaseTeam } from '@guanhu/shared/care-team/case-team.contract';
import { openCaseTeam } from '@guanhu/shared/care-team/case-team.routes';
import { CASE_POSTS, type CasePost } from '@guanhu/shared/care-team/case-team.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Button, Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { ColleagueSelect } from '../teams/colleague-select.tsx';
import { Card } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { planComplete, PlanFields } from './plan-fields.tsx';

const FIRST_REVIEW = 30;
type Member = { readonly personId: string; readonly post: CasePost; readonly name: string };
const keyOf = ({ personId, post }: Member) => `${post}:${personId}`;

/** The doctor forms a proposed team from those who stand around the patient, and others. */
export function OpenCaseTeam({ team }: { team: CaseTeam }) {
  const [others, setOthers] = useState<readonly Member[]>([]);
  const all: readonly Member[] = [...team.suggested, ...others];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const members = all.filter(member => !left.has(keyOf(member)));
  const doctors = members.filter(member => member.post === 'doctor');
  const [chosen, setLeader] = useState<string>();
  const leaderId = chosen ?? doctors[0]?.personId;
  const [plan, setPlan] = useState({ goals: '', measures: '' });
  const [reviewOn, setReviewOn] = useState(addDays(todayInChina(), FIRST_REVIEW));
  const write = useWrite(openCaseTeam);
  const submit = () =>
    leaderId !== undefined &&
    write.run({
      params: { caseTeamId: team.caseTeamId },
      body: { members: members.map(({ personId, post }) => ({ personId, post })), leaderId, plan, reviewOn, version: team.version },
    });
  return (
    <Card title="组建小组">
      <Form layout="vertical" onFinish={() => void submit()}>
        <Form.Item label="成员">
          <Checkbox.Group
            value={members.map(keyOf)}
            onChange={keys => setLeft(new Set(all.map(keyOf).filter(key => !keys.includes(key))))}
            options={all.map(member => ({ value: keyOf(member), label: `${CASE_POSTS[member.post]} ${member.name}` }))}
            style={{ display: 'flex', flexWrap: 'wrap', gap: 12 }}
          />
        </Form.Item>
        <AddOther onMember={member => setOthers(before => [...before.filter(one => keyOf(one) !== keyOf(member)), member])} />
        <Form.Item label="由哪位精防医生负责" htmlFor="case-leader">
          <Select
            id="case-leader"
            value={leaderId ?? null}
            onChange={setLeader}
            placeholder="成员里还没有精防医生"
            options={doctors.map(member => ({ value: member.personId, label: member.name }))}
          />
        </Form.Item>
        <PlanFields plan={plan} onChange={setPlan} />
        <Form.Item label="第一次评审" htmlFor="case-review-on" extra="三个月以内；到期前会提醒医生">
          <DayInput id="case-review-on" value={reviewOn} min={addDays(todayInChina(), 1)} onDay={setReviewOn} />
        </Form.Item>
        <Refusal of={write} />
        <Button type="primary" htmlType="submit" disabled={leaderId === undefined || !planComplete(plan)} loading={write.busy}>
          组建小组
        </Button>
      </Form>
    </Card>
  );
}

/** A nurse, a disability assistant, or somebody for an empty post. */
function AddOther({ onMember }: { onMember: (member: Member) => void }) {
  const [post, setPost] = useState<CasePost>('nurse');
  const [person, setPerson] = useState<{ personId: string; name: string }>();
  return (
    <Form.Item label="再加一人（可不加）" htmlFor="case-other">
      <div className="actions">
        <Select
          aria-label="加入的人担任什么"
          value={post}
          onChange={setPost}
          style={{ width: 150 }}
          options={Object.entries(CASE_POSTS).map(([value, label]) => ({ value: value as CasePost, label }))}
        />
        <div style={{ minWidth: 260 }}>
          <ColleagueSelect
            id="case-other"
            value={person?.personId}
            onPerson={(personId, name) => setPerson(personId === undefined ? undefined : { personId, name: name ?? '' })}
          />
        </div>
        <Button
          disabled={!person}
          onClick={() => {
            if (person) onMember({ ...person, post });
            setPerson(undefined);
          }}
        >
          加入
        </Button>
      </div>
    </Form.Item>
  );
}
