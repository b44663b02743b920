import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Meeting } from '@guanhu/shared/meetings/meetings.contract';
import { writeMinutes } from '@guanhu/shared/meetings/meetings.routes';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { ColleagueSelect } from '../teams/colleague-select.tsx';
import { Card } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';

type Drafted = { readonly what: string; readonly ownerId: string | undefined; readonly ownerName: string; readonly dueOn: CalendarDate };
/** Days until something is done that nobody set a day for. */
const USUAL_DAYS = 14;

/** The minutes are written from the agenda: who came, what was said of each topic, and what was decided. */
export function MinutesForm({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const { meetingId, version, minutes, on } = meeting;
  const [units, setUnits] = useState(meeting.units.map(unit => ({ ...unit, attended: unit.attended ?? true, who: unit.who ?? '' })));
  const [summary, setSummary] = useState(minutes?.summary ?? '');
  const [topics, setTopics] = useState(minutes?.topics ?? meeting.agenda.map(({ topic }) => ({ topic, words: '' })));
  const [decisions, setDecisions] = useState<readonly Drafted[]>(minutes?.decisions ?? []);
  const write = useWrite(writeMinutes, onDone);
  const ready =
    summary.trim() !== '' &&
    topics.every(one => one.words.trim() !== '') &&
    decisions.every(one => one.what.trim() !== '' && one.ownerId !== undefined);
  const submit = () =>
    write.run({
      params: { meetingId },
      body: {
        version,
        attendance: units.map(({ organisationId, attended, who }) => ({
          organisationId,
          attended,
          who: attended && who.trim() !== '' ? who.trim() : null,
        })),
        summary: summary.trim(),
        topics: topics.map(({ topic, words }) => ({ topic, words: words.trim() })),
        decisions: decisions.flatMap(({ what, ownerId, dueOn }) => (ownerId === undefined ? [] : [{ what: what.trim(), ownerId, dueOn }])),
      },
    });
  const change = <T,>(rows: readonly T[], at: number, part: Partial<T>): T[] =>
    rows.map((row, index) => (index === at ? { ...row, ...part } : row));
  return (
    <Card title="写纪要">
      <p className="sub">不写服务对象姓名，用数字和村名说。各单位会签同意以后才印发。</p>
      <Form layout="vertical">
        <h3>到会</h3>
        {units.map((unit, at) => (
          <div key={unit.organisationId} className="actions">
            <Checkbox checked={unit.attended} onChange={event => setUnits(change(units, at, { attended: event.target.checked }))}>
              {unit.name}
            </Checkbox>
            {unit.attended && (
              <Input
                aria-label={`${unit.name}谁来的`}
                placeholder="谁来的（可不填）"
                maxLength={40}
                value={unit.who}
                onChange={event => setUnits(change(units, at, { who: event.target.value }))}
                style={{ maxWidth: 200 }}
              />
            )}
          </div>
        ))}
        <Form.Item label="会议概况" htmlFor="minutes-summary">
          <Input.TextArea
            id="minutes-summary"
            rows={3}
            maxLength={2000}
            value={summary}
            onChange={event => setSummary(event.target.value)}
          />
        </Form.Item>
        {topics.map(({ topic, words }, at) => (
          <Form.Item key={topic} label={topic} htmlFor={`minutes-topic-${at}`}>
            <Input.TextArea
              id={`minutes-topic-${at}`}
              rows={3}
              maxLength={4000}
              value={words}
              onChange={event => setTopics(change(topics, at, { words: event.target.value }))}
            />
          </Form.Item>
        ))}
        <h3>会议决定</h3>
        {decisions.map((one, at) => (
          <div key={at} className="fields">
            <Form.Item label={`第 ${at + 1} 项：做什么`} htmlFor={`decision-${at}`}>
              <Input
                id={`decision-${at}`}
                maxLength={500}
                value={one.what}
                onChange={event => setDecisions(change(decisions, at, { what: event.target.value }))}
              />
            </Form.Item>
            <Form.Item label={one.ownerName === '' ? '谁负责' : `谁负责：${one.ownerName}`} htmlFor={`decision-owner-${at}`}>
              <ColleagueSelect
                id={`decision-owner-${at}`}
                value={undefined}
                onPerson={(ownerId, name) =>
                  ownerId !== undefined && setDecisions(change(decisions, at, { ownerId, ownerName: name ?? '' }))
                }
              />
            </Form.Item>
            <Form.Item label="哪天前办结" htmlFor={`decision-day-${at}`}>
              <DayInput
                id={`decision-day-${at}`}
                value={one.dueOn}
                min={on}
                onDay={dueOn => setDecisions(change(decisions, at, { dueOn }))}
              />
            </Form.Item>
            <Button onClick={() => setDecisions(decisions.filter((_, index) => index !== at))}>去掉</Button>
          </div>
        ))}
        <div className="actions">
          <Button
            onClick={() => setDecisions([...decisions, { what: '', ownerId: undefined, ownerName: '', dueOn: addDays(on, USUAL_DAYS) }])}
          >
            加一项决定
          </Button>
          <Button type="primary" disabled={!ready} loading={write.busy} onClick={() => void submit()}>
            保存这一稿
          </Button>
        </div>
      </Form>
      <Refusal of={write} />
    </Card>
  );
}
