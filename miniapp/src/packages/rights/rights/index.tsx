import { useState } from 'react';
import { View } from '@tarojs/components';
import { listReaders, listSubjects, readKept } from '@guanhu/shared/rights/kept.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { dayInWords } from '../days.ts';
import { MyRequests } from './parts/my-requests.tsx';

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
        <Empty title="这里还没有内容" sub="监护人和服务对象本人可以在这里查看和提出申请" />
      </Page>
    );
  return (
    <Page>
      {rows.length > 1 && (
        <FormRow title="看谁的？">
          <Chips options={rows.map(row => ({ value: row.patientId, text: row.label }))} value={patientId} onChange={setChosen} />
        </FormRow>
      )}
      <BigButton onTap={() => goTo('/packages/rights/request/index', { patientId })}>提出申请或意见</BigButton>
      <MyRequests />
      <Card title="记了些什么" list>
        {kept.value?.groups.map((group, index, all) => (
          <ListItem
            key={group.what}
            title={group.details.length > 0 ? group.what : `${group.what} ${String(group.count)} 条`}
            sub={[group.details.join('、'), group.lastOn === null ? '' : `最近 ${dayInWords(group.lastOn)}`, group.why]
              .filter(Boolean)
              .join('。')}
            last={index === all.length - 1}
          />
        ))}
      </Card>
      <Card title="谁看过（最近一个月）" list>
        {readers.value?.days.length === 0 && <ListItem title="没有人看过" last />}
        {readers.value?.days.map((day, index, all) => (
          <ListItem
            key={day.on}
            title={dayInWords(day.on)}
            sub={
              <>
                {day.reads.map(read => (
                  <View
                    key={`${read.who}${read.what}`}
                  >{`${read.who}：${read.what}${read.times > 1 ? ` ${String(read.times)} 次` : ''}`}</View>
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
