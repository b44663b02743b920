import { CLUE_SOURCES, TOLD_SOURCES } from '@guanhu/shared/screening/clue.terms';
import { NEWEST_FORM } from '@guanhu/shared/screening/clue-form.rules';
import { Chips, MultiChips } from '../../../../ui/form/chips.tsx';
import { TextArea, TextField } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { commonWords } from '../../../../words/common.ts';
import { screeningWords } from '../../../../words/screening.ts';
import type { FieldsProps } from './person-fields.tsx';

const numbered = (terms: Readonly<Record<number, string>>) =>
  Object.entries(terms).map(([number, text]) => ({ value: Number(number), text }));
const SIGNS = numbered(NEWEST_FORM.questions);
/** Stands for no group among the chips; the form has none then. */
const NO_GROUP = 0;
const GROUPS = [...numbered(NEWEST_FORM.groups), { value: NO_GROUP, text: screeningWords.noGroup }];
const SOURCES = TOLD_SOURCES.map(value => ({ value, text: CLUE_SOURCES[value] }));

/** What was seen, how it is known, and who told it. Nothing is counted of what is tapped. */
export function SignsFields({ form, onChange }: Omit<FieldsProps, 'faults'>) {
  const pickGroup = (group: number) => onChange({ group: group === NO_GROUP ? undefined : group });
  return (
    <>
      <FormRow title={screeningWords.signs} note={screeningWords.signsNote}>
        <MultiChips options={SIGNS} values={form.yes} onChange={yes => onChange({ yes })} />
      </FormRow>
      <FormRow title={screeningWords.groups}>
        <Chips options={GROUPS} value={form.group ?? NO_GROUP} onChange={pickGroup} />
      </FormRow>
      <FormRow title={screeningWords.note}>
        <TextArea value={form.note} placeholder={commonWords.speakIntoKeyboard} most={500} onChange={note => onChange({ note })} />
      </FormRow>
      <FormRow title={screeningWords.source}>
        <Chips options={SOURCES} value={form.source} onChange={source => onChange({ source })} />
      </FormRow>
      <FormRow title={screeningWords.informant} note={screeningWords.informantNote}>
        <TextField
          value={form.informant}
          placeholder={screeningWords.informantName}
          most={30}
          onChange={informant => onChange({ informant })}
        />
        <TextField
          value={form.informantPhone}
          placeholder={screeningWords.informantPhone}
          most={20}
          onChange={informantPhone => onChange({ informantPhone })}
        />
      </FormRow>
    </>
  );
}
