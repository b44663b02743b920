import { QUESTION_KEYS, QUESTIONS, type IndicatorQuestion } from '@guanhu/shared/indicators/indicators.terms';
import { Select } from 'antd';

type QuestionSelectProps = { readonly question: IndicatorQuestion; readonly onChange: (question: IndicatorQuestion) => void };

/** Whose months a chart shows. */
export function QuestionSelect({ question, onChange }: QuestionSelectProps) {
  return (
    <Select
      aria-label="看哪个指标"
      style={{ minWidth: 140 }}
      value={question}
      onChange={onChange}
      options={QUESTION_KEYS.map(value => ({ value, label: QUESTIONS[value].label }))}
    />
  );
}
