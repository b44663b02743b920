import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { readOnDuty } from '@guanhu/shared/care-team/crisis-roster.routes';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { AlarmWords } from '../../../ui/alarm-words/alarm-words.tsx';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { CallButtons } from '../../../ui/call-buttons/call-buttons.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { callsBeside, POLICE, split } from '../emergency-calls.ts';
import { KindThenWhom } from '../kind-then-whom.tsx';
import { CallsAbout, MoreCalls } from '../more-calls.tsx';
import { NotSent } from '../not-sent.tsx';
import { useReport } from './use-report.ts';
import { incidentsWords } from '../../../words/incidents.ts';

/**
 * The calls come first; the pictures tell the team, and the first of them are seen without scrolling, in care mode too. Nothing is promised
 * that has not happened, and nothing is asked before. In large type the numbers that found no room on top wait behind a tap.
 */
export default function ReportPage() {
  // Staff come from the patient's page and bring the patient along; a guardian chooses among their own.
  const given = useRouter().params.patientId;
  const wards = useRead(listWards, given === undefined ? { keep: true } : 'wait').value?.rows ?? [];
  const [chosen, setChosen] = useState<string>();
  const patientId = given ?? chosen ?? (wards.length === 1 ? wards[0]?.patientId : undefined);
  const team = useRead(readTeam, patientId === undefined ? 'wait' : { params: { patientId }, keep: true }).value;
  const onDuty = useRead(readOnDuty, patientId === undefined ? 'wait' : { params: { patientId }, keep: true }).value;
  const { state, report } = useReport();
  const { care } = useFontScale();
  const [unfolded, setUnfolded] = useState(false);
  const calls = split(callsBeside(team, onDuty));
  const nameOf = (ward: (typeof wards)[number]) => (ward.onBehalfOf ? incidentsWords.wardOf(ward.onBehalfOf, ward.label) : ward.label);
  const ofWhom = patientId === undefined ? wards : [];
  const hasMore = calls.more.length > 0 || ofWhom.length > 0;
  const about = given === undefined ? wards.map(ward => ({ value: ward.patientId, text: nameOf(ward) })) : [{ value: given, text: '' }];
  return (
    <Page urgent>
      <CallButtons first={POLICE} others={calls.top} />
      <AlarmWords spoken="nobodyTold">{incidentsWords.nobodyTold}</AlarmWords>
      {state.at === 'queued' ? (
        <NotSent />
      ) : (
        <>
          <KindThenWhom
            of={about}
            whom={incidentsWords.whoIsIt}
            sending={state.at === 'sending' ? state.kind : undefined}
            onReport={(whom, kind) => {
              setChosen(whom);
              void report(whom, kind);
            }}
          />
          {state.at === 'refused' && <View className="gh-form-row__fault">{state.refusal.say}</View>}
        </>
      )}
      {care && hasMore && !unfolded && state.at !== 'queued' ? (
        <BigButton look="line" icon="phone" onTap={() => setUnfolded(true)}>
          {incidentsWords.otherNumbers}
        </BigButton>
      ) : (
        <>
          <MoreCalls calls={calls.more} />
          {ofWhom.map(ward => (
            <CallsAbout key={ward.patientId} patientId={ward.patientId} label={nameOf(ward)} />
          ))}
        </>
      )}
    </Page>
  );
}
