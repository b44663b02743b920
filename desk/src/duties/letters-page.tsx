import type { LetterRow } from '@guanhu/shared/duties/duties.contract';
import { answerLetter, closeLetter, giveLetter, listLetters, sendLetter } from '@guanhu/shared/duties/duties.routes';
import { SHIPPED_DUTIES } from '@guanhu/shared/duties/duty-rows';
import { LETTER_STATES } from '@guanhu/shared/duties/duties.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useTownships } from '../app/use-townships.ts';
import { useWrite } from '../app/use-write.ts';
import { ColleagueSelect } from '../teams/colleague-select.tsx';
import { Card, Detail, More } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Empty, Loading, Problem, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords, todayInChina } from '../ui/words.ts';

/** Days that somebody usually has to answer. */
const USUAL_DAYS = 7;
const dutyWords = (id: string | null): string | null => SHIPPED_DUTIES.find(row => row.id === id)?.duty ?? null;

/** Supervision letters: what was asked of whom until when, and what they answered. */
export function LettersPage() {
  const pages = usePages(listLetters);
  const supervises = useMayByPost('duty:supervise');
  const [writing, setWriting] = useState(false);
  return (
    <Detail
      over="会议与督办"
      title="督办"
      actions={
        supervises &&
        !writing && (
          <Button type="primary" onClick={() => setWriting(true)}>
            发督办
          </Button>
        )
      }
    >
      {writing && <Send onDone={() => setWriting(false)} />}
      {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
      {pages.rows?.length === 0 && (
        <Card>
          <Empty title="没有督办">没做到的责任可以发督办，到期没答复在这里标红。</Empty>
        </Card>
      )}
      {pages.rows?.map(row => (
        <Card key={row.letterId} title={row.words}>
          <p>
            <Tag tone={row.late ? 'danger' : row.state === 'open' ? 'warn' : 'calm'}>
              {row.state === 'open' ? `${dayInWords(row.dueOn)}前答复${row.late ? '，已超期' : ''}` : LETTER_STATES[row.state]}
            </Tag>
            {` ${row.townshipName}，${row.sentBy} 发给 ${row.receiverName}，${instantInWords(row.sentAt)}`}
          </p>
          {row.duty !== null && <p className="small">{`责任：${dutyWords(row.duty) ?? row.duty}`}</p>}
          {row.answer !== null && <p>{`答复：${row.answer}（${row.answeredAt === null ? '' : instantInWords(row.answeredAt)}）`}</p>}
          {row.mine && row.state !== 'closed' && <Answer row={row} />}
          {supervises && row.state === 'open' && <Give row={row} />}
          {supervises && row.state === 'answered' && <Close row={row} />}
        </Card>
      ))}
      <More pages={pages} />
    </Detail>
  );
}

function Answer({ row: { letterId, version } }: { row: LetterRow }) {
  const [answer, setAnswer] = useState('');
  const write = useWrite(answerLetter);
  return (
    <>
      <Input.TextArea
        aria-label="答复"
        placeholder="做了什么（不写服务对象姓名）"
        maxLength={2000}
        value={answer}
        onChange={event => setAnswer(event.target.value)}
      />
      <div className="actions">
        <Button
          type="primary"
          disabled={answer.trim() === ''}
          loading={write.busy}
          onClick={() => void write.run({ params: { letterId }, body: { version, answer: answer.trim() } })}
        >
          答复
        </Button>
      </div>
      <Refusal of={write} />
    </>
  );
}

/** It went to the wrong person, or whoever has it works here no more. */
function Give({ row: { letterId, townshipId, version } }: { row: LetterRow }) {
  const [open, setOpen] = useState(false);
  const write = useWrite(giveLetter, () => setOpen(false));
  if (!open) return <Button onClick={() => setOpen(true)}>改发别人</Button>;
  return (
    <>
      <ColleagueSelect
        label="改发给谁"
        townshipId={townshipId}
        value={undefined}
        onPerson={receiverId => receiverId !== undefined && void write.run({ params: { letterId }, body: { version, receiverId } })}
      />
      <Refusal of={write} />
    </>
  );
}

function Close({ row: { letterId, version } }: { row: LetterRow }) {
  const write = useWrite(closeLetter);
  return (
    <>
      <Button loading={write.busy} onClick={() => void write.run({ params: { letterId }, body: { version } })}>
        办结
      </Button>
      <Refusal of={write} />
    </>
  );
}

function Send({ onDone }: { onDone: () => void }) {
  const [letterId] = useState(newKey);
  const townships = useTownships('duty:supervise') ?? [];
  const [chosen, setTownship] = useState<string>();
  const townshipId = chosen ?? townships[0]?.areaId;
  const [receiver, setReceiver] = useState<{ readonly id: string; readonly name: string }>();
  const [duty, setDuty] = useState<string>();
  const [words, setWords] = useState('');
  const [dueOn, setDay] = useState(addDays(todayInChina(), USUAL_DAYS));
  const write = useWrite(sendLetter, onDone);
  const submit = () =>
    townshipId !== undefined &&
    receiver !== undefined &&
    write.run({ body: { letterId, townshipId, receiverId: receiver.id, duty: duty ?? null, words: words.trim(), dueOn } });
  return (
    <Card title="发督办">
      <Form layout="vertical">
        {townships.length > 1 && (
          <Form.Item label="哪个乡镇" htmlFor="letter-township">
            <Select
              id="letter-township"
              value={townshipId ?? null}
              onChange={(area: string) => {
                setTownship(area);
                setReceiver(undefined);
              }}
              options={townships.map(area => ({ value: area.areaId, label: area.name }))}
            />
          </Form.Item>
        )}
        <Form.Item label={receiver ? `发给：${receiver.name}` : '发给'} htmlFor="letter-receiver">
          <ColleagueSelect
            id="letter-receiver"
            townshipId={townshipId}
            value={undefined}
            onPerson={(id, name) => id !== undefined && setReceiver({ id, name: name ?? '' })}
          />
        </Form.Item>
        <Form.Item label="哪项责任（可不选）" htmlFor="letter-duty">
          <Select
            id="letter-duty"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={duty ?? null}
            onChange={(value: string | undefined) => setDuty(value)}
            options={SHIPPED_DUTIES.map(row => ({ value: row.id, label: row.duty }))}
          />
        </Form.Item>
        <Form.Item label="督办内容（不写服务对象姓名）" htmlFor="letter-words">
          <Input.TextArea id="letter-words" maxLength={1000} value={words} onChange={event => setWords(event.target.value)} />
        </Form.Item>
        <Form.Item label="哪天前答复" htmlFor="letter-day">
          <DayInput id="letter-day" value={dueOn} min={todayInChina()} onDay={setDay} />
        </Form.Item>
        <div className="actions">
          <Button
            type="primary"
            disabled={receiver === undefined || words.trim() === ''}
            loading={write.busy}
            onClick={() => void submit()}
          >
            发出
          </Button>
          <Button onClick={onDone}>不发了</Button>
        </div>
      </Form>
      <Refusal of={write} />
    </Card>
  );
}
