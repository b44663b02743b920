import { AutoComplete, Button, Form, Input, Radio } from 'antd';
import type { TypedDrug } from './drug-typed.ts';

type DrugFieldsProps = {
  id: string;
  drug: TypedDrug;
  /** Names that doctors of the county have written before. */
  known: readonly string[];
  onChange: (drug: TypedDrug) => void;
  onRemove: (() => void) | undefined;
};

/** One drug: its name, and so much every morning, noon and evening, or so much every so many weeks. */
export function DrugFields({ id, drug, known, onChange, onRemove }: DrugFieldsProps) {
  const set = (part: Partial<TypedDrug>) => onChange({ ...drug, ...part });
  const field = (key: 'morningMg' | 'noonMg' | 'eveningMg' | 'everyWeeks' | 'eachMg', label: string, unit: string) => (
    <Form.Item label={label} htmlFor={`${id}-${key}`}>
      <Input
        id={`${id}-${key}`}
        inputMode="decimal"
        suffix={unit}
        style={{ width: 130 }}
        value={drug[key]}
        onChange={event => set({ [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <fieldset className="plain-fieldset">
      <Form.Item label="药名" htmlFor={`${id}-name`}>
        <AutoComplete
          id={`${id}-name`}
          value={drug.name}
          onChange={(name: string) => set({ name })}
          options={known.map(value => ({ value }))}
          showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed.trim()) }}
        >
          <Input maxLength={40} />
        </AutoComplete>
      </Form.Item>
      <Form.Item>
        <Radio.Group
          aria-label="用法"
          value={drug.injected}
          onChange={event => set({ injected: event.target.value === true })}
          options={[
            { value: false, label: '每天吃' },
            { value: true, label: '打长效针' },
          ]}
        />
      </Form.Item>
      <div className="actions">
        {drug.injected ? (
          <>
            {field('everyWeeks', '每几周', '周')}
            {field('eachMg', '每次', '毫克')}
          </>
        ) : (
          <>
            {field('morningMg', '早', '毫克')}
            {field('noonMg', '中', '毫克')}
            {field('eveningMg', '晚', '毫克')}
          </>
        )}
        {onRemove && <Button onClick={onRemove}>去掉这种药</Button>}
      </div>
    </fieldset>
  );
}
