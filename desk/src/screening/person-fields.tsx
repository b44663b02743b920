import { isPartialDate } from '@guanhu/shared/kernel/partial-date';
import type { FileKey, FileValues } from '@guanhu/shared/registry/file-fields';
import { BLANK_FILE, changedFile, faultsOf } from '@guanhu/shared/registry/file-values.rules';
import type { IdType } from '@guanhu/shared/registry/id-document.rules';
import type { Sex } from '@guanhu/shared/registry/registry.terms';
import type { CluePerson } from '@guanhu/shared/screening/clue.contract';
import { Form, Input } from 'antd';
import { FileFieldInput } from '../registry/file-field-input.tsx';
import { todayInChina } from '../ui/words.ts';

const ASKED = ['name', 'idType', 'idNumber', 'born', 'sex'] as const satisfies readonly FileKey[];

/** What was typed of a person so far. */
type PersonTyped = { readonly file: Partial<FileValues>; readonly place: string };
export const typedOf = (person: CluePerson | null): PersonTyped => {
  const { place = '', name = null, idType = null, idNumber = null, born = null, sex = null } = person ?? {};
  return { file: person === null ? {} : { name, idType, idNumber, born, sex }, place };
};

/** The person as it is sent; null while something is missing or wrong. */
export function personOf({ file, place }: PersonTyped): CluePerson | null {
  const values = changedFile(BLANK_FILE, file, todayInChina());
  if (typeof values.name !== 'string' || faultsOf(values, todayInChina()).length > 0) return null;
  const text = (key: FileKey) => (typeof values[key] === 'string' ? values[key] : undefined);
  const [idType, idNumber, born, sex] = [
    text('idType') as IdType | undefined,
    text('idNumber'),
    text('born'),
    text('sex') as Sex | undefined,
  ];
  return {
    name: values.name.trim(),
    ...(idType !== undefined && { idType }),
    ...(idNumber !== undefined && { idNumber }),
    ...(born !== undefined && isPartialDate(born) && { born }),
    ...(sex !== undefined && { sex }),
    ...(place.trim() !== '' && { place: place.trim() }),
  };
}

/** Who it is, as far as it is known. */
export function PersonFields({ typed, onTyped }: { typed: PersonTyped; onTyped: (typed: PersonTyped) => void }) {
  const faults = faultsOf(changedFile(BLANK_FILE, typed.file, todayInChina()), todayInChina());
  return (
    <>
      <div className="fields">
        {ASKED.map(key => (
          <FileFieldInput
            key={key}
            of={key}
            value={typed.file[key] ?? null}
            fault={key in typed.file || key === 'idNumber' ? faults.find(fault => fault.key === key)?.say : undefined}
            onValue={value => onTyped({ ...typed, file: { ...typed.file, [key]: value } })}
          />
        ))}
        <Form.Item label="住在哪里、常在哪里" htmlFor="clue-place" style={{ width: 250 }}>
          <Input
            id="clue-place"
            value={typed.place}
            maxLength={100}
            placeholder="未填"
            onChange={event => onTyped({ ...typed, place: event.target.value })}
          />
        </Form.Item>
      </div>
      <p className="small">不知道的空着；不知道姓名的，写村里平时怎么称呼。</p>
    </>
  );
}
