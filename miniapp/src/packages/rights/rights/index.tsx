import { useState } from 'react';
import { View } from '@tarojs/components';
import { listReaders, listSubjects, readKept } from '@guanhu/shared/rights/kept.routes';
import { FILE_FIELDS, KEPT_GROUPS, READ_WORDS, readKind } from '@guanhu/shared/rights/kept.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { monthDay } from '../../../ui/time.ts';
import { MyRequests } from './parts/my-requests.tsx';
import { reader, subject } from './in-words.ts';
import { commonWords } from '../../../words/common.ts';
import { rightsWords } from '../../../words/rights.ts';

/** What is kept, who read it, and what can be asked. Whose it is, by a word: never a name. */
export default function RightsPage() {
  const subjects = useRead(listSubjects, { keep: true });
  const [chosen, setChosen] = useState<string>();
  const rows = subjects.value?.rows ?? [];
  const patientId = chosen ?? rows[0]?.patientId;
  const asked = patientId === undefined ? 'wait' : { params: { patientId } };
  const kept = useRead(readKept, asked);
  const readers = useRead(listReaders, asked);
  if (!subjects.value)
    return <Page>{subjects.refusal ? <ErrorState refusal={subjects.refusal} onRetry={() => void subjects.reload()} /> : <Loading />}</Page>;
  if (patientId === undefined)
    return (
      <Page>
        <Empty title={rightsWords.nothingHere} sub={rightsWords.nothingHereSub} />
      </Page>
    );
  return (
    <Page>
      {rows.length > 1 && (
        <FormRow title={rightsWords.ofWhom}>
          <Chips options={rows.map(row => ({ value: row.patientId, text: subject(row, rows) }))} value={patientId} onChange={setChosen} />
        </FormRow>
      )}
      <BigButton onTap={() => goTo('/packages/rights/request/index', { patientId })}>{rightsWords.askOrSay}</BigButton>
      <MyRequests />
      <Card title={rightsWords.whatIsKept} list>
        {kept.value?.groups.map((group, index, all) => (
          <ListItem
            key={group.kind}
            title={group.fields.length > 0 ? KEPT_GROUPS[group.kind].what : rightsWords.kept(KEPT_GROUPS[group.kind].what, group.count)}
            sub={[
              group.fields.map(field => FILE_FIELDS[field]).join(commonWords.listMark),
              group.lastOn === null ? '' : rightsWords.lastOn(monthDay(group.lastOn)),
              KEPT_GROUPS[group.kind].why,
            ]
              .filter(Boolean)
              .join(commonWords.stopMark)}
            last={index === all.length - 1}
          />
        ))}
      </Card>
      <Card title={rightsWords.whoHasRead} list>
        {readers.value?.days.length === 0 && <ListItem title={rightsWords.nobodyHasRead} last />}
        {readers.value?.days.map((day, index, all) => (
          <ListItem
            key={day.on}
            title={monthDay(day.on)}
            sub={
              <>
                {day.reads.map(read => (
                  <View key={`${read.area ?? ''}${read.who}${read.what}`}>
                    {rightsWords.readBy(
                      reader(read),
                      READ_WORDS[readKind(read.what)],
                      read.times > 1 ? rightsWords.readTimes(read.times) : '',
                    )}
                  </View>
                ))}
              </>
            }
            last={index === all.length - 1}
          />
        ))}
      </Card>
    </Page>
  );
}
