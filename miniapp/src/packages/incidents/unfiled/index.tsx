import { useState } from 'react';
import { View } from '@tarojs/components';
import { UNFILED_SOURCES, type UnfiledSource } from '@guanhu/shared/incidents/incidents.terms';
import { AlarmWords } from '../../../ui/alarm-words/alarm-words.tsx';
import { CallButtons } from '../../../ui/call-buttons/call-buttons.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { callsBeside, POLICE } from '../emergency-calls.ts';
import { KindTiles } from '../kind-tiles.tsx';
import { useUnfiled } from './use-unfiled.ts';

const SOURCES = Object.entries(UNFILED_SOURCES).map(([value, text]) => ({ value: value as UnfiledSource, text }));

/** For those who hold a post in the village: somebody without a file. The call comes first here too, and no file comes of it. */
export default function UnfiledPage() {
  const { state, villages, report } = useUnfiled();
  const [chosen, setChosen] = useState<string>();
  const [source, setSource] = useState<UnfiledSource>('bystander');
  const [description, setDescription] = useState('');
  const areaId = chosen ?? (villages.length === 1 ? villages[0]?.areaId : undefined);
  const ready = areaId !== undefined && description.trim() !== '';
  return (
    <Page>
      <CallButtons first={POLICE} others={callsBeside(undefined)} />
      <AlarmWords>还没有通知到任何人，请打电话</AlarmWords>
      {state.at === 'queued' && (
        <View className="gh-sub">没有网，没有发出去。记在这部手机里，只有“关护”开着、手机又有网的时候才会发出去。现在请打电话。</View>
      )}
      {villages.length > 1 && (
        <FormRow title="在哪个村？">
          <Chips options={villages.map(one => ({ value: one.areaId, text: one.name }))} value={areaId} onChange={setChosen} />
        </FormRow>
      )}
      <FormRow title="怎么知道的？">
        <Chips options={SOURCES} value={source} onChange={setSource} />
      </FormRow>
      <FormRow title="是什么样的人，在哪里？" note="不用写姓名；不会因此建档">
        <TextArea value={description} placeholder="例如：穿蓝上衣的老人，在村口" most={200} onChange={setDescription} />
      </FormRow>
      <View className="gh-sub">{ready ? '现在怎么样？点一张图，就去通知大家' : '先写一句是什么样的人，再点一张图'}</View>
      <KindTiles
        value={undefined}
        onPick={kind => {
          if (ready && state.at !== 'queued') void report(areaId, { kind, source, description: description.trim() });
        }}
      />
      {state.at === 'refused' && <View className="gh-form-row__fault">{state.say}</View>}
    </Page>
  );
}
