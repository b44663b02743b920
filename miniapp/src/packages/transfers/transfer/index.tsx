import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { readTransferIn } from '@guanhu/shared/transfers/transfers.routes';
import { IN_STATES, type TransferPackage } from '@guanhu/shared/transfers/transfers.terms';
import { VISIT_RESULTS } from '@guanhu/shared/visits/visits.terms';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { dayInWords, momentInWords } from '../../../ui/time.ts';
import { carriedLines } from './carried-lines.ts';
import { AnswerCard } from './parts/answer-card.tsx';
import { transfersWords } from '../../../words/transfers.ts';

/** Somebody of another county, with what is needed to decide: into which village, or back with a reason. */
export default function TransferPage() {
  const { transferId = '' } = useRouter().params;
  const { value: transfer, refusal, reload } = useRead(readTransferIn, { params: { transferId } });
  const { doing, send } = useDeeds(reload);
  if (!transfer) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  return (
    <Page>
      <Card title={transfer.patientName ?? transfersWords.erased}>
        <View className="gh-sub">{transfersWords.from(transfer.fromPlace)}</View>
        <View className="gh-sub">{transfersWords.why(transfer.reason)}</View>
        <View className="gh-sub">{transfersWords.arrived(momentInWords(transfer.arrivedAt, today))}</View>
        <KeyValue name={transfersWords.to} last>
          {transfer.toTownship}
        </KeyValue>
        <View className="gh-note">{IN_STATES[transfer.state]}</View>
        {transfer.answer !== null && <View className="gh-sub">{transfersWords.answer(transfer.answer)}</View>}
      </Card>
      {transfer.carried && <Carried carried={transfer.carried} today={today} />}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {doing.at === 'done' && <View className="gh-note">{transfersWords.done}</View>}
      {transfer.mayAnswer && <AnswerCard transfer={transfer} busy={doing.at === 'sending'} send={send} />}
      <View className="gh-note">{transfersWords.restAtDesk}</View>
    </Page>
  );
}

function Carried({ carried, today }: { readonly carried: TransferPackage; readonly today: CalendarDate }) {
  const lines = carriedLines(carried, today);
  const { guardians, visits } = carried;
  return (
    <>
      <Card list>
        {lines.map(([name, value], index) => (
          <KeyValue key={name} name={name} last={index === lines.length - 1}>
            {value}
          </KeyValue>
        ))}
      </Card>
      <Card list title={transfersWords.guardians}>
        {guardians.length === 0 && <ListItem title={transfersWords.noGuardians} last />}
        {guardians.map(({ name, phone }, index) => (
          <KeyValue key={`${name}${phone ?? ''}`} name={name} last={index === guardians.length - 1}>
            {phone ?? ''}
          </KeyValue>
        ))}
      </Card>
      <Card list title={transfersWords.visits}>
        {visits.length === 0 && <ListItem title={transfersWords.noVisits} last />}
        {visits.map(({ on, seat, result }, index) => (
          <KeyValue key={`${on}${seat}`} name={dayInWords(on, today)} note={SEAT_LABELS[seat]} last={index === visits.length - 1}>
            {result === null ? transfersWords.notRecorded : VISIT_RESULTS[result]}
          </KeyValue>
        ))}
      </Card>
    </>
  );
}
