import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { choicesFor, holdUntil, type HoldChoice } from '@guanhu/shared/reminders/hold-choices';
import { endHold, holdTask, readHold } from '@guanhu/shared/reminders/reminders.routes';
import { HOLD_KINDS, HOLD_REASON_KEYS, HOLD_REASONS, type HoldReason } from '@guanhu/shared/reminders/reminders.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goBack } from '../../../platform/navigate';
import { nowInstant, phoneToday } from '../../../platform/now.ts';
import { submit } from '../../../platform/outbox';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { remindersWords } from '../../../words/reminders.ts';

const REASONS = HOLD_REASON_KEYS.map(value => ({ value, text: HOLD_REASONS[value] }));

/** Puts off being reminded of one task, with a reason. The task and its date stay. */
export default function HoldPage() {
  const { taskId: asked, patientId } = useRouter().params;
  // A family comes from the question about a patient's medicine, staff from a task.
  const today = useRead(listTodaysTasks, asked === undefined ? { query: { limit: 100 }, keep: true } : 'wait');
  const medicine = today.value?.rows.find(
    task => task.kind === 'medicationConfirmation' && task.patientId === patientId && task.timing === 'today',
  );
  const taskId = asked ?? medicine?.taskId;
  if (taskId !== undefined) return <Holding taskId={taskId} isMedicine={asked === undefined} />;
  if (today.value)
    return (
      <Page>
        <Empty title={remindersWords.nothingToHold} />
      </Page>
    );
  return <Page>{today.refusal ? <ErrorState refusal={today.refusal} onRetry={() => void today.reload()} /> : <Loading />}</Page>;
}

function Holding({ taskId, isMedicine }: { taskId: string; isMedicine: boolean }) {
  const reading = useRead(readHold, { params: { taskId }, keep: true });
  const [choice, setChoice] = useState<HoldChoice>('hour');
  const [reason, setReason] = useState<HoldReason>('busy');
  const [busy, setBusy] = useState(false);
  const [say, setSay] = useState<string>();
  if (!reading.value)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  const { hold } = reading.value;

  const send = async (work: () => ReturnType<typeof submit>) => {
    setBusy(true);
    const outcome = await work();
    setBusy(false);
    if (outcome.at === 'refused') setSay(outcome.refusal.say);
    else goBack();
  };
  const put = () => {
    const body = { ...holdUntil(choice, new Date(nowInstant())), reason };
    return send(() => submit(holdTask, { params: { taskId }, body, what: remindersWords.remindLater }));
  };
  const end = () => send(() => submit(endHold, { params: { taskId }, body: undefined, what: remindersWords.resume }));
  return (
    <Page>
      {hold && (
        <Card title={HOLD_KINDS[hold.kind]}>
          <View className="gh-sub">{remindersWords.heldUntil(momentInWords(hold.until, phoneToday()), HOLD_REASONS[hold.reason])}</View>
          <View className="gh-gap">
            <BigButton look="line" busy={busy} onTap={() => void end()}>
              {remindersWords.resumeNow}
            </BigButton>
          </View>
        </Card>
      )}
      <FormRow title={remindersWords.when} note={remindersWords.onlyPutOff}>
        <Chips options={choicesFor(isMedicine)} value={choice} onChange={setChoice} />
      </FormRow>
      <FormRow title={remindersWords.why} fault={say}>
        <Chips options={REASONS} value={reason} onChange={setReason} />
      </FormRow>
      <BigButton busy={busy} onTap={() => void put()}>
        {remindersWords.done}
      </BigButton>
    </Page>
  );
}
