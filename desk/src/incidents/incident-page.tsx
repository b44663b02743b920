import type { IncidentReadAnswer } from '@guanhu/shared/incidents/incidents.contract';
import { acknowledgeIncident, markIncidentRead, readIncident } from '@guanhu/shared/incidents/incidents.routes';
import { waitsForReader } from '@guanhu/shared/incidents/incident.rules';
import { clockLine } from '@guanhu/shared/incidents/incident-clock.rules';
import { INCIDENT_KINDS, INCIDENT_STATES, UNFILED_SOURCES } from '@guanhu/shared/incidents/incidents.terms';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { useNow } from '../ui/use-now.ts';
import { instantInWords } from '../ui/words.ts';
import { HandlingCards } from './handling-card.tsx';
import { IncidentFiles } from './incident-files.tsx';
import { PhoneList } from './phone-list.tsx';
import { ReceiptsTable } from './receipts-table.tsx';
import { UnfiledCard } from './unfiled-card.tsx';

const LOOK_MS = 5_000;

/** One incident and how far everybody has got who was told. */
export function IncidentPage() {
  const { incidentId = '' } = useParams();
  const incident = useRead(readIncident, { params: { incidentId } }, { every: LOOK_MS });
  return <Answered of={incident}>{answer => <Incident incident={answer} />}</Answered>;
}

function Incident({ incident }: { incident: IncidentReadAnswer }) {
  const { incidentId, receipts } = incident;
  const now = useNow(LOOK_MS);
  const unread = receipts.some(each => each.mine && each.state === 'told');
  const { run: markRead } = useWrite(markIncidentRead);
  const acknowledge = useWrite(acknowledgeIncident);
  const marked = useRef<string | null>(null);
  // Opening the page is reading it: said once, however often it is drawn.
  useEffect(() => {
    // What became worse is to be read anew.
    if (!unread) marked.current = null;
    if (!unread || marked.current === incidentId) return;
    marked.current = incidentId;
    void markRead({ params: { incidentId } });
  }, [incidentId, unread, markRead]);
  return (
    <Detail
      over={`${incident.handled ? '已办结' : INCIDENT_STATES[incident.state]} · ${clockLine(incident, now)}`}
      title={INCIDENT_KINDS[incident.kind]}
      actions={
        waitsForReader(incident) && (
          <Button type="primary" size="large" loading={acknowledge.busy} onClick={() => void acknowledge.run({ params: { incidentId } })}>
            我来处置
          </Button>
        )
      }
    >
      <Refusal of={acknowledge} />
      <PhoneList contacts={incident.contacts} />
      <Card title="报告内容">
        <Facts
          of={[
            [
              '服务对象',
              incident.unfiled ? (
                `没有建档${incident.unfiled.source === null ? '' : `（${UNFILED_SOURCES[incident.unfiled.source]}）`}`
              ) : incident.opensFile ? (
                <Link to={`/patients/${incident.patientId}`}>{incident.patientName}</Link>
              ) : (
                (incident.patientName ?? '家人')
              ),
            ],
            ['地方', incident.villageName],
            ['发生时间', instantInWords(incident.happenedAt)],
            ['手机上点的时间', incident.tappedAt === null ? '—' : instantInWords(incident.tappedAt)],
            ['收到时间', instantInWords(incident.reportedAt)],
            ['有人回应', incident.acknowledgedAt === null ? '还没有' : instantInWords(incident.acknowledgedAt)],
            ['没人回应就加通知', incident.nextRoundAt === null ? '—' : instantInWords(incident.nextRoundAt)],
            ['位置', incident.places[0] ? placeInWords(incident.places[0]) : '—'],
            ['报告次数', `${incident.reports} 次`],
            ...(incident.worsenedAt === null
              ? []
              : [
                  ['情况变严重', `${instantInWords(incident.worsenedAt)}，已重新通知所有人`] as const,
                  [
                    '报告过',
                    incident.reported.map(({ kind, reportedAt }) => `${INCIDENT_KINDS[kind]}（${instantInWords(reportedAt)}）`).join('；'),
                  ] as const,
                ]),
          ]}
        />
        {incident.notes.map((note, index) => (
          <p key={index}>「{note}」</p>
        ))}
        {incident.notes.length === 0 && <p className="sub">报告人没有另外说明</p>}
        <IncidentFiles incidentId={incidentId} files={incident.files} />
      </Card>
      {incident.unfiled && <UnfiledCard incidentId={incidentId} villageName={incident.villageName} unfiled={incident.unfiled} />}
      <ReceiptsTable receipts={receipts} />
      {/* Around somebody without a file there is no team that would handle it together. */}
      {incident.patientId !== null && <HandlingCards incidentId={incidentId} />}
    </Detail>
  );
}

const placeInWords = ({ latitude, longitude, accuracyMetres }: IncidentReadAnswer['places'][number]) =>
  `北纬 ${latitude.toFixed(5)}，东经 ${longitude.toFixed(5)}（误差约 ${Math.round(accuracyMetres)} 米）`;
