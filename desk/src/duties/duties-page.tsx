import { ORGANISATION_KINDS } from '@guanhu/shared/access/access.terms';
import type { DutyShown } from '@guanhu/shared/duties/duties.contract';
import { readDuties, recordEvidence } from '@guanhu/shared/duties/duties.routes';
import { listActivities } from '@guanhu/shared/outreach/activity.routes';
import { DUTY_PERIODS, DUTY_VERDICTS, PROOF_QUESTIONS, type DutyVerdict } from '@guanhu/shared/duties/duties.terms';
import { Button, Form, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { newKey } from '../app/api.ts';
import { usePages, useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useTownships } from '../app/use-townships.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Answered, Empty, Refusal } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

const TONES: Readonly<Record<DutyVerdict, Tone>> = { fulfilled: 'calm', lacking: 'danger', nothing: 'plain' };

/** Who owes what in a township, and whether it was done in the running part of the year. */
export function DutiesPage() {
  const known = useTownships('duty:read');
  const townships = known ?? [];
  const [chosen, setChosen] = useState<string>();
  const townshipId = chosen ?? townships[0]?.areaId;
  const matrix = useRead(readDuties, { query: { townshipId: townshipId ?? '' } }, { enabled: townshipId !== undefined });
  const proves = useMayByPost('duty:prove');
  return (
    <Detail
      over="会议与督办"
      title="责任清单"
      actions={
        townships.length > 1 && (
          <Select
            aria-label="乡镇"
            value={townshipId ?? null}
            onChange={setChosen}
            options={townships.map(area => ({ value: area.areaId, label: area.name }))}
            style={{ minWidth: 160 }}
          />
        )
      }
    >
      {townshipId === undefined && known && (
        <Card>
          <Empty title="责任清单按乡镇看">您的岗位在村里，请看发给您的督办。</Empty>
        </Card>
      )}
      {townshipId !== undefined && (
        <Answered of={matrix}>
          {({ duties }) => (
            <Card>
              <p className="sub">能统计的自动统计，其余由单位记下做了什么。记事不写服务对象姓名。</p>
              <Table
                size="small"
                pagination={false}
                rowKey="id"
                dataSource={[...duties]}
                columns={[
                  { title: '责任', render: (_, row) => <Duty row={row} /> },
                  { title: '本期', width: '40%', render: (_, row) => <Proof row={row} /> },
                  ...(proves
                    ? [
                        {
                          title: '',
                          width: 100,
                          render: (_: unknown, row: DutyShown) => row.counted === null && <Note row={row} townshipId={townshipId} />,
                        },
                      ]
                    : []),
                ]}
              />
            </Card>
          )}
        </Answered>
      )}
    </Detail>
  );
}

/** What is owed, and below it by whom and how often: columns of their own would be a word wide beside the list. */
const Duty = ({ row: { duty, lead, support, period } }: { row: DutyShown }) => (
  <>
    {duty}
    <p className="small">
      {[
        DUTY_PERIODS[period],
        `${ORGANISATION_KINDS[lead]}牵头`,
        ...(support.length > 0 ? [`${support.map(unit => ORGANISATION_KINDS[unit]).join('、')}配合`] : []),
      ].join(' · ')}
    </p>
  </>
);

const Proof = ({ row: { verdict, counted, evidence, from } }: { row: DutyShown }) => (
  <>
    <Tag tone={TONES[verdict]}>{DUTY_VERDICTS[verdict]}</Tag>
    {counted && <p className="small">{`${PROOF_QUESTIONS[counted.question]} ${counted.done} / ${counted.of}`}</p>}
    {evidence.map(one => (
      <p key={one.evidenceId} className="small">
        {`${one.on < from ? '上一期，' : ''}${dayInWords(one.on)} ${one.note}（${one.by}）`}
        {one.activity && (
          <>
            {' '}
            <Link to={`/activities/${one.activity.activityId}`}>
              {one.activity.photos > 0 ? `活动和 ${String(one.activity.photos)} 张照片` : '活动'}
            </Link>
          </>
        )}
      </p>
    ))}
  </>
);

function Note({ row, townshipId }: { row: DutyShown; townshipId: string }) {
  const [evidenceId, setId] = useState<string>();
  const [on, setDay] = useState(todayInChina());
  const [note, setNote] = useState('');
  const [activityId, setActivity] = useState<string>();
  const held = usePages(listActivities, { query: { townshipId } }, { enabled: evidenceId !== undefined });
  const close = () => {
    setId(undefined);
    setNote('');
    setActivity(undefined);
  };
  const write = useWrite(recordEvidence, close);
  const choose = (chosen: string | undefined) => {
    setActivity(chosen);
    const one = held.rows?.find(each => each.activityId === chosen);
    if (!one) return;
    if (one.on >= row.evidenceSince) setDay(one.on);
    if (note.trim() === '') setNote(one.what);
  };
  const submit = () => {
    const body = { townshipId, duty: row.id, on, note: note.trim(), ...(activityId === undefined ? {} : { activityId }) };
    return evidenceId !== undefined && write.run({ body: { evidenceId, ...body } });
  };
  return (
    <>
      <Button onClick={() => setId(newKey())}>记一笔</Button>
      <Modal
        open={evidenceId !== undefined}
        title={row.duty}
        okText="记下"
        cancelText="取消"
        okButtonProps={{ disabled: note.trim() === '', loading: write.busy }}
        onOk={() => void submit()}
        onCancel={close}
      >
        <Form layout="vertical">
          <Form.Item label="哪次活动（可不选，照片一起作佐证）" htmlFor={`evidence-activity-${row.id}`}>
            <Select
              id={`evidence-activity-${row.id}`}
              allowClear
              value={activityId ?? null}
              onChange={(value: string | undefined) => choose(value)}
              options={(held.rows ?? [])
                .filter(one => one.kind !== 'drill')
                .map(one => ({ value: one.activityId, label: `${dayInWords(one.on)} ${one.what}` }))}
            />
          </Form.Item>
          <Form.Item label="哪天" htmlFor={`evidence-day-${row.id}`}>
            <DayInput id={`evidence-day-${row.id}`} value={on} min={row.evidenceSince} max={todayInChina()} onDay={setDay} />
          </Form.Item>
          <Form.Item label="做了什么（不写服务对象姓名）" htmlFor={`evidence-note-${row.id}`}>
            <Input.TextArea id={`evidence-note-${row.id}`} maxLength={1000} value={note} onChange={event => setNote(event.target.value)} />
          </Form.Item>
        </Form>
        <Refusal of={write} />
      </Modal>
    </>
  );
}
