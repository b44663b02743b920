import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { INCIDENT_KINDS } from '@guanhu/shared/incidents/incidents.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { CallButtons } from '../../../ui/call-buttons/call-buttons.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { callsBeside, POLICE } from '../emergency-calls.ts';
import { headline, receiptLine } from './receipts.ts';
import { useIncident } from './use-incident.ts';

/** What was reported, who was told and who has read it; for those who were told, the one button that says "I am on it". */
export default function IncidentPage() {
  const incidentId = useRouter().params.incidentId ?? '';
  const { reading, incident, mine, busy, say, acknowledge, addWords } = useIncident(incidentId);
  const team = useRead(readTeam, incident ? { params: { patientId: incident.patientId }, keep: true } : 'wait').value;
  const [words, setWords] = useState('');
  if (!incident)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  const lines = incident.receipts.map(receipt => receiptLine(receipt, today));
  const isStaff = incident.patientName !== null;
  return (
    <Page>
      <Card title={headline(incident.receipts)}>
        <View className="gh-sub">{`${INCIDENT_KINDS[incident.kind]} · ${momentInWords(incident.happenedAt, today)}`}</View>
        {incident.notes.map(note => (
          <View key={note} className="gh-gap">
            {note}
          </View>
        ))}
      </Card>
      {mine && mine.state !== 'acknowledged' && (
        <BigButton busy={busy} onTap={() => void acknowledge()}>
          我来处理
        </BigButton>
      )}
      <CallButtons first={POLICE} others={callsBeside(team)} />
      {isStaff && (
        <Card list>
          <ListItem
            title={incident.patientName}
            sub="看服务对象和八个岗位"
            onTap={() => goTo('/packages/registry/patient/index', { patientId: incident.patientId })}
          />
          <ListItem
            title="联合处置"
            sub="步骤、观察和经过"
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
      <View className="gh-note">这里只是通知；要民警马上来，请打 110。</View>
      {incident.reportedByMe && (
        <FormRow title="再说几句（可以不说）" note={say}>
          <TextArea value={words} placeholder="现在怎么样了" most={500} onChange={setWords} />
          <View className="gh-gap">
            <BigButton
              look="secondary"
              busy={busy}
              disabled={words.trim() === ''}
              onTap={() => {
                void addWords(incident, words.trim()).then(done => {
                  if (done) setWords('');
                });
              }}
            >
              加上
            </BigButton>
          </View>
        </FormRow>
      )}
      {!incident.reportedByMe && say !== undefined && <View className="gh-note">{say}</View>}
    </Page>
  );
}
