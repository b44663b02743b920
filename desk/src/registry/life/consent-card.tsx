import { listConsents } from '@guanhu/shared/registry/consent.routes';
import { CONSENT_BASES, CONSENT_DECISIONS, CONSENT_SIGNERS } from '@guanhu/shared/registry/consent.terms';
import type { ConsentsAnswer } from '@guanhu/shared/registry/consent.contract';
import { usePages, useRead } from '../../app/queries.ts';
import { Card, More } from '../../ui/columns.tsx';
import { Answered } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { dayInWords } from '../../ui/words.ts';
import { RecordConsent } from './record-consent.tsx';

/** What was decided about community management, and by whom. */
export function ConsentCard({ patientId }: { patientId: string }) {
  const consents = useRead(listConsents, { params: { patientId } });
  const pages = usePages(listConsents, { params: { patientId } });
  return (
    <Answered of={consents}>
      {({ inForce, mayRecord }) => (
        <Card title="知情同意" actions={mayRecord && <RecordConsent patientId={patientId} inForce={inForce} />}>
          <p>
            <Tag tone={inForce === 'refused' || inForce === 'withdrawn' || inForce === null ? 'warn' : 'calm'}>
              {inForce === null ? '还没有登记' : CONSENT_DECISIONS[inForce]}
            </Tag>
            {(inForce === 'refused' || inForce === 'withdrawn') && (
              <span className="small">&emsp;医生随访、电话随访和服药确认暂停，村级小组继续关心。</span>
            )}
          </p>
          <ul className="plain-list" aria-label="知情同意记录">
            {pages.rows?.map(row => (
              <li key={row.consentId}>
                <strong>{dayInWords(row.on)}</strong>&emsp;{CONSENT_DECISIONS[row.decision]}
                <div className="small">{wordsOf(row)}</div>
              </li>
            ))}
          </ul>
          <More pages={pages} />
        </Card>
      )}
    </Answered>
  );
}

function wordsOf(row: ConsentsAnswer['rows'][number]): string {
  const said = [
    row.signer === null ? null : `${CONSENT_SIGNERS[row.signer]} ${row.signerName ?? ''} 签字`,
    row.textVersion === null ? null : `宣读的文本：${row.textVersion} 版`,
    row.basis === null ? null : CONSENT_BASES[row.basis],
    row.note,
    `${row.recordedBy} 登记`,
  ];
  return said.filter(each => each !== null).join(' · ');
}
