import type { RecordAnswer } from '@guanhu/shared/registry/file.contract';
import {
  FILE_FIELDS,
  FILE_KEYS,
  FILE_SECTIONS,
  type FileChange,
  type FileKey,
  type FileSection,
} from '@guanhu/shared/registry/file-fields';
import { readRecord, writeRecord } from '@guanhu/shared/registry/file.routes';
import { changedFile, newFaults, valueInWords } from '@guanhu/shared/registry/file-values.rules';
import { Button, Form, Tabs } from 'antd';
import { useState } from 'react';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { FileFieldInput } from './file-field-input.tsx';

const SECTIONS = Object.keys(FILE_SECTIONS) as readonly FileSection[];
/** Short enough for all six to stand side by side; the whole title is said on pointing. */
const TAB_WORDS: Readonly<Record<FileSection, string>> = {
  person: '基本',
  household: '住址',
  illness: '病史',
  danger: '影响',
  support: '救助',
  opinion: '意见',
};
const keysOf = (section: FileSection): readonly FileKey[] => FILE_KEYS.filter(key => FILE_FIELDS[key].section === section);

/** The whole record of a person, section by section, for those who keep it. */
export function RecordCard({ patientId }: { patientId: string }) {
  const record = useRead(readRecord, { params: { patientId } });
  return (
    <Card title="个人信息补充表">
      <Answered of={record}>
        {answer => (
          <Tabs
            size="small"
            tabBarGutter={20}
            items={SECTIONS.map(section => ({
              key: section,
              label: (
                <span title={FILE_SECTIONS[section]}>{`${TAB_WORDS[section]} ${filled(answer, section)}/${keysOf(section).length}`}</span>
              ),
              children: <Section key={answer.version} answer={answer} section={section} />,
            }))}
          />
        )}
      </Answered>
    </Card>
  );
}

const filled = ({ values }: RecordAnswer, section: FileSection): number => keysOf(section).filter(key => values[key] !== null).length;

function Section({ answer, section }: { answer: RecordAnswer; section: FileSection }) {
  const [editing, setEditing] = useState(false);
  if (editing) return <EditSection answer={answer} section={section} onClose={() => setEditing(false)} />;
  return (
    <>
      <Facts
        of={keysOf(section).map(key => [
          FILE_FIELDS[key].label,
          valueInWords(key, answer.values[key]) ?? <span className="muted">未填</span>,
        ])}
      />
      {answer.mayWrite && (
        <Button style={{ marginTop: 12 }} onClick={() => setEditing(true)}>
          修改{FILE_SECTIONS[section]}
        </Button>
      )}
    </>
  );
}

function EditSection({ answer, section, onClose }: { answer: RecordAnswer; section: FileSection; onClose: () => void }) {
  const [set, setSet] = useState<FileChange>({});
  const save = useWrite(writeRecord, onClose);
  const today = todayInChina();
  const after = changedFile(answer.values, set, today);
  const faults = newFaults(answer.values, after, today);
  const faultOf = (key: FileKey): string | undefined =>
    faults.find(fault => fault.key === key)?.say ?? (save.refusal?.fields.includes(`body.set.${key}`) ? '请核对这一项' : undefined);
  const elsewhere = faults.filter(fault => FILE_FIELDS[fault.key].section !== section);
  const changed = Object.keys(set).length > 0;
  const submit = () => save.run({ params: { patientId: answer.patientId }, body: { version: answer.version, set } });
  return (
    <Form layout="vertical" onFinish={() => void submit()}>
      <div className="fields">
        {keysOf(section).map(key => (
          <FileFieldInput
            key={key}
            of={key}
            value={set[key] === undefined ? answer.values[key] : set[key]}
            fault={faultOf(key)}
            onValue={value => setSet(before => ({ ...before, [key]: value }))}
          />
        ))}
      </div>
      {elsewhere.length > 0 && (
        <ul className="faults">
          {elsewhere.map(({ key, say }) => (
            <li key={key}>
              {FILE_FIELDS[key].label}：{say}
            </li>
          ))}
        </ul>
      )}
      <Refusal of={save} />
      <div className="actions">
        <Button type="primary" htmlType="submit" disabled={!changed || faults.length > 0} loading={save.busy}>
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Form>
  );
}
