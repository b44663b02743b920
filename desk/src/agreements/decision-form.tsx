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
  DEPARTMENTS,
  OBJECTION_OUTCOMES,
  OPINION_STANDS,
  STAGE_OUTCOMES,
  type ApplicationStage,
  type Department,
  type ObjectionOutcome,
  type OpinionStand,
  type StageOutcome,
} from '@guanhu/shared/agreements/application.terms';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useWrite, type Write } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';

type FormProps = {
  title: string;
  choices: Readonly<Record<string, string>>;
  note: string;
  submit: string;
  of: Pick<Write<never>, 'busy' | 'refusal' | 'again'>;
  onSubmit: (choice: string, words: string | undefined) => void;
};

/** One choice and its words: how every level decides, every department speaks, every objection is answered. */
function ChoiceForm({ title, choices, note, submit, of, onSubmit }: FormProps) {
  const [choice, setChoice] = useState<string>();
  const [words, setWords] = useState('');
  const written = words.trim() === '' ? undefined : words.trim();
  return (
    <Card title={title}>
      <Form layout="vertical" className="form-narrow" onFinish={() => choice !== undefined && onSubmit(choice, written)}>
        <Form.Item label="结果">
          <Radio.Group
            aria-label={title}
            value={choice}
            onChange={event => setChoice(String(event.target.value))}
            options={Object.entries(choices).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item label={`理由：${title}`} extra={note}>
          <Input.TextArea
            aria-label={`理由：${title}`}
            rows={3}
            maxLength={500}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
        </Form.Item>
        <Refusal of={of} />
        <Button type="primary" size="large" htmlType="submit" disabled={choice === undefined} loading={of.busy}>
          {submit}
        </Button>
      </Form>
    </Card>
  );
}

const STAGE_NOTE = '退回和不同意必须写理由，监护人会看到；有不符合的项目或不同意的部门而仍然同意的，也要写。';

/** One level decides. */
export function StageForm({ application, stage }: { application: ApplicationDetail; stage: ApplicationStage }) {
  const writes = {
    villageReview: useWrite(reviewInVillage),
    townshipReview: useWrite(concludeInTownship),
    countyApproval: useWrite(approveInCounty),
  };
  const write = writes[stage];
  return (
    <ChoiceForm
      title={`${APPLICATION_STAGES[stage]}的决定`}
      choices={STAGE_OUTCOMES}
      note={STAGE_NOTE}
      submit="提交决定"
      of={write}
      onSubmit={(outcome, words) =>
        void write.run({
          params: { applicationId: application.applicationId },
          body: { version: application.version, outcome: outcome as StageOutcome, ...(words === undefined ? {} : { words }) },
        })
      }
    />
  );
}

/** A department is heard, by whoever holds its post. */
export function OpinionOfDepartment({ application, department }: { application: ApplicationDetail; department: Department }) {
  const write = useWrite(giveDepartmentOpinion);
  return (
    <ChoiceForm
      title={`${DEPARTMENTS[department]}意见`}
      choices={OPINION_STANDS}
      note="不同意的写明理由。一个部门一份意见，一个人只代表一个部门。"
      submit="提交意见"
      of={write}
      onSubmit={(stand, words) =>
        void write.run({
          params: { applicationId: application.applicationId },
          body: { version: application.version, department, stand: stand as OpinionStand, ...(words === undefined ? {} : { words }) },
        })
      }
    />
  );
}

/** The level above answers an objection. */
export function ObjectionAnswer({ application }: { application: ApplicationDetail }) {
  const write = useWrite(answerObjection);
  return (
    <ChoiceForm
      title="答复异议"
      choices={OBJECTION_OUTCOMES}
      note="答复和理由监护人会看到。改为同意的，申请继续往上办理。"
      submit="提交答复"
      of={write}
      onSubmit={(outcome, words) =>
        void write.run({
          params: { applicationId: application.applicationId },
          body: { version: application.version, outcome: outcome as ObjectionOutcome, words: words ?? '' },
        })
      }
    />
  );
}
