import { inWords } from '@guanhu/shared/kernel/calendar-date';
import { partialInWords } from '@guanhu/shared/kernel/partial-date';
import type { NoticeAnswer } from '@guanhu/shared/screening/notice.contract';
import { finishNotice, matchNotice, readNotice } from '@guanhu/shared/screening/notice.routes';
import { isNoticeEnded, NOTICE_SOURCES, NOTICE_STATES } from '@guanhu/shared/screening/notice.terms';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { newKey } from '../app/api.ts';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { PatientSelect } from '../registry/patient-select.tsx';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';
import { useVillagesWith } from './place-fields.tsx';

/** One notice: whose file it is, and what is missing until the person was received. */
export function ReleaseNoticePage() {
  const { noticeId = '' } = useParams();
  const read = useRead(readNotice, { params: { noticeId } });
  return <Answered of={read}>{notice => <Notice key={notice.version} notice={notice} />}</Answered>;
}

function Notice({ notice }: { notice: NoticeAnswer }) {
  const handles = useMayByPost('notice:handle');
  const [mayReadFile, mayReadClue] = [useMayByPost('patient:read'), useMayByPost('clue:read')];
  const { person, state, late } = notice;
  const facts = [
    ['哪一种', NOTICE_SOURCES[notice.source]],
    ['通知单位', notice.from ?? '已抹去'],
    ['哪天回来', inWords(notice.comesOn)],
    ['登记', `${notice.receivedBy}，${instantInWords(notice.receivedAt)}`],
    ...(person?.born === undefined ? [] : [['出生', partialInWords(person.born)] as const]),
    ...(person?.idNumber === undefined ? [] : [['证件号码', person.idNumber] as const]),
    ...(person?.place === undefined ? [] : [['住在哪里', person.place] as const]),
    ...(notice.note === null ? [] : [['说明', notice.note] as const]),
  ] as const;
  return (
    <Detail
      over={`${notice.areaName} · 出院释放通知`}
      title={person?.name ?? '已抹去'}
      actions={<Tag tone={late ? 'danger' : isNoticeEnded(state) ? 'plain' : 'warn'}>{NOTICE_STATES[state]}</Tag>}
    >
      <Card title="通知内容">
        <Facts of={facts} />
        {mayReadFile && notice.patientId !== null && <Link to={`/patients/${notice.patientId}`}>看档案</Link>}
        {mayReadClue && notice.clueId !== null && <Link to={`/clues/${notice.clueId}`}>看线索</Link>}
      </Card>
      <Card title="接收">
        <Facts
          of={[
            ['一人一专班', notice.team ? '组长、医生、民警都在' : `还没配齐，最晚 ${inWords(notice.teamDueOn)}`],
            ['第一次上门', notice.visitedOn === null ? `还没去，最晚 ${inWords(notice.visitDueOn)}` : inWords(notice.visitedOn)],
          ]}
        />
        {state === 'matched' && <p className="sub">状态还是住院、羁押的，请在档案里改为在管，随访才会排上。</p>}
      </Card>
      {handles && state === 'open' && <Match notice={notice} />}
      {handles && !isNoticeEnded(state) && <Finish notice={notice} />}
    </Detail>
  );
}

function Match({ notice: { noticeId, version } }: { notice: NoticeAnswer }) {
  const [patientId, setPatient] = useState<string>();
  const [clueId] = useState(newKey);
  const [villageId, setVillage] = useState<string>();
  const villages = useVillagesWith('notice:handle');
  const write = useWrite(matchNotice);
  const params = { noticeId };
  return (
    <Card title="是谁的档案">
      <Form layout="vertical" className="form-narrow">
        <Form.Item label="已有档案" htmlFor="notice-patient">
          <PatientSelect id="notice-patient" value={patientId} name={undefined} onPatient={setPatient} />
        </Form.Item>
        <Button
          type="primary"
          disabled={patientId === undefined}
          loading={write.busy}
          onClick={() => patientId && void write.run({ params, body: { as: 'file', patientId, version } })}
        >
          就是此人
        </Button>
        <Form.Item label="没有档案，转为排查线索，由哪个村核对" htmlFor="notice-village" style={{ marginTop: 16 }}>
          <Select
            id="notice-village"
            value={villageId ?? null}
            onChange={setVillage}
            placeholder="请选择"
            showSearch={{ optionFilterProp: 'label' }}
            options={villages.map(area => ({ value: area.areaId, label: area.name }))}
          />
        </Form.Item>
        <Button
          disabled={villageId === undefined}
          loading={write.busy}
          onClick={() => villageId && void write.run({ params, body: { as: 'clue', clueId, villageId, version } })}
        >
          转为线索
        </Button>
      </Form>
      <Refusal of={write} />
    </Card>
  );
}

function Finish({ notice: { noticeId, version, state } }: { notice: NoticeAnswer }) {
  const [reason, setReason] = useState('');
  const write = useWrite(finishNotice);
  const params = { noticeId };
  return (
    <Card title="办结">
      {state === 'matched' && (
        <Button type="primary" loading={write.busy} onClick={() => void write.run({ params, body: { as: 'done', version } })}>
          已接收：专班到位，已上门
        </Button>
      )}
      <div className="actions">
        <Input
          aria-label="通知有误的理由"
          placeholder="通知有误的，写明理由"
          maxLength={200}
          value={reason}
          onChange={event => setReason(event.target.value)}
          style={{ maxWidth: 320 }}
        />
        <Button
          danger
          disabled={reason.trim() === ''}
          loading={write.busy}
          onClick={() => void write.run({ params, body: { as: 'withdrawn', reason: reason.trim(), version } })}
        >
          通知有误，结案
        </Button>
      </div>
      <Refusal of={write} />
    </Card>
  );
}
