import { useState } from 'react';
import { View } from '@tarojs/components';
import { CLASS_REASONS } from '@guanhu/shared/assessment/assessment.terms';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { differs, proposalOf, sectionsOf, type Answers, type Faults, type FormAsked, type FormSection } from '../visit-form.ts';
import { FormField } from './form-field.tsx';
import { commonWords } from '../../../../words/common.ts';
import { visitsWords } from '../../../../words/visits.ts';

type FieldsProps = {
  readonly asked: FormAsked;
  readonly answers: Answers;
  readonly faults: Faults;
  readonly onAnswer: (key: string, value: unknown) => void;
};

/** The outcome first; then what that outcome asks for, in sections. What need not be filled in is folded until somebody opens it. */
export function VisitFields({ asked, answers, faults, onAnswer }: FieldsProps) {
  const [opened, setOpened] = useState<readonly string[]>([]);
  const isOpen = ({ key, needed, fields }: FormSection) =>
    asked.form === 'quick' || needed || opened.includes(key) || key === 'note' || fields.some(field => faults[field.key] !== undefined);
  const proposal = proposalOf(asked, answers);
  return (
    <>
      {sectionsOf(asked, answers).map(section =>
        isOpen(section) ? (
          <View key={section.key}>
            {section.key === 'decision' && proposal && (
              <Card title={visitsWords.proposedClass(STABILITIES[proposal.stability].label)}>
                <View className="gh-sub">{proposal.reasons.map(reason => CLASS_REASONS[reason]).join(commonWords.clauseMark)}</View>
              </Card>
            )}
            {section.fields
              .filter(field => field.key !== 'overrideReason' || differs(asked, answers))
              .map(field => (
                <FormField
                  key={field.key}
                  field={field}
                  value={answers[field.key]}
                  fault={faults[field.key]}
                  onChange={value => onAnswer(field.key, value)}
                />
              ))}
          </View>
        ) : (
          <BigButton key={section.key} look="line" onTap={() => setOpened([...opened, section.key])}>
            {section.done === 0 ? section.title : visitsWords.sectionDone(section.title, section.done)}
          </BigButton>
        ),
      )}
    </>
  );
}
