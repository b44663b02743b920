import type { AgreementDetail } from '@guanhu/shared/agreements/agreements.contract';
import { printAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useRead } from '../app/queries.ts';
import { Card } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import './agreement-document.css';

/** The text that is signed; the printable page with the signatures opens on demand. Scripts in it would not run. */
export function AgreementDocument({ agreement }: { agreement: AgreementDetail }) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="协议正文" actions={!open && <Button onClick={() => setOpen(true)}>打印版</Button>}>
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
