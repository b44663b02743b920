import { View } from '@tarojs/components';
import { readOnDuty } from '@guanhu/shared/care-team/crisis-roster.routes';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { useRead } from '../../platform/api/use-read.ts';
import { CallButtons, type CallTo } from '../../ui/call-buttons/call-buttons.tsx';
import { callsNear } from './emergency-calls.ts';
import { incidentsWords } from '../../words/incidents.ts';

/** The calls that did not find room on top. */
export const MoreCalls = ({ calls, title = incidentsWords.moreCalls }: { readonly calls: readonly CallTo[]; readonly title?: string }) =>
  calls.length === 0 ? null : (
    <>
      <View className="gh-sub">{title}</View>
      <CallButtons others={calls} />
    </>
  );

/** Whom to telephone about one of several wards, while nobody has said about which. */
export function CallsAbout({ patientId, label }: { readonly patientId: string; readonly label: string }) {
  const ofPatient = { params: { patientId }, keep: true } as const;
  const team = useRead(readTeam, ofPatient).value;
  const onDuty = useRead(readOnDuty, ofPatient).value;
  return <MoreCalls calls={callsNear(team, onDuty)} title={incidentsWords.callsAbout(label)} />;
}
