import { View } from '@tarojs/components';
import type { DrugLine } from '@guanhu/shared/visits/visit-record.terms';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { TextField } from '../../../../ui/form/fields.tsx';
import { visitsWords } from '../../../../words/visits.ts';

type Part = Exclude<keyof DrugLine, 'name'>;
const PARTS: readonly (readonly [Part, string])[] = [
  ['morningMg', visitsWords.morningMg],
  ['noonMg', visitsWords.noonMg],
  ['eveningMg', visitsWords.eveningMg],
  ['everyWeeks', visitsWords.everyWeeks],
  ['eachMg', visitsWords.eachMg],
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
          <TextField value={drug.name} placeholder={visitsWords.drugName} most={40} onChange={name => set(index, { ...drug, name })} />
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
            {visitsWords.removeDrug}
          </BigButton>
        </View>
      ))}
      {drugs.length < most && (
        <View className="gh-gap">
          <BigButton look="line" size="small" onTap={() => onChange([...drugs, { name: '' }])}>
            {visitsWords.addDrug}
          </BigButton>
        </View>
      )}
    </>
  );
}
