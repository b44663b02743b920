import { View } from '@tarojs/components';
import type { DrugLine } from '@guanhu/shared/visits/visit-record.terms';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { TextField } from '../../../../ui/form/fields.tsx';

type Part = Exclude<keyof DrugLine, 'name'>;
const PARTS: readonly (readonly [Part, string])[] = [
  ['morningMg', '早（毫克）'],
  ['noonMg', '中（毫克）'],
  ['eveningMg', '晚（毫克）'],
  ['everyWeeks', '长效针：每几周'],
  ['eachMg', '长效针：每次（毫克）'],
];

type DrugsProps = { readonly drugs: readonly DrugLine[]; readonly most: number; readonly onChange: (drugs: unknown) => void };

/** Drugs as the form has them: a name, and milligrams in the morning, at noon, in the evening; or every so many weeks. */
export function DrugsField({ drugs, most, onChange }: DrugsProps) {
  const set = (index: number, drug: DrugLine | undefined) => {
    const next = drugs.flatMap((each, at) => (at !== index ? [each] : drug === undefined ? [] : [drug]));
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <>
      {drugs.map((drug, index) => (
        <View key={index} className="gh-gap">
          <TextField value={drug.name} placeholder="药名" most={40} onChange={name => set(index, { ...drug, name })} />
          {PARTS.map(([part, words]) => (
            <TextField
              key={part}
              digits
              value={drug[part] === undefined ? '' : String(drug[part])}
              placeholder={words}
              most={6}
              onChange={typed => {
                const { [part]: _, ...rest } = drug;
                set(index, /^\d+$/.test(typed) ? { ...rest, [part]: Number(typed) } : rest);
              }}
            />
          ))}
          <BigButton look="line" size="small" onTap={() => set(index, undefined)}>
            去掉这一种
          </BigButton>
        </View>
      ))}
      {drugs.length < most && (
        <View className="gh-gap">
          <BigButton look="line" size="small" onTap={() => onChange([...drugs, { name: '' }])}>
            加一种药
          </BigButton>
        </View>
      )}
    </>
  );
}
