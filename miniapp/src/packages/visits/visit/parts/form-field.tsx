import { View } from '@tarojs/components';
import { RISK_MEANINGS } from '@guanhu/shared/assessment/assessment.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { FormField as Field, FormOption } from '@guanhu/shared/policy/form-field.terms';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import type { DrugLine } from '@guanhu/shared/visits/visit-record.terms';
import { phoneToday } from '../../../../platform/now.ts';
import { Chips, MultiChips, type ChipOption } from '../../../../ui/form/chips.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { TextArea, TextField } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { Stepper } from '../../../../ui/stepper/stepper.tsx';
import { DrugsField } from './drugs-field.tsx';
import { commonWords } from '../../../../words/common.ts';
import { visitsWords } from '../../../../words/visits.ts';

type FieldProps = {
  readonly field: Field;
  readonly value: unknown;
  readonly fault?: string | undefined;
  /** `undefined` makes it a blank again. */
  readonly onChange: (value: unknown) => void;
};

const chipsOf = (options: readonly FormOption[]): readonly ChipOption<string | number>[] =>
  options.map(({ code, label }) => ({ value: code, text: label }));
const YES_NO = [
  { value: 'no', text: visitsWords.hasNot },
  { value: 'yes', text: visitsWords.has },
] as const;
const NONE = 'none';
const LONG_TEXT = 200;

/** One field of a form, drawn from its data. Nothing is filled in by itself. */
export const FormField = (props: FieldProps) => (
  <FormRow title={props.field.label} note={noteOf(props)} fault={props.fault}>
    <Answer {...props} />
  </FormRow>
);

/** The words of a level stand under it once it is chosen. */
function noteOf({ field, value }: FieldProps): string | undefined {
  if (field.key === 'risk' && typeof value === 'number') return RISK_MEANINGS[value as RiskRating];
  return field.help;
}

function Answer({ field, value, onChange }: FieldProps) {
  const { kind, options = [], label } = field;
  switch (kind) {
    case 'choice':
      return (
        <Chips
          options={chipsOf(options)}
          value={value as string | number | undefined}
          // A second tap on what need not be answered takes it back.
          onChange={code => onChange(code === value && field.required !== true ? undefined : code)}
        />
      );
    case 'choices':
      return <Several field={field} values={value as readonly (string | number)[] | undefined} onChange={onChange} />;
    case 'choiceGroup':
      return <Group field={field} values={(value as Readonly<Record<string, number>> | undefined) ?? {}} onChange={onChange} />;
    case 'countGroup':
      return <Counts field={field} counts={value as Readonly<Record<string, number>> | undefined} onChange={onChange} />;
    case 'yesNo':
      return (
        <Chips
          options={YES_NO}
          value={value === undefined ? undefined : value === true ? 'yes' : 'no'}
          onChange={answer => onChange(answer === 'yes')}
        />
      );
    case 'day':
      return (
        <DateField
          value={value as CalendarDate | undefined}
          placeholder={commonWords.pickDate}
          {...(field.key === 'nextDueOn' ? { earliest: phoneToday() } : { latest: phoneToday() })}
          onChange={onChange}
        />
      );
    case 'text': {
      const most = field.most ?? LONG_TEXT;
      const given = (value as string | undefined) ?? '';
      return most > LONG_TEXT ? (
        <TextArea value={given} placeholder={commonWords.speakIntoKeyboard} most={most} onChange={onChange} />
      ) : (
        <TextField value={given} placeholder={label} most={most} onChange={onChange} />
      );
    }
    case 'number':
      return (
        <TextField
          digits
          value={typeof value === 'number' ? String(value) : ''}
          placeholder={visitsWords.number}
          most={7}
          onChange={typed => onChange(/^\d+$/.test(typed) ? Number(typed) : undefined)}
        />
      );
    case 'drugs':
      return <DrugsField drugs={(value as readonly DrugLine[] | undefined) ?? []} most={field.most ?? 3} onChange={onChange} />;
  }
}

type SeveralProps = {
  readonly field: Field;
  readonly values: readonly (string | number)[] | undefined;
  readonly onChange: (value: unknown) => void;
};

/** "None" and an answer exclude each other; the last tap counts. Empty means that none was found, absent that nobody asked. */
function Several({ field, values, onChange }: SeveralProps) {
  const options = chipsOf(field.options ?? []);
  const shown =
    field.mayBeNone === true
      ? [{ value: NONE, text: visitsWords.noneOf(field.key === 'symptoms' ? visitsWords.symptoms : '') }, ...options]
      : options;
  const hadNone = values?.length === 0;
  return (
    <MultiChips<string | number>
      options={shown}
      values={hadNone ? [NONE] : (values ?? [])}
      onChange={tapped => {
        const real = tapped.filter(code => code !== NONE);
        if (tapped.includes(NONE) && !hadNone) onChange([]);
        else onChange(real.length > 0 ? real : undefined);
      }}
    />
  );
}

type GroupProps = {
  readonly field: Field;
  readonly values: Readonly<Record<string, number>>;
  readonly onChange: (value: unknown) => void;
};

function Group({ field, values, onChange }: GroupProps) {
  return (
    <>
      {field.rows?.map(row => (
        <View key={row.key}>
          <View className="gh-sub gh-gap">{row.label}</View>
          <Chips
            options={chipsOf(row.options ?? field.options ?? [])}
            value={values[row.key]}
            onChange={code => onChange({ ...values, [row.key]: code })}
          />
        </View>
      ))}
    </>
  );
}

type CountsProps = {
  readonly field: Field;
  readonly counts: Readonly<Record<string, number>> | undefined;
  readonly onChange: (value: unknown) => void;
};

/** How often each of them happened; none of them is an answer too. */
function Counts({ field, counts, onChange }: CountsProps) {
  const rows = field.rows ?? [];
  const happened = rows.filter(row => counts?.[row.key] !== undefined);
  const isNone = counts !== undefined && happened.length === 0;
  return (
    <>
      <MultiChips<string>
        options={[{ value: NONE, text: visitsWords.none }, ...rows.map(row => ({ value: row.key, text: row.label }))]}
        values={isNone ? [NONE] : happened.map(row => row.key)}
        onChange={tapped => {
          const real = tapped.filter(key => key !== NONE);
          if (tapped.includes(NONE) && !isNone) onChange({});
          else onChange(real.length === 0 ? undefined : Object.fromEntries(real.map(key => [key, counts?.[key] ?? 1])));
        }}
      />
      {happened.map(row => (
        <Stepper
          key={row.key}
          words={row.label}
          count={counts?.[row.key] ?? 1}
          least={1}
          most={99}
          onChange={count => onChange({ ...counts, [row.key]: count })}
        />
      ))}
    </>
  );
}
