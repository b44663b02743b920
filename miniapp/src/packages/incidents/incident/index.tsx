import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { readOnDuty } from '@guanhu/shared/care-team/crisis-roster.routes';
import { waitsForReader } from '@guanhu/shared/incidents/incident.rules';
import { clockLine } from '@guanhu/shared/incidents/incident-clock.rules';
import { INCIDENT_KINDS, isOver, UNFILED_OUTCOMES, UNFILED_SOURCES, type UnfiledSource } from '@guanhu/shared/incidents/incidents.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { CallButtons } from '../../../ui/call-buttons/call-buttons.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { callsBeside, callsOf, POLICE, split } from '../emergency-calls.ts';
import { MoreCalls } from '../more-calls.tsx';
import { AddMore } from './add-more.tsx';
import { headline, receiptLine } from './receipts.ts';
import { ToldMore } from './told-more.tsx';
import { useIncident } from './use-incident.ts';
import { incidentsWords } from '../../../words/incidents.ts';

const SOURCES = Object.entries(UNFILED_SOURCES).map(([value, text]) => ({ value: value as UnfiledSource, text }));

/** What was reported, who was told and who has read it; for those who were told, the one button that says "I am on it". */
export default function IncidentPage() {
  const incidentId = useRouter().params.incidentId ?? '';
  const { reading, incident, busy, say, acknowledge, addWords, addPlace, addPhoto, addRecording, addSource } = useIncident(incidentId);
  const patientId = incident?.patientId ?? undefined;
  const ofPatient = patientId === undefined ? 'wait' : ({ params: { patientId }, keep: true } as const);
  const team = useRead(readTeam, ofPatient).value;
  const onDuty = useRead(readOnDuty, ofPatient).value;
  if (!incident)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  const lines = incident.receipts.map(receipt => receiptLine(receipt, today));
  const { unfiled, contacts } = incident;
  // Whoever acts on it has the numbers of everybody who was told; the family has those around the patient.
  const calls = split(contacts.length > 0 ? callsOf(contacts) : callsBeside(team, onDuty));
  return (
    <Page>
      <CallButtons first={POLICE} others={calls.top} />
      <Card title={headline(incident)}>
        <View className="gh-sub">{`${INCIDENT_KINDS[incident.kind]} · ${momentInWords(incident.happenedAt, today)}`}</View>
        <View className="gh-sub">{clockLine(incident, new Date())}</View>
        {incident.worsenedAt !== null && (
          <View className="gh-gap">
            {incidentsWords.becameWorse(
              incident.reported.map(({ kind, reportedAt }) =>
                incidentsWords.reportedAt(INCIDENT_KINDS[kind], momentInWords(reportedAt, today)),
              ),
            )}
          </View>
        )}
        {unfiled && (
          <View className="gh-gap">
            {`${[incident.villageName, ...(unfiled.source === null ? [] : [UNFILED_SOURCES[unfiled.source]]), incidentsWords.noFile].join(' · ')}${unfiled.description === null ? '' : incidentsWords.descriptionAfter(unfiled.description)}`}
          </View>
        )}
        {unfiled?.outcome && <View className="gh-sub gh-gap">{UNFILED_OUTCOMES[unfiled.outcome]}</View>}
        {incident.notes.map(note => (
          <View key={note} className="gh-gap">
            {note}
          </View>
        ))}
        <ToldMore incident={incident} />
      </Card>
      {waitsForReader(incident) && (
        <BigButton busy={busy} onTap={() => void acknowledge()}>
          {incidentsWords.takeOn}
        </BigButton>
      )}
      {incident.opensFile && incident.patientName !== null && patientId !== undefined && (
        <Card list>
          <ListItem
            title={incident.patientName}
            sub={incidentsWords.seePerson}
            onTap={() => goTo('/packages/registry/patient/index', { patientId })}
          />
          <ListItem
            title={incidentsWords.handling}
            sub={incidentsWords.handlingSub}
            last
            onTap={() => goTo('/packages/incidents/handling/index', { incidentId: incident.incidentId })}
          />
        </Card>
      )}
      <Card list>
        {lines.map((line, index) => (
          <KeyValue key={`${line.post}${String(index)}`} name={line.post} note={line.when} last={index === lines.length - 1}>
            <Tag tone={line.tone}>{line.words}</Tag>
          </KeyValue>
        ))}
      </Card>
      <View className="gh-note">{incidentsWords.onlyANotice}</View>
      {unfiled?.source === null && incident.reportedByMe && !isOver(unfiled.outcome) && (
        <FormRow title={incidentsWords.howKnown}>
          <Chips options={SOURCES} value={undefined} onChange={addSource} />
        </FormRow>
      )}
      {!isOver(unfiled?.outcome ?? null) && (
        <AddMore
          busy={busy}
          say={say}
          hint={unfiled ? incidentsWords.hintUnfiled : incidentsWords.hint}
          onPhoto={addPhoto}
          onRecording={addRecording}
          onPlace={addPlace}
          onWords={addWords}
        />
      )}
      <MoreCalls calls={calls.more} />
    </Page>
  );
}
