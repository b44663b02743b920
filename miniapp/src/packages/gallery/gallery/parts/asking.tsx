import { useState } from 'react';
import { calendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { RollCallResult } from '@guanhu/shared/visits/special-period.terms';
import type { Stroke } from '../../../../platform/canvas/strokes.ts';
import { Chips, MultiChips } from '../../../../ui/form/chips.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { TextArea, TextField } from '../../../../ui/form/fields.tsx';
import { FormRow } from '../../../../ui/form/form-row.tsx';
import { RollCallItem } from '../../../../ui/roll-call/roll-call-item.tsx';
import { SignaturePad } from '../../../../ui/signature-pad';
import { Stepper } from '../../../../ui/stepper/stepper.tsx';
import { NOTHING_SAID, VoiceNote, type Spoken } from '../../../../ui/voice-note/voice-note.tsx';

const OPTIONS = [
  { value: 'calm', text: '平稳' },
  { value: 'sleepless', text: '睡不好' },
  { value: 'other', text: '其他' },
] as const;
type Option = (typeof OPTIONS)[number]['value'];
const AT = '2026-06-15T08:30:00+08:00';

/** What is answered: chips before typing. */
export function Asking() {
  const [one, setOne] = useState<Option>('calm');
  const [many, setMany] = useState<readonly Option[]>(['calm']);
  const [words, setWords] = useState('');
  const [spoken, setSpoken] = useState<Spoken>(NOTHING_SAID);
  const [day, setDay] = useState<CalendarDate | undefined>(calendarDate('2026-06-15'));
  const [count, setCount] = useState(1);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [mark, setMark] = useState<RollCallResult>('seen');
  return (
    <>
      <FormRow title="几个里选一个" note="原因写在下面，小一号">
        <Chips options={OPTIONS} value={one} onChange={setOne} />
      </FormRow>
      <FormRow title="可以选几个" fault="还没有选">
        <MultiChips options={OPTIONS} values={many} onChange={setMany} />
      </FormRow>
      <FormRow title="一行字">
        <TextField value={words} placeholder="例如 东头第二户" most={20} onChange={setWords} />
      </FormRow>
      <FormRow title="几行字">
        <TextArea value={words} placeholder="不会打字可以用键盘上的话筒" most={200} onChange={setWords} />
      </FormRow>
      <FormRow title="说一段话">
        <VoiceNote value={spoken} otherwise="可以打字" onChange={setSpoken} />
      </FormRow>
      <FormRow title="哪一天">
        <DateField value={day} placeholder="点这里选" onChange={setDay} />
      </FormRow>
      <FormRow title="几次">
        <Stepper words={`${String(count)} 次`} count={count} least={0} most={9} onChange={setCount} />
      </FormRow>
      <FormRow title="签名">
        <SignaturePad strokes={strokes} onChange={setStrokes} />
      </FormRow>
      <RollCallItem title="竹坪村 · 试甲" marked={null} said={{ result: mark, at: AT, state: 'queued' }} onMark={setMark} />
      <RollCallItem title="竹坪村 · 试乙" marked={{ result: 'phoned', at: AT, by: '网格甲' }} said={undefined} onMark={setMark} />
      <RollCallItem
        title="竹坪村 · 试丙"
        marked={null}
        said={{ result: mark, at: AT, state: 'refused', say: '今天不用点名' }}
        onMark={setMark}
      />
    </>
  );
}
