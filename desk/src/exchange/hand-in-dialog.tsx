import { FIELD_LABELS, optionsOf, type ExchangeField } from '@guanhu/shared/exchange/difference.terms';
import { DEPARTMENTS, EXCHANGE_FIELD_KEYS, fieldOf, type Department, type TypedPerson } from '@guanhu/shared/exchange/exchange.terms';
import { handInList } from '@guanhu/shared/exchange/exchange.routes';
import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { fileBase64 } from '../intake/file-base64.ts';
import { FileField } from '../intake/file-field.tsx';
import { Refusal } from '../ui/states.tsx';

const NOBODY: TypedPerson = { name: '', values: {} };

/** A department's list, as a file or typed line by line. */
export function HandInDialog({ roundId, department, again }: { roundId: string; department: Department; again: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type={again ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {again ? '重新交' : '交名单'}
      </Button>
      {open && <HandIn roundId={roundId} department={department} onClose={() => setOpen(false)} />}
    </>
  );
}

function HandIn({ roundId, department, onClose }: { roundId: string; department: Department; onClose: () => void }) {
  const fields = EXCHANGE_FIELD_KEYS.filter(field => fieldOf(field).statedBy.includes(department));
  const [way, setWay] = useState<'file' | 'typed'>('file');
  const [file, setFile] = useState<File>();
  const [people, setPeople] = useState<readonly TypedPerson[]>([NOBODY]);
  const handIn = useWrite(handInList, onClose);
  const written = people.filter(person => person.name.trim() !== '');
  const ready = way === 'file' ? file !== undefined : written.length > 0;
  const send = async () => {
    if (way === 'file' && file === undefined) return;
    const list =
      way === 'file' && file
        ? { way: 'file' as const, fileName: file.name, file: await fileBase64(file) }
        : { way: 'typed' as const, people: written.map(filledIn) };
    await handIn.run({ params: { roundId }, body: { department, list } });
  };
  const change = (at: number, next: TypedPerson) => setPeople(before => before.map((one, index) => (index === at ? next : one)));
  return (
    <Modal
      open
      width={720}
      title={`${DEPARTMENTS[department].label}交名单`}
      okText="交名单"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: handIn.busy }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="怎么交">
          <Radio.Group
            value={way}
            onChange={event => setWay(event.target.value as typeof way)}
            options={[
              { value: 'file', label: '上传表格' },
              { value: 'typed', label: '在这里填写' },
            ]}
          />
        </Form.Item>
        {way === 'file' ? (
          <FileField
            id="department-list"
            label="名单文件（.xlsx 或 CSV）"
            hint={`要有“姓名”，还要有“身份证号”或“出生日期”。读入的列：${fields.map(field => FIELD_LABELS[field]).join('、')}；别的列不读。`}
            csv
            file={file}
            onFile={setFile}
          />
        ) : (
          <>
            {people.map((person, at) => (
              <PersonLine key={at} at={at} person={person} fields={fields} onChange={next => change(at, next)} />
            ))}
            <Button onClick={() => setPeople(before => [...before, NOBODY])} disabled={people.length >= 200}>
              再加一人
            </Button>
          </>
        )}
      </Form>
      <Refusal of={handIn} />
    </Modal>
  );
}

/** Blanks are not sent. */
const filledIn = ({ name, idNumber, born, values }: TypedPerson): TypedPerson => ({
  name: name.trim(),
  ...(idNumber?.trim() ? { idNumber: idNumber.trim() } : {}),
  ...(born?.trim() ? { born: born.trim() } : {}),
  values: Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')),
});

type PersonLineProps = {
  at: number;
  person: TypedPerson;
  fields: readonly ExchangeField[];
  onChange: (person: TypedPerson) => void;
};

function PersonLine({ at, person, fields, onChange }: PersonLineProps) {
  const set = (field: ExchangeField, value: string | undefined) =>
    onChange({ ...person, values: { ...person.values, [field]: value ?? '' } });
  return (
    <div className="fields" role="group" aria-label={`第 ${at + 1} 人`}>
      <Form.Item label="姓名" htmlFor={`name-${at}`}>
        <Input id={`name-${at}`} maxLength={30} value={person.name} onChange={event => onChange({ ...person, name: event.target.value })} />
      </Form.Item>
      <Form.Item label="身份证号" htmlFor={`number-${at}`}>
        <Input
          id={`number-${at}`}
          maxLength={30}
          value={person.idNumber}
          onChange={event => onChange({ ...person, idNumber: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="出生日期" htmlFor={`born-${at}`}>
        <Input id={`born-${at}`} maxLength={20} value={person.born} onChange={event => onChange({ ...person, born: event.target.value })} />
      </Form.Item>
      {fields.map(field => {
        const [label, options] = [FIELD_LABELS[field], optionsOf(field)];
        const id = `${field}-${at}`;
        return (
          <Form.Item key={field} label={label} htmlFor={id}>
            {options === undefined ? (
              <Input id={id} maxLength={120} value={person.values[field]} onChange={event => set(field, event.target.value)} />
            ) : (
              <Select
                id={id}
                allowClear
                style={{ minWidth: 140 }}
                value={person.values[field] ?? null}
                onChange={value => set(field, value)}
                options={Object.entries(options).map(([value, words]) => ({ value, label: words }))}
              />
            )}
          </Form.Item>
        );
      })}
    </div>
  );
}
