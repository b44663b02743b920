import type { AgreementDetail } from '@guanhu/shared/agreements/agreements.contract';
import { printAgreement, printAgreementPdf } from '@guanhu/shared/agreements/agreements.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Refused } from '../app/api.ts';
import { useRead } from '../app/queries.ts';
import { saveFrom } from '../app/save-file.ts';
import { Card } from '../ui/columns.tsx';
import { Answered, Problem } from '../ui/states.tsx';
import './agreement-document.css';

/** The text that is signed; the printable page with the signatures opens on demand. Scripts in it would not run. */
export function AgreementDocument({ agreement }: { agreement: AgreementDetail }) {
  const [open, setOpen] = useState(false);
  return (
    <Card
      title="协议正文"
      actions={
        <div className="actions">
          <SavePdf agreement={agreement} />
          {!open && <Button onClick={() => setOpen(true)}>打印版</Button>}
        </div>
      }
    >
      {open ? <Printable agreementId={agreement.id} number={agreement.number} /> : <Text agreement={agreement} />}
      <p className="small" style={{ overflowWrap: 'anywhere' }}>
        正文校验值 SHA-256 {agreement.contentSha256}
      </p>
    </Card>
  );
}

const Text = ({ agreement }: { agreement: AgreementDetail }) => (
  <div className="agreement-text">
    <h3>{agreement.title}</h3>
    {agreement.sections.map(section => (
      <section key={section.heading}>
        <h4>{section.heading}</h4>
        {section.paragraphs.map(paragraph => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
    ))}
  </div>
);

/** The file for A4, as it is kept on paper. */
function SavePdf({ agreement: { id, number } }: { agreement: AgreementDetail }) {
  const [problem, setProblem] = useState<Refused>();
  const save = () =>
    saveFrom(urlOf(printAgreementPdf, { agreementId: id }), `${number}.pdf`).catch((error: unknown) => setProblem(error as Refused));
  return (
    <>
      {problem && <Problem refusal={problem} />}
      <Button onClick={() => void save()}>下载 PDF</Button>
    </>
  );
}

function Printable({ agreementId, number }: { agreementId: string; number: string }) {
  const page = useRef<HTMLIFrameElement>(null);
  const printed = useRead(printAgreement, { params: { agreementId } });
  return (
    <Answered of={printed}>
      {({ html }) => (
        <>
          <iframe ref={page} className="agreement-page" title={`协议 ${number}`} srcDoc={html} sandbox="allow-same-origin allow-modals" />
          <Button type="primary" onClick={() => page.current?.contentWindow?.print()}>
            打印
          </Button>
        </>
      )}
    </Answered>
  );
}
