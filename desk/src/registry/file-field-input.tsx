import { partialInWords, readPartialDate, isPartialDate } from '@guanhu/shared/kernel/partial-date';
import { FILE_FIELDS, type FieldValue, type FileKey } from '@guanhu/shared/registry/file-fields';
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';

type FieldProps = {
  of: FileKey;
  value: FieldValue;
  /** What is wrong with it, in words. */
  fault?: string | undefined;
  onValue: (value: FieldValue) => void;
};

/** One field of a file, by its kind. Emptied, it is blank again. */
export function FileFieldInput({ of, value, fault, onValue }: FieldProps) {
  const field = FILE_FIELDS[of];
  const id = `file-${of}`;
  const wide = field.kind === 'words' && field.most > 200;
  return (
    <Form.Item
      label={field.label}
      htmlFor={id}
      style={{ width: wide ? '100%' : 250 }}
      {...(fault !== undefined && { validateStatus: 'error' as const, help: fault })}
    >
      <Control id={id} of={of} value={value} onValue={onValue} />
    </Form.Item>
  );
}

function Control({ id, of, value, onValue }: { id: string } & Pick<FieldProps, 'of' | 'value' | 'onValue'>) {
  const field = FILE_FIELDS[of];
  const text = typeof value === 'string' ? value : '';
  const setText = (typed: string | undefined) => onValue(typed === undefined || typed === '' ? null : typed);
  switch (field.kind) {
    case 'code':
    case 'codes': {
      const options = Object.entries(field.options).map(([key, label]) => ({ value: key, label }));
      const common = { id, options, allowClear: true, placeholder: '未填', showSearch: { optionFilterProp: 'label' } } as const;
      return field.kind === 'code' ? (
        <Select {...common} value={text === '' ? null : text} onChange={setText} />
      ) : (
        <Select
          {...common}
          mode="multiple"
          value={Array.isArray(value) ? [...(value as readonly string[])] : []}
          onChange={next => onValue(next.length === 0 ? null : next)}
        />
      );
    }
    case 'count':
      return (
        <InputNumber
          id={id}
          value={typeof value === 'number' ? value : null}
          min={0}
          max={9999}
          precision={0}
          suffix="次"
          placeholder="未填"
          style={{ width: '100%' }}
          onChange={onValue}
        />
      );
    case 'date':
      return <PartialDateInput id={id} value={text} onValue={onValue} />;
    case 'words':
      return field.most > 200 ? (
        <Input.TextArea
          id={id}
          value={text}
          maxLength={field.most}
          rows={3}
          placeholder="未填"
          onChange={event => setText(event.target.value)}
        />
      ) : (
        <Input id={id} value={text} maxLength={field.most} placeholder="未填" onChange={event => setText(event.target.value)} />
      );
    case 'telephone':
    case 'area':
      return (
        <Input
          id={id}
          value={text}
          inputMode="numeric"
          maxLength={20}
          placeholder="未填"
          onChange={event => setText(event.target.value.trim())}
        />
      );
  }
}

/** A date as far as it is known: what is typed is read when the person goes on. */
function PartialDateInput({ id, value, onValue }: { id: string; value: string; onValue: (value: FieldValue) => void }) {
  const [typed, setTyped] = useState(value);
  const [unread, setUnread] = useState(false);
  const read = () => {
    const date = readPartialDate(typed);
    setUnread(date === null && typed.trim() !== '');
    if (date !== null) setTyped(date);
    if (date !== null || typed.trim() === '') onValue(date);
  };
  return (
    <>
      <Input
        id={id}
        value={typed}
        placeholder="未填，可只填年份"
        onChange={event => setTyped(event.target.value)}
        onBlur={read}
        onPressEnter={read}
        {...(unread && { status: 'error' as const })}
      />
      <span className="small">{unread ? '请写成 1998、1998-03 或 1998-03-05' : isPartialDate(value) ? partialInWords(value) : ''}</span>
    </>
  );
}
