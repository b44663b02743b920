import { useState } from 'react';
import { View } from '@tarojs/components';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import type { WarningAnswer } from '@guanhu/shared/indicators/warnings.contract';
import { acknowledgeWarning, closeWarning, listWarnings } from '@guanhu/shared/indicators/warnings.routes';
import { WARNING_ADVICE, WARNING_GRADES, WARNING_KINDS, WARNING_STATES, type WarningState } from '@guanhu/shared/indicators/warnings.terms';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { urgentFirst } from './urgent-first.ts';
import { indicatorsWords } from '../../../words/indicators.ts';

const AT_A_TIME = 20;
const MOST = 100;
type Send = <R extends Route>(route: R, params: ParamsOf<R>, body: BodyOf<R>) => Promise<void>;

/** Early warnings of the reader's patients. The list says whom and how urgent; why stands under the one that is tapped. */
export default function WarningsPage() {
  const [state, setState] = useState<WarningState>('open');
  const [most, setMost] = useState(AT_A_TIME);
  const { value, refusal, reload } = useRead(listWarnings, { query: { state, limit: most } });
  const { doing, send } = useDeeds(reload);
  const [unfolded, setUnfolded] = useState<string>();
  const today = phoneToday();
  const rows = urgentFirst(value?.rows ?? []);
  return (
    <Page>
      <Card>
        <View className="gh-sub">{indicatorsWords.lead}</View>
        <View className="gh-gap">
          <Chips options={wordOptions(WARNING_STATES)} value={state} onChange={setState} />
        </View>
      </Card>
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {!value && (refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />)}
      {value && rows.length === 0 && <Empty title={indicatorsWords.none} sub={indicatorsWords.noneSub} />}
      {rows.length > 0 && (
        <Card list>
          {rows.map((row, index) => (
            <View key={row.warningId}>
              <ListItem
                title={`${row.villageName} · ${row.patientName}`}
                sub={indicatorsWords.since(WARNING_GRADES[row.grade], dayInWords(row.since, today))}
                last={index === rows.length - 1 || unfolded === row.warningId}
                onTap={() => setUnfolded(unfolded === row.warningId ? undefined : row.warningId)}
              />
              {unfolded === row.warningId && <Unfolded row={row} busy={doing.at === 'sending'} send={send} />}
            </View>
          ))}
        </Card>
      )}
      {value !== undefined && value.next !== null && most < MOST && (
        <BigButton look="line" onTap={() => setMost(most + AT_A_TIME)}>
          {indicatorsWords.more}
        </BigButton>
      )}
      {value !== undefined && value.next !== null && most >= MOST && <View className="gh-note">{indicatorsWords.restAtDesk}</View>}
    </Page>
  );
}

/** Why there is one, what may be done first, and the two deeds. */
function Unfolded({ row, busy, send }: { readonly row: WarningAnswer; readonly busy: boolean; readonly send: Send }) {
  const [closing, setClosing] = useState(false);
  const [note, setNote] = useState('');
  const { warningId, version } = row;
  const isLive = row.state === 'open' || row.state === 'acknowledged';
  return (
    <View className="gh-gap">
      <View className="gh-head">{WARNING_KINDS[row.kind]}</View>
      <View>{row.words}</View>
      {isLive && <View className="gh-sub">{indicatorsWords.firstDo(WARNING_ADVICE[row.kind])}</View>}
      {row.note !== null && <View className="gh-sub">{indicatorsWords.whatWasDone(row.note)}</View>}
      {row.state === 'open' && (
        <View className="gh-gap">
          <BigButton busy={busy} onTap={() => void send(acknowledgeWarning, { warningId }, { version })}>
            {indicatorsWords.acknowledge}
          </BigButton>
        </View>
      )}
      {isLive && (
        <View className="gh-gap">
          <BigButton look={row.state === 'open' ? 'line' : 'primary'} busy={busy} onTap={() => setClosing(true)}>
            {indicatorsWords.close}
          </BigButton>
        </View>
      )}
      <View className="gh-gap">
        <BigButton look="line" onTap={() => goTo('/packages/registry/patient/index', { patientId: row.patientId })}>
          {indicatorsWords.openFile}
        </BigButton>
      </View>
      <Sheet
        open={closing}
        title={indicatorsWords.closeAsk}
        confirm={indicatorsWords.close}
        busy={busy}
        onConfirm={() => {
          if (note.trim() === '') return;
          setClosing(false);
          void send(closeWarning, { warningId }, { version, note: note.trim() });
        }}
        onClose={() => setClosing(false)}
      >
        <TextArea value={note} placeholder={indicatorsWords.closeWords} most={500} onChange={setNote} />
      </Sheet>
    </View>
  );
}
