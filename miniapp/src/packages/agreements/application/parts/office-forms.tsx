import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ApplicationDetail } from '@guanhu/shared/agreements/application.contract';
import {
  answerObjection,
  approveInCounty,
  concludeInTownship,
  giveDepartmentOpinion,
  reviewInVillage,
} from '@guanhu/shared/agreements/application.routes';
import {
  APPLICATION_STAGES,
  OBJECTION_OUTCOMES,
  OPINION_STANDS,
  STAGE_OUTCOMES,
  type Department,
  type ObjectionOutcome,
  type OpinionStand,
  type StageOutcome,
} from '@guanhu/shared/agreements/application.terms';
import type { BodyOf, Route } from '@guanhu/shared/kernel/route';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { Chips } from '../../../../ui/form/chips.tsx';
import { TextArea } from '../../../../ui/form/fields.tsx';
import { agreementsWords } from '../../../../words/agreements.ts';
import { commonWords } from '../../../../words/common.ts';

type Send = <R extends Route>(route: R, body: BodyOf<R>) => Promise<void>;
type Props = {
  readonly application: ApplicationDetail;
  readonly busy: boolean;
  readonly send: Send;
};
const DECIDE = { villageReview: reviewInVillage, townshipReview: concludeInTownship, countyApproval: approveInCounty } as const;

/** The forms of whoever may decide, speak for a department or answer an objection. */
export function OfficeForms({
  application,
  busy,
  send,
  departments,
}: Props & { readonly departments: Readonly<Record<Department, string>> }) {
  const { may, version } = application;
  const said = (words: string) => (words.trim() === '' ? {} : { words: words.trim() });
  return (
    <>
      {may.decide !== null && (
        <Choice
          title={agreementsWords.decisionOf(APPLICATION_STAGES[may.decide])}
          choices={STAGE_OUTCOMES}
          busy={busy}
          onSubmit={(outcome, words) =>
            void send(DECIDE[may.decide ?? 'villageReview'], { version, outcome: outcome as StageOutcome, ...said(words) })
          }
        />
      )}
      {may.opine.map(department => (
        <Choice
          key={department}
          title={agreementsWords.opinionOf(departments[department])}
          choices={OPINION_STANDS}
          busy={busy}
          onSubmit={(stand, words) =>
            void send(giveDepartmentOpinion, { version, department, stand: stand as OpinionStand, ...said(words) })
          }
        />
      ))}
      {may.answer && (
        <Choice
          title={agreementsWords.answerObjection}
          choices={OBJECTION_OUTCOMES}
          busy={busy}
          onSubmit={(outcome, words) => void send(answerObjection, { version, outcome: outcome as ObjectionOutcome, words: words.trim() })}
        />
      )}
    </>
  );
}

type ChoiceProps = {
  readonly title: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly busy: boolean;
  readonly onSubmit: (choice: string, words: string) => void;
};

function Choice({ title, choices, busy, onSubmit }: ChoiceProps) {
  const [choice, setChoice] = useState<string>();
  const [words, setWords] = useState('');
  return (
    <Card title={title}>
      <Chips options={Object.entries(choices).map(([value, text]) => ({ value, text }))} value={choice} onChange={setChoice} />
      <View className="gh-gap">
        <TextArea value={words} placeholder={agreementsWords.reasonPlaceholder} most={500} onChange={setWords} />
      </View>
      <View className="gh-gap">
        <BigButton busy={busy} disabled={choice === undefined} onTap={() => choice !== undefined && onSubmit(choice, words)}>
          {commonWords.submit}
        </BigButton>
      </View>
    </Card>
  );
}
