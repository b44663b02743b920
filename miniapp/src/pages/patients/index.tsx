import { useState } from 'react';
import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { goTo } from '../../platform/navigate';
import { BigButton } from '../../ui/button/big-button.tsx';
import { Card } from '../../ui/card/card.tsx';
import { TextField } from '../../ui/form/fields.tsx';
import { ListItem } from '../../ui/list/list-item.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../ui/states/states.tsx';
import { usePatients } from './use-patients.ts';
import { patientsWords } from '../../words/patients.ts';

/** The people the reader answers for: name and village, nothing else on a list. */
export default function PatientsPage() {
  const [typed, setTyped] = useState('');
  const { rows, next, loading, refusal, keptOnly, more, search, reload } = usePatients();
  useReachBottom(more);
  return (
    <Page title={patientsWords.title} tab="patients">
      <Card>
        <TextField value={typed} placeholder={patientsWords.search} most={20} onChange={setTyped} />
        <View className="gh-gap">
          <BigButton look="secondary" onTap={() => search(typed)}>
            {patientsWords.find}
          </BigButton>
        </View>
      </Card>
      <Card list>
        <ListItem title={patientsWords.groups} sub={patientsWords.groupsSub} last onTap={() => goTo('/packages/registry/groups/index')} />
      </Card>
      <BigButton look="line" icon="alert" onTap={() => goTo('/packages/incidents/unfiled/index')}>
        {patientsWords.unfiled}
      </BigButton>
      {refusal && rows.length === 0 && <ErrorState refusal={refusal} onRetry={reload} />}
      {keptOnly && <View className="gh-sub">{patientsWords.offline}</View>}
      {loading && rows.length === 0 && <Loading />}
      {!loading && !refusal && rows.length === 0 && <Empty title={patientsWords.none} sub={patientsWords.noneSub} />}
      {rows.length > 0 && (
        <Card list>
          {rows.map((row, index) => (
            <ListItem
              key={row.patientId}
              title={row.name}
              sub={row.villageName}
              last={index === rows.length - 1}
              onTap={() => goTo('/packages/registry/patient/index', { patientId: row.patientId })}
            />
          ))}
        </Card>
      )}
      {next !== null && rows.length > 0 && (
        <BigButton look="line" busy={loading} onTap={more}>
          {patientsWords.more}
        </BigButton>
      )}
    </Page>
  );
}
