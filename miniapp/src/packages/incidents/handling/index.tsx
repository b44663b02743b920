import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { HandlingShown } from '@guanhu/shared/incidents/handling.contract';
import { entryWords, type EntryWhat } from '@guanhu/shared/incidents/handling.rules';
import { ENTRY_KINDS, HANDLING_STATES, STEP_STATES } from '@guanhu/shared/incidents/handling.terms';
import { readIncident } from '@guanhu/shared/incidents/incidents.routes';
import { INCIDENT_KINDS, INCIDENT_POST_LABELS } from '@guanhu/shared/incidents/incidents.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { HANDLING_STEPS, type HandlingStep } from '@guanhu/shared/policy/handling.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { CallButtons } from '../../../ui/call-buttons/call-buttons.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { callsOf, POLICE, split } from '../emergency-calls.ts';
import { MoreCalls } from '../more-calls.tsx';
import { useHandling } from './use-handling.ts';
import { commonWords } from '../../../words/common.ts';
import { incidentsWords } from '../../../words/incidents.ts';

type Write = (what: EntryWhat) => Promise<boolean>;

/** On the spot: calls on top, then the steps, how the patient is, and a few words. The rest of the record is written at the desk. */
export default function HandlingPage() {
  const { incidentId = '', taskId } = useRouter().params;
  const { reading, busy, say, write, begin } = useHandling(incidentId);
  const answer = reading.value;
  // Everybody who was told is called from here, also by who was told and is not of the team.
  const contacts = useRead(readIncident, { params: { incidentId }, keep: true }).value?.contacts ?? [];
  if (!answer)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  const { handling } = answer;
  const calls = split(callsOf(contacts));
  return (
    <Page>
      <CallButtons first={POLICE} others={calls.top} />
      <Card title={`${answer.villageName} · ${answer.patientName}`}>
        <View className="gh-sub">{incidentsWords.reportedAt(INCIDENT_KINDS[answer.kind], momentInWords(answer.reportedAt, today))}</View>
        <View className="gh-sub">{handling ? HANDLING_STATES[handling.state] : incidentsWords.notBegun}</View>
      </Card>
      {say !== undefined && <View className="gh-note">{say}</View>}
      {!handling && (
        <BigButton busy={busy} onTap={() => void begin()}>
          {incidentsWords.begin}
        </BigButton>
      )}
      {handling && <Steps handling={handling} today={today} busy={busy} write={write} />}
      {handling && handling.state !== 'closed' && <Look handling={handling} today={today} busy={busy} write={write} />}
      {handling && handling.state !== 'closed' && <Words busy={busy} write={write} />}
      {handling && <Told handling={handling} today={today} />}
      <MoreCalls calls={calls.more} />
      <PutOff taskId={taskId} />
    </Page>
  );
}

type PartProps = { readonly handling: HandlingShown; readonly today: CalendarDate; readonly busy: boolean; readonly write: Write };

/** Whose each step is and by when; a tap on one that is open asks what became of it. */
function Steps({ handling, today, busy, write }: PartProps) {
  const [asked, setAsked] = useState<HandlingStep>();
  const [reason, setReason] = useState('');
  const one = handling.steps.find(step => step.step === asked);
  const done = (what: EntryWhat) =>
    void write(what).then(taken => {
      if (!taken) return;
      setAsked(undefined);
      setReason('');
    });
  const isOpen = (state: string) => handling.state !== 'closed' && (state === 'waiting' || state === 'taken');
  return (
    <>
      <Card list>
        {handling.steps.map((step, index) => (
          <ListItem
            key={step.step}
            title={HANDLING_STEPS[step.step]}
            sub={
              step.at === null
                ? incidentsWords.ownerBy(INCIDENT_POST_LABELS[step.owner], momentInWords(step.dueAt, today))
                : `${step.byName ?? ''} ${momentInWords(step.at, today)}`
            }
            aside={<Tag tone={isOpen(step.state) ? (step.late ? 'late' : 'warn') : 'calm'}>{STEP_STATES[step.state]}</Tag>}
            last={index === handling.steps.length - 1}
            {...(isOpen(step.state)
              ? {
                  onTap: () => {
                    setAsked(step.step);
                  },
                }
              : {})}
          />
        ))}
      </Card>
      <Sheet
        open={one !== undefined}
        title={one ? HANDLING_STEPS[one.step] : ''}
        confirm={incidentsWords.stepDone}
        busy={busy}
        onConfirm={() => {
          if (one) done({ kind: 'step', step: one.step, to: 'done' });
        }}
        onClose={() => {
          setAsked(undefined);
        }}
      >
        {one?.state === 'waiting' && (
          <BigButton
            look="secondary"
            busy={busy}
            onTap={() => {
              done({ kind: 'step', step: one.step, to: 'taken' });
            }}
          >
            {incidentsWords.takeStep}
          </BigButton>
        )}
        {one && (
          <FormRow title={incidentsWords.skipReason}>
            <TextArea value={reason} placeholder={incidentsWords.skipExample} most={200} onChange={setReason} />
            <View className="gh-gap">
              <BigButton
                look="line"
                busy={busy}
                disabled={reason.trim() === ''}
                onTap={() => {
                  done({ kind: 'step', step: one.step, to: 'notNeeded', reason: reason.trim() });
                }}
              >
                {incidentsWords.notNeeded}
              </BigButton>
            </View>
          </FormRow>
        )}
      </Sheet>
    </>
  );
}

/** The look that is due: one tap. */
function Look({ handling, today, busy, write }: PartProps) {
  const { nextAt, stableInRow } = handling.observation;
  if (nextAt === null) return null;
  return (
    <FormRow title={incidentsWords.observation} note={incidentsWords.observationNext(momentInWords(nextAt, today), stableInRow)}>
      <BigButton busy={busy} onTap={() => void write({ kind: 'observation', stable: true })}>
        {incidentsWords.calm}
      </BigButton>
      <View className="gh-gap">
        <BigButton look="secondary" busy={busy} onTap={() => void write({ kind: 'observation', stable: false })}>
          {incidentsWords.notCalm}
        </BigButton>
      </View>
    </FormRow>
  );
}

function Words({ busy, write }: { readonly busy: boolean; readonly write: Write }) {
  const [words, setWords] = useState('');
  return (
    <FormRow title={incidentsWords.note}>
      <TextArea value={words} placeholder={commonWords.speakIntoKeyboard} most={1000} onChange={setWords} />
      <View className="gh-gap">
        <BigButton
          look="secondary"
          busy={busy}
          disabled={words.trim() === ''}
          onTap={() => {
            void write({ kind: 'note', words: words.trim() }).then(taken => {
              if (taken) setWords('');
            });
          }}
        >
          {commonWords.noteDown}
        </BigButton>
      </View>
    </FormRow>
  );
}

/** What has been written, newest first; what was put right is left out here and stands at the desk. */
function Told({ handling, today }: Pick<PartProps, 'handling' | 'today'>) {
  const entries = handling.timeline.filter(entry => entry.correctedBy === null).reverse();
  if (entries.length === 0) return null;
  return (
    <Card list>
      {entries.map((entry, index) => (
        <ListItem
          key={entry.entryId}
          title={entryWords(entry.what, new Date(entry.at))}
          sub={`${ENTRY_KINDS[entry.what.kind]} · ${entry.byName} ${momentInWords(entry.at, today)}`}
          last={index === entries.length - 1}
        />
      ))}
    </Card>
  );
}
