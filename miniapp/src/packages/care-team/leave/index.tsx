import { useState } from 'react';
import { View } from '@tarojs/components';
import { HANDOVER_STATES } from '@guanhu/shared/care-team/handover.terms';
import { listMyHandovers } from '@guanhu/shared/care-team/handover.routes';
import { listColleagues } from '@guanhu/shared/care-team/roster.routes';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { useSession } from '../../../platform/session';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { TextField } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { monthDay } from '../../../ui/time.ts';
import { useLeave } from './use-leave.ts';
import { careTeamWords } from '../../../words/care-team.ts';
import { commonWords } from '../../../words/common.ts';

const NOBODY = 'nobody';

/** A worker asks for leave and says who could stand in; nothing changes until somebody agrees. */
export default function LeavePage() {
  const today = phoneToday();
  const own = useSession()?.me.personId;
  const mine = useRead(listMyHandovers, { query: {}, keep: true });
  const colleagues = useRead(listColleagues, { query: { limit: 100 } }).value?.rows.filter(row => row.personId !== own) ?? [];
  const [from, setFrom] = useState<CalendarDate>(today);
  const [until, setUntil] = useState<CalendarDate>(today);
  const [toId, setTo] = useState<string>(NOBODY);
  const [note, setNote] = useState('');
  const { asking, ask, takeBack } = useLeave(() => void mine.reload());
  return (
    <Page>
      <FormRow title={careTeamWords.startsOn}>
        <DateField value={from} placeholder={careTeamWords.chooseDay} earliest={today} latest={addDays(today, 366)} onChange={setFrom} />
      </FormRow>
      <FormRow title={careTeamWords.endsOn} fault={until < from ? careTeamWords.notBeforeStart : undefined}>
        <DateField value={until} placeholder={careTeamWords.chooseDay} earliest={from} latest={addDays(from, 366)} onChange={setUntil} />
      </FormRow>
      <FormRow title={careTeamWords.standIn} note={careTeamWords.standInNote}>
        <Chips
          options={[
            { value: NOBODY, text: careTeamWords.leadArranges },
            ...colleagues.map(row => ({ value: row.personId, text: row.name })),
          ]}
          value={toId}
          onChange={setTo}
        />
      </FormRow>
      <FormRow title={careTeamWords.noteOptional}>
        <TextField value={note} placeholder={careTeamWords.noteExample} most={200} onChange={setNote} />
      </FormRow>
      {asking.at === 'refused' && <View className="gh-form-row__fault">{asking.say}</View>}
      {asking.at === 'said' && <View className="gh-sub">{asking.say}</View>}
      <BigButton
        busy={asking.at === 'saving'}
        disabled={until < from}
        onTap={() => void ask({ from, until, toId: toId === NOBODY ? undefined : toId, note })}
      >
        {careTeamWords.askLeave}
      </BigButton>
      {(mine.value?.rows.length ?? 0) > 0 && (
        <Card list title={careTeamWords.myLeave}>
          {mine.value?.rows.map((row, index, rows) => (
            <ListItem
              key={row.handoverId}
              title={`${monthDay(row.from)}${row.until === null ? careTeamWords.openEnd : careTeamWords.untilDay(monthDay(row.until))}`}
              sub={row.to === null ? careTeamWords.nobodyYet : careTeamWords.standsIn(row.to.name)}
              last={index === rows.length - 1}
              aside={
                row.state === 'proposed' ? (
                  <BigButton look="secondary" size="small" onTap={() => void takeBack(row.handoverId)}>
                    {commonWords.withdraw}
                  </BigButton>
                ) : (
                  <Tag tone={row.state === 'done' ? 'calm' : 'warn'}>{HANDOVER_STATES[row.state]}</Tag>
                )
              }
            />
          ))}
        </Card>
      )}
    </Page>
  );
}
