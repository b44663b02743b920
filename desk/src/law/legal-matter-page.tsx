import type { LegalMatter } from '@guanhu/shared/law/legal-matter.contract';
import { outcomesOf } from '@guanhu/shared/law/legal-matter.rules';
import { closeLegalMatter, noteLegalMatter, passLegalMatter, readLegalMatter } from '@guanhu/shared/law/legal-matter.routes';
import {
  LEGAL_ACTS,
  LEGAL_KINDS,
  LEGAL_NOTES,
  LEGAL_OUTCOMES,
  LEGAL_STATES,
  LEGAL_SUBJECTS,
  type LegalNote,
  type LegalOutcome,
} from '@guanhu/shared/law/legal-matter.terms';
import { Button, Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { ColleagueSelect } from '../teams/colleague-select.tsx';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { dayInWords, instantInWords, todayInChina } from '../ui/words.ts';

/** One matter: who sees to it, what was done, how it ended. */
export function LegalMatterPage() {
  const { matterId = '' } = useParams();
  const matter = useRead(readLegalMatter, { params: { matterId } });
  return <Answered of={matter}>{answer => <Matter key={answer.version} matter={answer} />}</Answered>;
}

const Matter = ({ matter }: { matter: LegalMatter }) => (
  <Detail
    over={`${matter.areaName} · ${LEGAL_STATES[matter.state]}`}
    title={`${LEGAL_KINDS[matter.kind]}${matter.patientName === null ? '' : ` · ${matter.patientName}`}`}
  >
    <Card title="基本情况">
      <Facts
        of={[
          ...(matter.subject === null ? [] : [['关于', LEGAL_SUBJECTS[matter.subject]] as const]),
          ['发现日期', dayInWords(matter.foundOn)],
          ['负责', matter.mine ? '您' : matter.ownerName],
          ['期限', `${dayInWords(matter.dueOn)}${matter.late ? '，已超期' : ''}`],
          ...(matter.outcome === null ? [] : [['结果', LEGAL_OUTCOMES[matter.outcome]] as const]),
        ]}
      />
      <p className="small">家属看不到这里写的内容。</p>
    </Card>
    <Card title="办理经过">
      <Table
        size="small"
        rowKey={step => `${step.at}${step.act}`}
        pagination={false}
        dataSource={[...matter.steps]}
        columns={[
          { title: '时间', width: 130, render: (_, step) => instantInWords(step.at) },
          { title: '事项', width: 100, render: (_, step) => LEGAL_ACTS[step.act] },
          { title: '办理人', width: 90, dataIndex: 'by' },
          { title: '说明', dataIndex: 'words' },
        ]}
      />
    </Card>
    {matter.mayWrite && (
      <>
        <Note matter={matter} />
        <Pass matter={matter} />
        <Close matter={matter} />
      </>
    )}
  </Detail>
);

/** Words of one deed. */
const WordsField = ({ id, value, onWords }: { id: string; value: string; onWords: (words: string) => void }) => (
  <Form.Item label="说明" htmlFor={id}>
    <Input.TextArea id={id} rows={2} maxLength={1000} value={value} onChange={event => onWords(event.target.value)} />
  </Form.Item>
);

function Note({ matter: { matterId, version } }: { matter: LegalMatter }) {
  const write = useWrite(noteLegalMatter);
  const [act, setAct] = useState<LegalNote>('noted');
  const [words, setWords] = useState('');
  const submit = () => void write.run({ params: { matterId }, body: { version, act, words: words.trim() } });
  return (
    <Card title="记下做了什么">
      <Form layout="vertical" className="form-narrow" onFinish={submit}>
        <Form.Item label="事项" htmlFor="legal-act">
          <Select
            id="legal-act"
            value={act}
            onChange={setAct}
            options={Object.entries(LEGAL_NOTES).map(([value, label]) => ({ value: value as LegalNote, label }))}
          />
        </Form.Item>
        <WordsField id="legal-note" value={words} onWords={setWords} />
        <Refusal of={write} />
        <Button type="primary" htmlType="submit" disabled={words.trim() === ''} loading={write.busy}>
          记下
        </Button>
      </Form>
    </Card>
  );
}

function Pass({ matter: { matterId, version, ownerId, ownerName, dueOn: due } }: { matter: LegalMatter }) {
  const write = useWrite(passLegalMatter);
  const [owner, setOwner] = useState({ id: ownerId, name: ownerName });
  const [dueOn, setDue] = useState(due < todayInChina() ? todayInChina() : due);
  const [words, setWords] = useState('');
  const submit = () => void write.run({ params: { matterId }, body: { version, ownerId: owner.id, dueOn, words: words.trim() } });
  return (
    <Card title="转交或改期">
      <Form layout="vertical" className="form-narrow" onFinish={submit}>
        <Form.Item label={`负责人：${owner.name}`} htmlFor="legal-owner">
          <ColleagueSelect
            id="legal-owner"
            value={undefined}
            onPerson={(id, name) => id !== undefined && setOwner({ id, name: name ?? '' })}
          />
        </Form.Item>
        <Form.Item label="哪天前办好" htmlFor="legal-due">
          <DayInput id="legal-due" value={dueOn} min={todayInChina()} onDay={setDue} />
        </Form.Item>
        <WordsField id="legal-pass" value={words} onWords={setWords} />
        <Refusal of={write} />
        <Button htmlType="submit" disabled={words.trim() === ''} loading={write.busy}>
          转交或改期
        </Button>
      </Form>
    </Card>
  );
}

function Close({ matter: { matterId, version, kind } }: { matter: LegalMatter }) {
  const write = useWrite(closeLegalMatter);
  const [outcome, setOutcome] = useState<LegalOutcome>();
  const [words, setWords] = useState('');
  const submit = () => outcome !== undefined && void write.run({ params: { matterId }, body: { version, outcome, words: words.trim() } });
  return (
    <Card title="办结">
      <Form layout="vertical" className="form-narrow" onFinish={submit}>
        <Form.Item label="结果" htmlFor="legal-outcome">
          <Select
            id="legal-outcome"
            value={outcome ?? null}
            onChange={setOutcome}
            options={outcomesOf(kind).map(value => ({ value, label: LEGAL_OUTCOMES[value] }))}
          />
        </Form.Item>
        <WordsField id="legal-close" value={words} onWords={setWords} />
        <Refusal of={write} />
        <Button htmlType="submit" disabled={words.trim() === '' || outcome === undefined} loading={write.busy}>
          办结
        </Button>
      </Form>
    </Card>
  );
}
