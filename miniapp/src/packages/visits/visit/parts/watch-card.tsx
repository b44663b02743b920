import { useEffect, useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { answerVisitWatch, readVisitWatch } from '@guanhu/shared/visits/visit-watch.routes';
import { useRead } from '../../../../platform/api/use-read.ts';
import { submit, useOutbox } from '../../../../platform/outbox';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { CallButtons } from '../../../../ui/call-buttons/call-buttons.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { watchWords } from '../watch-words.ts';
import './watch-card.css';
import { visitsWords } from '../../../../words/visits.ts';

/** How often the phone looks at its clock, milliseconds. */
const LOOK_EVERY = 20_000;

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, LOOK_EVERY);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
}

type WatchCardProps = {
  readonly visitId: string;
  readonly patientId: string;
  /** The record is written, and may still be on this phone: there is nothing left to say but by telephone. */
  readonly recorded?: boolean;
};

/**
 * When the time of a visit is up the phone asks; without an answer the server asks others. Checking out is one tap at any time. It stands below
 * the form: it comes when its watch has been read, and nothing may move under a finger that is about to tap.
 */
export function WatchCard({ visitId, patientId, recorded = false }: WatchCardProps) {
  // There is a watch once the server has the check-in, whose key is the visit's id: read then, however long it waited for a signal.
  const { waiting } = useOutbox();
  const waits = waiting.some(intent => intent.key === visitId);
  const { value: watch, refusal, reload } = useRead(readVisitWatch, waits ? 'wait' : { params: { visitId }, keep: true });
  useAgain(reload, waiting.length);
  const now = useNow();
  const told = watchWords({ visitId, waiting, watch, unreached: refusal?.unreached === true, now });
  const team = useRead(readTeam, told?.alone ? { params: { patientId }, keep: true } : 'wait').value;
  if (!told || (recorded && !told.alone)) return null;
  const say = async (answer: 'out' | 'longer') => {
    await submit(answerVisitWatch, {
      params: { visitId },
      body: { answer },
      what: answer === 'out' ? visitsWords.watchLeft : visitsWords.watchSafe,
      urgent: true,
    });
    await reload();
  };
  return (
    <View className={told.up && !recorded ? 'gh-watch gh-watch--up' : 'gh-watch'}>
      <Card title={told.title}>
        <View className="gh-sub gh-gap">{told.words}</View>
        {told.alone && (
          <View className="gh-gap">
            <CallButtons others={whoIsAsked(team)} />
          </View>
        )}
        {told.up && !recorded && (
          <View className="gh-gap">
            <BigButton onTap={() => void say('longer')}>{visitsWords.watchMore}</BigButton>
          </View>
        )}
        {!recorded && !waits && (
          <View className="gh-gap">
            <BigButton look="secondary" onTap={() => void say('out')}>
              {visitsWords.watchLeave}
            </BigButton>
          </View>
        )}
      </Card>
    </View>
  );
}

/** Asks the server anew whenever something has left the phone: there is signal. */
function useAgain(reload: () => Promise<void>, unsent: number): void {
  const before = useRef(unsent);
  useEffect(() => {
    if (unsent < before.current) void reload();
    before.current = unsent;
  }, [unsent, reload]);
}

/** Whom the office asks to look for a visitor: to be told by telephone that all is well. */
function whoIsAsked(team: AnswerOf<typeof readTeam> | undefined) {
  return (['lead', 'police'] as const).flatMap(seat => {
    const holders = team?.seats.find(each => each.seat === seat)?.holders ?? [];
    return holders.flatMap(({ name, phone }) => (phone === null ? [] : [{ text: `${SEAT_LABELS[seat]} ${name}`, phone }])).slice(0, 1);
  });
}
