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
        <Empty title="现在没有要推迟的提醒" />
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
    return send(() => submit(holdTask, { params: { taskId }, body, what: '稍后提醒' }));
  };
  const end = () => send(() => submit(endHold, { params: { taskId }, body: undefined, what: '恢复提醒' }));
  return (
    <Page>
      {hold && (
        <Card title={HOLD_KINDS[hold.kind]}>
          <View className="gh-sub">{`到 ${momentInWords(hold.until, phoneToday())} · ${HOLD_REASONS[hold.reason]}`}</View>
          <View className="gh-gap">
            <BigButton look="line" busy={busy} onTap={() => void end()}>
              现在恢复提醒
            </BigButton>
          </View>
        </Card>
      )}
      <FormRow title="什么时候再提醒" note="只是推迟提醒，这件事的期限不变。">
        <Chips options={choicesFor(isMedicine)} value={choice} onChange={setChoice} />
      </FormRow>
      <FormRow title="为什么" fault={say}>
        <Chips options={REASONS} value={reason} onChange={setReason} />
      </FormRow>
      <BigButton busy={busy} onTap={() => void put()}>
        就这样
      </BigButton>
    </Page>
  );
}
