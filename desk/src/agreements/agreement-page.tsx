import type { AgreementDetail } from '@guanhu/shared/agreements/agreements.contract';
import { countersignAgreement, readAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { AGREEMENT_STATES } from '@guanhu/shared/agreements/agreements.terms';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { REWARD_CYCLES } from '@guanhu/shared/policy/policy.terms';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Amount } from '../ui/amount.tsx';
import { Chain } from '../ui/chain.tsx';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { dayInWords, spanInWords } from '../ui/words.ts';
import { AgreementDocument } from './agreement-document.tsx';
import { agreementChain } from './agreement-chain.ts';
import { ChangeCourse } from './change-course.tsx';
import { SignOnPaper } from './sign-on-paper.tsx';

const LOOK_MS = 10_000;

/** One agreement: its steps, its text, and what the reader may do. */
export function AgreementPage() {
  const { agreementId = '' } = useParams();
  const agreement = useRead(readAgreement, { params: { agreementId } }, { every: LOOK_MS });
  return <Answered of={agreement}>{answer => <Agreement agreement={answer} />}</Answered>;
}

function Agreement({ agreement }: { agreement: AgreementDetail }) {
  const { id, version, contentSha256, may } = agreement;
  const countersign = useWrite(countersignAgreement);
  return (
    <Detail
      over={`${agreement.number} · ${AGREEMENT_STATES[agreement.state]}`}
      title={`${agreement.guardianName} 监护 ${agreement.patientName}`}
      actions={
        <>
          <ChangeCourse agreement={agreement} />
          {may.witness && <SignOnPaper agreement={agreement} />}
          {may.countersign && (
            <Button
              type="primary"
              size="large"
              loading={countersign.busy}
              onClick={() => void countersign.run({ params: { agreementId: id }, body: { version, contentSha256 } })}
            >
              乡镇签章
            </Button>
          )}
        </>
      }
    >
      <Refusal of={countersign} />
      <Chain label="签订进度" steps={agreementChain(agreement)} />
      <Card title="约定">
        <Facts
          of={[
            ['期限', spanInWords(agreement.from, agreement.to)],
            ['发放', REWARD_CYCLES[agreement.cycle]],
            ['全期做满', <Amount key="full" fen={agreement.fullFen} />],
            ...agreement.standards.map(
              each =>
                [
                  `标准（${dayInWords(each.from)} 起）`,
                  `每月 ${yuanGrouped(each.monthlyFen)} 元，一年 ${yuanGrouped(each.yearlyFen)} 元`,
                ] as const,
            ),
            ['村(居)', agreement.villageName],
            ...(agreement.signed === null
              ? []
              : [
                  [
                    '监护人签字',
                    agreement.signed.way === 'touch'
                      ? '在手机上手写'
                      : `在纸上，${agreement.signed.witness ?? ''} 见证，照片 ${agreement.signed.pages.length} 页在患者档案的附件里`,
                  ] as const,
                ]),
          ]}
        />
      </Card>
      <AgreementDocument agreement={agreement} />
    </Detail>
  );
}
