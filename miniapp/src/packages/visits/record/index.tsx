import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { CLASS_REASONS, type ClassReason } from '@guanhu/shared/assessment/assessment.terms';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { answersInWords } from '@guanhu/shared/visits/answer-words.rules';
import { OUTCOMES, PRESENCE_STATES } from '@guanhu/shared/visits/rights.terms';
import { RECORD_FORMS } from '@guanhu/shared/visits/visit-record.terms';
import { VISIT_FLAGS } from '@guanhu/shared/visits/visit-flags.rules';
import { answerPresence, readVisit } from '@guanhu/shared/visits/visits.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { TextField } from '../../../ui/form/fields.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { useSent } from '../use-sent.ts';
import { commonWords } from '../../../words/common.ts';
import { visitsWords } from '../../../words/visits.ts';

/** One visit as it was recorded, for everybody of the team; who was named as present answers here. */
export default function RecordPage() {
  const { visitId = '' } = useRouter().params;
  const reading = useRead(readVisit, { params: { visitId }, keep: true });
  const { sent, send } = useSent(answerPresence, visitsWords.presenceAnswer);
  const [reason, setReason] = useState('');
  const visit = reading.value;
  if (!visit)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  const mine = visit.presences.find(presence => presence.mine);
  const asks = mine?.state === 'named' && sent.at !== 'sent' && sent.at !== 'queued';
  const answer = async (there: boolean) => {
    await send({ params: { visitId }, body: { there, ...(there ? {} : { reason: reason.trim() }) } });
    await reading.reload();
  };
  const lines = visit.record === null ? [] : answersInWords(visit.form, visit.localFields, visit.record);
  return (
    <Page>
      {asks && (
        <Card title={visitsWords.wereYouThere}>
          <View className="gh-sub">{visitsWords.presenceNoted(visit.visitorName)}</View>
          <View className="gh-gap">
            <BigButton busy={sent.at === 'sending'} onTap={() => void answer(true)}>
              {visitsWords.wasThere}
            </BigButton>
          </View>
          <View className="gh-gap">
            <TextField value={reason} placeholder={visitsWords.absentWhy} most={200} onChange={setReason} />
          </View>
          <View className="gh-gap">
            <BigButton look="line" busy={sent.at === 'sending'} disabled={reason.trim() === ''} onTap={() => void answer(false)}>
              {visitsWords.wasNotThere}
            </BigButton>
          </View>
          {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
        </Card>
      )}
      {sent.at === 'queued' && <View className="gh-sub">{commonWords.keptOnPhone}</View>}
      <Card title={`${momentInWords(visit.at, phoneToday())} · ${SEAT_LABELS[visit.seat]}${visit.visitorName}`}>
        {visit.flags.map(flag => (
          <View key={flag} className="gh-note">
            {VISIT_FLAGS[flag]}
          </View>
        ))}
        {visit.presences.map(presence => (
          <KeyValue key={presence.personId} name={`${SEAT_LABELS[presence.seat]}${presence.name}`} note={presence.reason ?? undefined}>
            {PRESENCE_STATES[presence.state]}
          </KeyValue>
        ))}
        {visit.lateReason && <View className="gh-note">{visitsWords.filledLater(visit.lateReason)}</View>}
      </Card>
      {visit.outcomeDueOn !== null && (
        <BigButton onTap={() => goTo('/packages/visits/outcome/index', { visitId })}>{visitsWords.fillOutcome}</BigButton>
      )}
      {visit.referralId !== null && (
        <BigButton look="line" onTap={() => goTo('/packages/visits/referral/index', { referralId: visit.referralId ?? '' })}>
          {visitsWords.seeReferral}
        </BigButton>
      )}
      {visit.outcome && (
        <Card title={visitsWords.outcomeIs(OUTCOMES[visit.outcome.outcome])}>
          {visit.outcome.note && <View className="gh-sub">{visit.outcome.note}</View>}
        </Card>
      )}
      {lines.length === 0 && <Empty title={visitsWords.notFilled} />}
      {lines.length > 0 && (
        <Card title={RECORD_FORMS[visit.form]}>
          {lines.map((line, index) => (
            <KeyValue
              key={line.key}
              name={line.label}
              note={visit.absorbed?.fields.includes(line.key) ? visitsWords.fromQuick : undefined}
              last={index === lines.length - 1}
            >
              {line.words}
            </KeyValue>
          ))}
        </Card>
      )}
      {visit.proposed && (
        <Card title={visitsWords.softwareProposes(STABILITIES[visit.proposed.stability].label)}>
          <View className="gh-sub">
            {visit.proposed.reasons.map(why => CLASS_REASONS[why as ClassReason]).join(commonWords.clauseMark)}
          </View>
        </Card>
      )}
      {visit.score && <Card title={visitsWords.scoreOf(visit.score.total, visit.score.most)} />}
    </Page>
  );
}
