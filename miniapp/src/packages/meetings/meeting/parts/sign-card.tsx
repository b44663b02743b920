import { useState } from 'react';
import { View } from '@tarojs/components';
import type { BodyOf, ParamsOf, Route } from '@guanhu/shared/kernel/route';
import type { Meeting, MeetingUnit } from '@guanhu/shared/meetings/meetings.contract';
import { countersignMinutes } from '@guanhu/shared/meetings/meetings.routes';
import type { Stand } from '@guanhu/shared/meetings/meetings.terms';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { TextArea } from '../../../../ui/form/fields.tsx';
import { Sheet } from '../../../../ui/sheet/sheet.tsx';
import { meetingsWords } from '../../../../words/meetings.ts';

type SignCardProps = {
  readonly meeting: Meeting;
  readonly unit: MeetingUnit;
  readonly busy: boolean;
  readonly send: <R extends Route>(route: R, params: ParamsOf<R>, body: BodyOf<R>) => Promise<void>;
};

/** The unit's word: yes with or without remarks, or no with reasons, each asked once more. */
export function SignCard({ meeting: { meetingId, minutes }, unit, busy, send }: SignCardProps) {
  const [stand, setStand] = useState<Stand>();
  const [words, setWords] = useState('');
  if (!minutes) return null;
  const said = words.trim();
  const sign = () => {
    if (stand === undefined || (stand === 'object' && said === '')) return;
    setStand(undefined);
    const { organisationId } = unit;
    void send(
      countersignMinutes,
      { meetingId },
      { textId: minutes.textId, organisationId, stand, words: said === '' ? null : said, paperSigner: null },
    );
  };
  return (
    <Card title={meetingsWords.signFor(unit.name)}>
      <View className="gh-sub">{meetingsWords.signNote}</View>
      <View className="gh-row gh-gap">
        <View className="gh-row__narrow">
          <BigButton look="line" disabled={busy} onTap={() => setStand('object')}>
            {meetingsWords.object}
          </BigButton>
        </View>
        <View className="gh-row__narrow">
          <BigButton busy={busy} onTap={() => setStand('agree')}>
            {meetingsWords.agree}
          </BigButton>
        </View>
      </View>
      <Sheet
        open={stand !== undefined}
        title={stand === 'object' ? meetingsWords.objectAsk(unit.name) : meetingsWords.agreeAsk(unit.name)}
        confirm={stand === 'object' ? meetingsWords.object : meetingsWords.agree}
        danger={stand === 'object'}
        busy={busy}
        onConfirm={sign}
        onClose={() => setStand(undefined)}
      >
        <TextArea
          value={words}
          placeholder={stand === 'object' ? meetingsWords.reasons : meetingsWords.wordsOptional}
          most={1000}
          onChange={setWords}
        />
      </Sheet>
    </Card>
  );
}
