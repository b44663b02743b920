import { useState } from 'react';
import { View } from '@tarojs/components';
import type { AnswerBody, DifferenceAnswer } from '@guanhu/shared/exchange/exchange.contract';
import {
  DIFFERENCE_STATES,
  FIELD_LABELS,
  optionsOf,
  valueInWords,
  type DifferenceAnswer as Outcome,
} from '@guanhu/shared/exchange/difference.terms';
import { DEPARTMENT_LABELS } from '@guanhu/shared/exchange/round.terms';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { Chips } from '../../../../ui/form/chips.tsx';
import { TextArea, TextField } from '../../../../ui/form/fields.tsx';
import { wordOptions } from '../../../../ui/form/options.ts';
import { KeyValue } from '../../../../ui/key-value/key-value.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { commonWords } from '../../../../words/common.ts';
import { exchangeWords } from '../../../../words/exchange.ts';
import { answerBody } from '../answer-body.ts';
import { answerLines } from '../difference-words.ts';

const OUTCOMES = wordOptions<Outcome>({
  confirmed: exchangeWords.isRight,
  corrected: exchangeWords.correct,
  disputed: exchangeWords.dispute,
});

type DifferenceCardProps = {
  readonly row: DifferenceAnswer;
  readonly busy: boolean;
  readonly onAnswer: (body: AnswerBody) => void;
};

/** What a department's list says of somebody and what the file says; whose list it is answers. */
export function DifferenceCard({ row, busy, onAnswer }: DifferenceCardProps) {
  const { patient, department, field, stated, known, state } = row;
  return (
    <Card title={exchangeWords.whose(patient.name, patient.villageName)}>
      <KeyValue name={FIELD_LABELS[field]}>
        <Tag tone={state === 'open' ? 'warn' : state === 'disputed' ? 'late' : 'calm'}>{DIFFERENCE_STATES[state]}</Tag>
      </KeyValue>
      <KeyValue name={exchangeWords.listOf(DEPARTMENT_LABELS[department])}>{valueInWords(field, stated)}</KeyValue>
      <KeyValue name={exchangeWords.file} last>
        {valueInWords(field, known)}
      </KeyValue>
      {state !== 'open' &&
        answerLines(row).map(line => (
          <View key={line} className="gh-sub">
            {line}
          </View>
        ))}
      {row.mayAnswer && <Answer row={row} busy={busy} onAnswer={onAnswer} />}
    </Card>
  );
}

function Answer({ row: { field, version }, busy, onAnswer }: DifferenceCardProps) {
  const options = optionsOf(field);
  const [outcome, setOutcome] = useState<Outcome>();
  const [value, setValue] = useState('');
  const [words, setWords] = useState('');
  const body = answerBody({ outcome, value, words }, version);
  return (
    <>
      <View className="gh-gap">
        <Chips options={OUTCOMES} value={outcome} onChange={setOutcome} />
      </View>
      {outcome === 'corrected' && (
        <View className="gh-gap">
          {options === undefined ? (
            <TextField value={value} placeholder={exchangeWords.correctTo} most={120} onChange={setValue} />
          ) : (
            <>
              <View className="gh-sub">{exchangeWords.correctTo}</View>
              <Chips options={wordOptions(options)} value={value} onChange={setValue} />
            </>
          )}
        </View>
      )}
      {outcome !== undefined && (
        <>
          <View className="gh-gap">
            <TextArea
              value={words}
              placeholder={outcome === 'disputed' ? exchangeWords.whyDisputed : exchangeWords.explain}
              most={300}
              onChange={setWords}
            />
          </View>
          <View className="gh-gap">
            <BigButton busy={busy} disabled={body === undefined} onTap={() => body && onAnswer(body)}>
              {commonWords.submit}
            </BigButton>
          </View>
        </>
      )}
    </>
  );
}
