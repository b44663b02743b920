import { inWords } from '@guanhu/shared/kernel/calendar-date';
import type { LostReportAnswer } from '@guanhu/shared/visits/after-visit.contract';
import { issueLostReport, readLostReport } from '@guanhu/shared/visits/after-visit.routes';
import { LOST_REPORT_STATES } from '@guanhu/shared/visits/rights.terms';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

/** The written report on somebody who was lost to follow-up: corrected, printed, sent. */
export function LostReportPage() {
  const { reportId = '' } = useParams();
  const report = useRead(readLostReport, { params: { reportId } });
  return <Answered of={report}>{answer => <Report key={answer.version} report={answer} />}</Answered>;
}

function Report({ report }: { report: LostReportAnswer }) {
  const { letter, reportId, version } = report;
  const [words, setWords] = useState(letter.paragraphs.join('\n'));
  const issue = useWrite(issueLostReport);
  const paragraphs = words
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const isDraft = report.state === 'draft';
  const send = () => issue.run({ params: { reportId }, body: { version, to: letter.to, paragraphs } });
  return (
    <Detail
      over={report.issuedAt === null ? LOST_REPORT_STATES[report.state] : `${instantInWords(report.issuedAt)} 发出`}
      title={letter.title}
      actions={
        <span className="no-print">
          <Button onClick={() => window.print()}>打印</Button>
          &ensp;
          {isDraft && (
            <Button type="primary" loading={issue.busy} disabled={paragraphs.length === 0} onClick={() => void send()}>
              记为已发出
            </Button>
          )}
        </span>
      }
    >
      <Refusal of={issue} />
      <Card>
        <p>{letter.to.join('、')}：</p>
        {paragraphs.map(paragraph => (
          <p key={paragraph} style={{ textIndent: '2em' }}>
            {paragraph}
          </p>
        ))}
        <p style={{ textAlign: 'right' }}>{letter.from}</p>
        <p style={{ textAlign: 'right' }}>{inWords(letter.on)}</p>
      </Card>
      {isDraft && (
        <div className="no-print">
          <Card title="改正文">
            <Form layout="vertical">
              <Form.Item label="一行一段，改好再打印、盖章、送出" htmlFor="lost-words">
                <Input.TextArea id="lost-words" autoSize={{ minRows: 5 }} value={words} onChange={event => setWords(event.target.value)} />
              </Form.Item>
            </Form>
          </Card>
        </div>
      )}
    </Detail>
  );
}
