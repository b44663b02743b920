import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { readOnDuty } from '@guanhu/shared/care-team/crisis-roster.routes';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { INCIDENT_KINDS, type IncidentKind } from '@guanhu/shared/incidents/incidents.terms';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { flushOutbox } from '../../../platform/outbox';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { CallButtons } from '../../../ui/call-buttons/call-buttons.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import type { IconName } from '../../../ui/icon/icon.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Tiles } from '../../../ui/tiles/tiles.tsx';
import { callsBeside, POLICE } from '../emergency-calls.ts';
import { useReport } from './use-report.ts';

const PICTURES: Record<IncidentKind, IconName> = {
  fluctuation: 'wave',
  threat: 'talk',
  smashing: 'broken',
  selfHarm: 'heart',
  harmToOthers: 'people',
  missing: 'walk',
};
const KINDS = Object.entries(INCIDENT_KINDS).map(([value, text]) => ({
  value: value as IncidentKind,
  text,
  icon: PICTURES[value as IncidentKind],
}));

/** The call comes first; the pictures tell the team. Nothing is promised that has not happened. */
export default function ReportPage() {
  // Staff come from the patient's page and bring the patient along; a guardian chooses among their own.
  const given = useRouter().params.patientId;
  const wards = useRead(listWards, given === undefined ? { keep: true } : 'wait').value?.rows ?? [];
  const [chosen, setChosen] = useState<string>();
  const patientId = given ?? chosen ?? (wards.length === 1 ? wards[0]?.patientId : undefined);
  const team = useRead(readTeam, patientId === undefined ? 'wait' : { params: { patientId }, keep: true }).value;
  const onDuty = useRead(readOnDuty, patientId === undefined ? 'wait' : { params: { patientId }, keep: true }).value;
  const { state, report } = useReport();
  return (
    <Page>
      <CallButtons first={POLICE} others={callsBeside(team, onDuty)} />
      {given === undefined && wards.length > 1 && (
        <FormRow title="是谁？">
          <Chips
            options={wards.map(ward => ({
              value: ward.patientId,
              text: ward.onBehalfOf ? `代${ward.onBehalfOf}：${ward.label}` : ward.label,
            }))}
            value={chosen}
            onChange={setChosen}
          />
        </FormRow>
      )}
      {state.at === 'queued' ? (
        <Card title="还没有通知到任何人，请打电话">
          <View className="gh-sub gh-gap">现在没有网。您报的情况记在手机里，一有网就自动发出，但最快的是打电话。</View>
          <View className="gh-gap">
            <BigButton look="secondary" icon="upload" onTap={flushOutbox}>
              再发一次
            </BigButton>
          </View>
        </Card>
      ) : (
        <>
          <View className="gh-sub">{patientId === undefined ? '先点是谁，再点一张图' : '现在怎么样？点一张图，马上通知大家'}</View>
          <Tiles
            tiles={KINDS}
            value={state.at === 'sending' ? state.kind : undefined}
            onPick={kind => {
              if (patientId !== undefined) void report(patientId, kind);
            }}
          />
          {state.at === 'refused' && <View className="gh-form-row__fault">{state.refusal.say}</View>}
          <View className="gh-note">
            {state.at === 'sending' ? '正在通知，还没有通知到任何人，先打电话最快' : '还没有通知到任何人，请打电话'}
          </View>
        </>
      )}
    </Page>
  );
}
