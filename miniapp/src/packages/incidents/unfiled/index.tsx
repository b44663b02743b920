import { View } from '@tarojs/components';
import { AlarmWords } from '../../../ui/alarm-words/alarm-words.tsx';
import { CallButtons } from '../../../ui/call-buttons/call-buttons.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { callsBeside, POLICE } from '../emergency-calls.ts';
import { KindThenWhom } from '../kind-then-whom.tsx';
import { NotSent } from '../not-sent.tsx';
import { useUnfiled } from './use-unfiled.ts';
import { incidentsWords } from '../../../words/incidents.ts';

/**
 * For those who hold a post in the village: somebody without a file. The call comes first here too, then one tap on a picture; what somebody
 * looks like and how it is known can be said once the others know. No file comes of it.
 */
export default function UnfiledPage() {
  const { state, villages, report } = useUnfiled();
  return (
    <Page urgent>
      <CallButtons first={POLICE} others={callsBeside(undefined)} />
      <AlarmWords spoken="nobodyTold">{incidentsWords.nobodyTold}</AlarmWords>
      {state.at === 'queued' ? (
        <NotSent />
      ) : (
        <KindThenWhom
          of={villages.map(one => ({ value: one.areaId, text: one.name }))}
          whom={incidentsWords.whichVillage}
          sending={state.at === 'sending' ? state.kind : undefined}
          onReport={(areaId, kind) => void report(areaId, kind)}
        />
      )}
      {state.at === 'refused' && <View className="gh-form-row__fault">{state.say}</View>}
      <View className="gh-note">{incidentsWords.unfiledNote}</View>
    </Page>
  );
}
