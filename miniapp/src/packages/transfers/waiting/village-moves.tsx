import { View } from '@tarojs/components';
import { MOVE_STATES } from '@guanhu/shared/registry/move.terms';
import { listMoves, withdrawMove } from '@guanhu/shared/registry/moves.routes';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { phoneToday } from '../../../platform/now.ts';
import { ErrorState } from '../../../ui/states/states.tsx';
import { transfersWords } from '../../../words/transfers.ts';
import { moveLines } from './move-lines.ts';
import { HandedOverList } from './parts/handed-over.tsx';

/** As many as anybody looks back on here; older ones are in the files. */
const MOST = 20;

/** Handovers between the county's villages, newest first, apart from those that wait for the reader: what became of them. */
export function VillageMoves() {
  const { value, refusal, reload } = useRead(listMoves, { query: { limit: MOST } });
  const { doing, send } = useDeeds(reload);
  if (!value) return refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : null;
  const others = value.rows.filter(row => !row.mayAnswer);
  if (others.length === 0) return null;
  const today = phoneToday();
  return (
    <>
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      <HandedOverList
        title={transfersWords.betweenVillages}
        stays={transfersWords.staysWithVillage}
        busy={doing.at === 'sending'}
        of={others.map(row => ({
          id: row.moveId,
          name: row.patientName,
          state: MOVE_STATES[row.state],
          isOpen: row.state === 'waiting' || row.state === 'rejected',
          lines: moveLines(row, today),
          takeBack: row.mayWithdraw ? () => void send(withdrawMove, { moveId: row.moveId }, { version: row.version }) : undefined,
        }))}
      />
    </>
  );
}
