import { LOCAL_FIELD_KINDS, LOCAL_SECTION, type FormField } from '@guanhu/shared/policy/form-field.terms';
import type { VisitFormPolicy } from '@guanhu/shared/policy/visit-work.terms';
import { Button, Checkbox, Form, Input, Select } from 'antd';

type LocalKind = (typeof LOCAL_FIELD_KINDS)[number];
const KIND_WORDS: Readonly<Record<LocalKind, string>> = {
  choice: '选一项',
  choices: '可选几项',
  yesNo: '有 / 没有',
  day: '日期',
  text: '文字',
  number: '数字',
};
const WITH_OPTIONS: readonly string[] = ['choice', 'choices'];

/** Keys are made, never typed: one that was used before must not come to mean something else. */
const newKey = () => `localF${Date.now().toString(36)}`;
const optionsFrom = (words: string): FormField['options'] =>
  words
    .split(/[、，,]/)
    .map(label => label.trim())
    .filter(label => label !== '')
    .map((label, index) => ({ code: index + 1, label }));
const wordsFrom = (field: FormField) => field.options?.map(option => option.label).join('、') ?? '';

/** What a county adds to the national record; the national fields stand in none of it. */
export function VisitFormFields({ policy, onChange }: { policy: VisitFormPolicy; onChange: (policy: VisitFormPolicy) => void }) {
  const set = (index: number, field: FormField | null) =>
    onChange({ ...policy, fields: policy.fields.flatMap((each, at) => (at !== index ? [each] : field === null ? [] : [field])) });
  const ofKind = (field: FormField, kind: LocalKind): FormField => {
    const { options, ...rest } = field;
    return WITH_OPTIONS.includes(kind) ? { ...rest, kind, options: options ?? optionsFrom('是、否') } : { ...rest, kind };
  };
  return (
    <>
      <p className="sub">国家随访服务记录表的项目都在，不能增删改；这里只能另外增加本县的项目。</p>
      {policy.fields.map((field, index) => (
        <Form.Item key={field.key} label={`第 ${index + 1} 项`}>
          <div className="fields">
            <Input
              aria-label="名称"
              value={field.label}
              maxLength={40}
              style={{ width: 220 }}
              onChange={event => set(index, { ...field, label: event.target.value })}
            />
            <Select
              aria-label="怎么填"
              value={field.kind as LocalKind}
              style={{ width: 120 }}
              options={LOCAL_FIELD_KINDS.map(value => ({ value, label: KIND_WORDS[value] }))}
              onChange={kind => set(index, ofKind(field, kind))}
            />
            {WITH_OPTIONS.includes(field.kind) && (
              <Input
                key={field.kind}
                aria-label="选项，用顿号分开"
                defaultValue={wordsFrom(field)}
                style={{ width: 260 }}
                onBlur={event => set(index, { ...field, options: optionsFrom(event.target.value) })}
              />
            )}
            <Checkbox checked={field.required === true} onChange={event => set(index, { ...field, required: event.target.checked })}>
              必填
            </Checkbox>
            <Button onClick={() => set(index, null)}>去掉</Button>
          </div>
        </Form.Item>
      ))}
      <Button
        onClick={() =>
          onChange({
            ...policy,
            fields: [
              ...policy.fields,
              { key: newKey(), label: '新项目', section: LOCAL_SECTION, kind: 'yesNo', when: [{ field: 'result', is: ['done'] }] },
            ],
          })
        }
      >
        增加一项
      </Button>
    </>
  );
}

/** The same as people say it. */
export const visitFormFacts = ({ fields }: VisitFormPolicy): readonly (readonly [string, string])[] =>
  fields.length === 0
    ? [['本县增加的项目', '没有']]
    : fields.map(field => [
        field.label,
        [KIND_WORDS[field.kind as LocalKind], wordsFrom(field), field.required === true ? '必填' : ''].filter(Boolean).join(' · '),
      ]);
