import type { ApplicationDetail } from '@guanhu/shared/agreements/application.contract';
import { readApplication, readApplicationVoice } from '@guanhu/shared/agreements/application.routes';
import {
  APPLICATION_ACTS,
  APPLICATION_STATES,
  DEPARTMENTS,
  ELIGIBILITY_RULES,
  OPINION_STANDS,
  VERDICTS,
} from '@guanhu/shared/agreements/application.terms';
import { draftAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { Button, Table } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Chain } from '../ui/chain.tsx';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Said } from '../ui/said.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords, spanInWords } from '../ui/words.ts';
import { applicationChain } from './application-chain.ts';
import { VERDICT_TONES } from './application-tones.ts';
import { Papers } from './papers.tsx';
import { ObjectionAnswer, OpinionOfDepartment, StageForm } from './decision-form.tsx';

const LOOK_MS = 10_000;

/** One application: what the rules find, who has said what, and what the reader may do. */
export function ApplicationPage() {
  const { applicationId = '' } = useParams();
  const application = useRead(readApplication, { params: { applicationId } }, { every: LOOK_MS });
  return <Answered of={application}>{answer => <Application key={answer.applicationId} application={answer} />}</Answered>;
}

function Application({ application }: { application: ApplicationDetail }) {
  const navigate = useNavigate();
  const draft = useWrite(draftAgreement, answer => void navigate(`/agreements/${answer.id}`));
  const { applicationId, may, objection, agreementId } = application;
  return (
    <Detail
      over={`${application.villageName} · ${APPLICATION_STATES[application.state]}`}
      title={`${application.guardianName} 监护 ${application.patientName}`}
      actions={
        may.draft && (
          <Button type="primary" size="large" loading={draft.busy} onClick={() => void draft.run({ body: { applicationId } })}>
            起草协议
          </Button>
        )
      }
    >
      <Refusal of={draft} />
      <Chain label="办理进度" steps={applicationChain(application)} />
      <Card title="申请">
        <Facts
          of={[
            ['申请期限', spanInWords(application.from, application.to)],
            ['提出时间', `${instantInWords(application.appliedAt)}${application.onBehalf ? '，由工作人员代填' : ''}`],
            ['共同生活', application.stated.livesTogether ? '是' : '否'],
            ['确实在照看', application.stated.reallyCares ? '是' : '否'],
            ...(application.words === null ? [] : [['申请人的话', application.words] as const]),
            ['材料', application.files.length === 0 ? '没有' : <Papers key="papers" application={application} />],
            ...(application.dueOn === null
              ? []
              : [['这一步办理期限', `${dayInWords(application.dueOn)}${application.overdue ? '，已超期' : ''}`] as const]),
            ...(objection?.until ? [['异议期限', dayInWords(objection.until)] as const] : []),
            ...(objection?.officer ? [['异议答复人', objection.officer] as const] : []),
          ]}
        />
        {agreementId !== null && <Link to={`/agreements/${agreementId}`}>查看协议</Link>}
      </Card>
      {application.findings.length > 0 && <Findings application={application} />}
      {may.decide !== null && <StageForm application={application} stage={may.decide} />}
      {may.opine.map(department => (
        <OpinionOfDepartment key={department} application={application} department={department} />
      ))}
      {may.answer && <ObjectionAnswer application={application} />}
      <Card title="办理经过">
        <Table
          size="small"
          rowKey="stepId"
          pagination={false}
          dataSource={[...application.steps]}
          columns={[
            { title: '时间', render: (_, step) => instantInWords(step.at) },
            {
              title: '事项',
              render: (_, step) =>
                step.department && step.stand
                  ? `${DEPARTMENTS[step.department]}：${OPINION_STANDS[step.stand]}`
                  : APPLICATION_ACTS[step.act],
            },
            { title: '办理人', dataIndex: 'by' },
            {
              title: '理由',
              render: (_, { words, hasVoice, stepId }) => (
                <Said
                  words={words}
                  voice={hasVoice ? urlOf(readApplicationVoice, { applicationId: application.applicationId, stepId }) : undefined}
                  label="奖补申请录音"
                />
              ),
            },
          ]}
        />
      </Card>
    </Detail>
  );
}

/** Every rule with what the software found and where. It proposes nothing: a person decides. */
const Findings = ({ application }: { application: ApplicationDetail }) => (
  <Card title="逐项核对">
    <Table
      size="small"
      rowKey="rule"
      pagination={false}
      dataSource={[...application.findings]}
      columns={[
        { title: '条件', render: (_, finding) => ELIGIBILITY_RULES[finding.rule] },
        { title: '查到的', dataIndex: 'found' },
        { title: '来源', dataIndex: 'source' },
        { title: '', render: (_, finding) => <Tag tone={VERDICT_TONES[finding.verdict]}>{VERDICTS[finding.verdict]}</Tag> },
      ]}
    />
    <p className="sub" style={{ marginTop: 10 }}>
      这里只是把查到的列出来；同意不同意由人决定。
    </p>
  </Card>
);
