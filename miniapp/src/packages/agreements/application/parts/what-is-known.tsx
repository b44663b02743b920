import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ApplicationDetail } from '@guanhu/shared/agreements/application.contract';
import { APPLICATION_ACTS, DEPARTMENTS, ELIGIBILITY_RULES, OPINION_STANDS, VERDICTS } from '@guanhu/shared/agreements/application.terms';
import { readApplicationVoice } from '@guanhu/shared/agreements/application.routes';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { urlOf } from '@guanhu/shared/kernel/route';
import { openMedia } from '../../../../platform/media';
import { Card } from '../../../../ui/card/card.tsx';
import { ListItem } from '../../../../ui/list/list-item.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { dayInWords, momentInWords } from '../../../../ui/time.ts';
import { agreementsWords } from '../../../../words/agreements.ts';

type Props = { readonly application: ApplicationDetail };

/** What was decided and said, the last first. */
export function Reasons({ application, today }: Props & { readonly today: CalendarDate }) {
  const said = application.steps.filter(step => step.words !== null || step.hasVoice || step.act === 'opinion').reverse();
  const [unheard, setUnheard] = useState(false);
  const { applicationId, objection } = application;
  const hear = async (stepId: string) => setUnheard(!(await openMedia(urlOf(readApplicationVoice, { applicationId, stepId }), 'audio')));
  if (said.length === 0 && objection === null) return null;
  return (
    <Card list title={agreementsWords.whatWasSaid}>
      {objection && (
        <ListItem
          title={objection.until ? agreementsWords.mayObjectUntil(dayInWords(objection.until, today)) : agreementsWords.mayObject}
          sub={objection.officer === null ? agreementsWords.answeredAbove : agreementsWords.answeredBy(objection.officer)}
          last={said.length === 0}
        />
      )}
      {said.map((step, index) => (
        <ListItem
          key={step.stepId}
          title={step.words ?? (step.hasVoice ? agreementsWords.hearWords : step.stand ? OPINION_STANDS[step.stand] : '')}
          sub={`${step.department ? DEPARTMENTS[step.department] : APPLICATION_ACTS[step.act]} · ${step.by} · ${momentInWords(step.at, today)}`}
          last={index === said.length - 1}
          {...(step.hasVoice ? { onTap: () => void hear(step.stepId) } : {})}
        />
      ))}
      {unheard && <View className="gh-form-row__fault">{agreementsWords.recordingNotOpened}</View>}
    </Card>
  );
}

/** Every rule with what the software found. It decides nothing. */
export const Findings = ({ application }: Props) => (
  <Card list title={agreementsWords.findings}>
    {application.findings.map((finding, index) => (
      <ListItem
        key={finding.rule}
        title={ELIGIBILITY_RULES[finding.rule]}
        sub={`${finding.found} · ${finding.source}`}
        aside={<Tag tone={finding.verdict === 'holds' ? 'calm' : 'warn'}>{VERDICTS[finding.verdict]}</Tag>}
        last={index === application.findings.length - 1}
      />
    ))}
    <View className="gh-note">{agreementsWords.findingsDecideNothing}</View>
  </Card>
);
