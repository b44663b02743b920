import { View } from '@tarojs/components';
import { WHEREABOUTS } from '@guanhu/shared/screening/clue.terms';
import { Chips } from '../../../../ui/form/chips.tsx';
import { TextField } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../../ui/form/options.ts';
import { screeningWords } from '../../../../words/screening.ts';
import type { ClueForm } from '../clue-form.ts';

const SEXES = wordOptions({ male: screeningWords.man, female: screeningWords.woman });

export type FieldsProps = {
  readonly form: ClueForm;
  /** What is missing or cannot be, once somebody has tried to hand it in. */
  readonly faults: readonly string[];
  readonly onChange: (part: Partial<ClueForm>) => void;
};

/** Who it is, as far as the village knows. */
export function PersonFields({ form, faults, onChange }: FieldsProps) {
  return (
    <>
      <FormRow title={screeningWords.who} note={screeningWords.whoNote}>
        <TextField value={form.name} placeholder={screeningWords.whoExample} most={30} onChange={name => onChange({ name })} />
        <TextField value={form.place} placeholder={screeningWords.place} most={100} onChange={place => onChange({ place })} />
        <Chips options={SEXES} value={form.sex} onChange={sex => onChange({ sex })} />
      </FormRow>
      <FormRow title={screeningWords.where}>
        <Chips options={wordOptions(WHEREABOUTS)} value={form.whereabouts} onChange={whereabouts => onChange({ whereabouts })} />
      </FormRow>
      <FormRow title={screeningWords.ifKnown}>
        <TextField digits value={form.born} placeholder={screeningWords.bornExample} most={4} onChange={born => onChange({ born })} />
        {faults.includes('born') && <View className="gh-form-row__fault">{screeningWords.bornFault}</View>}
        <TextField
          value={form.idNumber}
          placeholder={screeningWords.numberExample}
          most={18}
          onChange={idNumber => onChange({ idNumber })}
        />
        {faults.includes('idNumber') && <View className="gh-form-row__fault">{screeningWords.numberFault}</View>}
      </FormRow>
    </>
  );
}
