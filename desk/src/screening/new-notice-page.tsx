import { recordNotice } from '@guanhu/shared/screening/notice.routes';
import { NOTICE_SOURCES, type NoticeSource } from '@guanhu/shared/screening/notice.terms';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../app/api.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useTownships } from '../app/use-townships.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { personOf, PersonFields, typedOf } from './person-fields.tsx';

/** Somebody comes home: who, from where, when. */
export function NewNoticePage() {
  const navigate = useNavigate();
  const reads = useMayByPost('notice:read');
  const townships = useTownships('notice:record') ?? [];
  const [noticeId] = useState(newKey);
  const [chosen, setArea] = useState<string>();
  const [source, setSource] = useState<NoticeSource>('hospital');
  const [from, setFrom] = useState('');
  const [comesOn, setDay] = useState(todayInChina());
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState(typedOf(null));
  const write = useWrite(recordNotice, () => void navigate(reads ? `/notices/${noticeId}` : '/today'));
  const areaId = chosen ?? (townships.length === 1 ? townships[0]?.areaId : undefined);
  const person = personOf(typed);
  const send = () => {
    if (areaId === undefined || person === null) return;
    const body = { noticeId, source, from: from.trim(), comesOn, person, ...(note.trim() !== '' && { note: note.trim() }) };
    void write.run({ params: { areaId }, body });
  };
  return (
    <Detail over="出院释放通知" title="登记一份通知">
      <Card>
        <Form layout="vertical">
          <div className="fields">
            <Form.Item label="回到哪个乡镇" htmlFor="notice-area" style={{ width: 250 }}>
              <Select
                id="notice-area"
                value={areaId ?? null}
                onChange={setArea}
                placeholder="请选择"
                options={townships.map(area => ({ value: area.areaId, label: area.name }))}
              />
            </Form.Item>
            <Form.Item label="哪一种" htmlFor="notice-source" style={{ width: 250 }}>
              <Select
                id="notice-source"
                value={source}
                onChange={setSource}
                options={Object.entries(NOTICE_SOURCES).map(([value, label]) => ({ value: value as NoticeSource, label }))}
              />
            </Form.Item>
            <Form.Item label="哪个单位通知的" htmlFor="notice-from" style={{ width: 250 }}>
              <Input id="notice-from" maxLength={60} value={from} onChange={event => setFrom(event.target.value)} />
            </Form.Item>
            <Form.Item label="哪天回来" htmlFor="notice-on">
              <DayInput id="notice-on" value={comesOn} onDay={setDay} />
            </Form.Item>
          </div>
          <PersonFields typed={typed} onTyped={setTyped} />
          <Form.Item label="说明（可不填）" htmlFor="notice-note">
            <Input.TextArea id="notice-note" rows={2} maxLength={300} value={note} onChange={event => setNote(event.target.value)} />
          </Form.Item>
        </Form>
        <p className="sub">登记后马上通知乡镇办公室，消息里没有姓名。</p>
        <Refusal of={write} />
        <Button
          type="primary"
          size="large"
          disabled={areaId === undefined || person === null || from.trim() === ''}
          loading={write.busy}
          onClick={send}
        >
          登记
        </Button>
      </Card>
    </Detail>
  );
}
