import { useState } from 'react';
import { View } from '@tarojs/components';
import { listKeyGroup } from '@guanhu/shared/indicators/key-groups.routes';
import { KEY_GROUPS, type KeyGroup } from '@guanhu/shared/indicators/key-groups.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { registryWords } from '../../../words/registry.ts';

/** One person's own patients of a group; a village has no more. */
const MOST = 100;

/** Whom to see to first, group by group. The rows say who and where; what the group is stands above, and only while it is chosen. */
export default function GroupsPage() {
  const [group, setGroup] = useState<KeyGroup>('cameHome');
  const { value, refusal, reload } = useRead(listKeyGroup, { query: { group, limit: MOST }, keep: true });
  const rows = value?.rows ?? [];
  const today = phoneToday();
  return (
    <Page>
      <Card title={registryWords.whichGroup}>
        <Chips options={wordOptions(KEY_GROUPS)} value={group} onChange={setGroup} />
      </Card>
      {!value && (refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />)}
      {value && rows.length === 0 && <Empty title={registryWords.nobodyInGroup} sub={registryWords.nobodyInGroupSub} />}
      {rows.length > 0 && (
        <Card list>
          {rows.map((row, index) => (
            <ListItem
              key={row.patientId}
              title={row.patientName}
              sub={row.villageName}
              {...(row.since === null ? {} : { aside: <Tag>{registryWords.sinceDay(dayInWords(row.since, today))}</Tag> })}
              last={index === rows.length - 1}
              onTap={() => goTo('/packages/registry/patient/index', { patientId: row.patientId })}
            />
          ))}
        </Card>
      )}
      <View className="gh-note">{registryWords.groupNote}</View>
    </Page>
  );
}
