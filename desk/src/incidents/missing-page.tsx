import type { MissingAnswer } from '@guanhu/shared/incidents/missing.contract';
import { markReportSent, printMissingReport, printMissingSheet, readMissing, recordFound } from '@guanhu/shared/incidents/missing.routes';
import {
  FOUND_CONDITION_KEYS,
  FOUND_CONDITIONS,
  MISSING_STATES,
  REPORT_RECEIVER_KEYS,
  REPORT_RECEIVERS,
  SEARCH_ENDS,
  type FoundCondition,
} from '@guanhu/shared/incidents/missing.terms';
import { Button, Form, Input, Segmented, Space } from 'antd';
import { useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useMay } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import '../agreements/agreement-document.css';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

/** One search: what is known, the two papers, and the finding. */
export function MissingPage() {
  const { missingId = '' } = useParams();
  const missing = useRead(readMissing, { params: { missingId } });
  return <Answered of={missing}>{answer => <Shown missing={answer} />}</Answered>;
}

function Shown({ missing }: { missing: MissingAnswer }) {
  const mayRecord = useMay('missing:record');
  const mayReadFile = useMay('patient:read');
  const { found } = missing;
  return (
    <Detail over={`${missing.villageName} · ${MISSING_STATES[missing.state]}`} title={`${missing.patientName} 走失`}>
      <Card title="线索">
        <Facts
          of={[
            ['服务对象', mayReadFile ? <Link to={`/patients/${missing.patientId}`}>{missing.patientName}</Link> : missing.patientName],
            ['情况', missing.incidentId === null ? '没有' : <Link to={`/incidents/${missing.incidentId}`}>看通知和回应</Link>],
            ['最后看到', `${instantInWords(missing.lastSeenAt)}，${missing.place}`],
            ['衣着', missing.clothes],
            ['体貌', missing.looks ?? '没有写'],
            ['照片', missing.photoId === null ? '没有' : '有，印在书面报告上'],
            ['寻人启事', missing.sheetAgreed ? '家属同意写姓名、印照片' : '不写姓名、不印照片'],
          ]}
        />
      </Card>
      {found ? (
        <Card title="找到">
          <Facts
            of={[
              ['时间地点', [instantInWords(found.at), found.place].filter(Boolean).join('，')],
              ['情况', SEARCH_ENDS[found.condition]],
              ['说明', found.words ?? '没有写'],
              ['登记', found.byName],
            ]}
          />
        </Card>
      ) : (
        mayRecord && <Found missing={missing} />
      )}
      <Sent missing={missing} mayRecord={mayRecord} />
      <Papers missingId={missing.missingId} />
    </Detail>
  );
}

function Sent({ missing, mayRecord }: { missing: MissingAnswer; mayRecord: boolean }) {
  const { missingId, version, sent, told } = missing;
  const write = useWrite(markReportSent);
  return (
    <Card title="通知和书面报告">
      <Refusal of={write} />
      <ul className="plain-list">
        {REPORT_RECEIVER_KEYS.map(to => {
          const at = sent[to];
          return (
            <li key={to} className="split">
              <span>
                {REPORT_RECEIVERS[to]}：{at === null ? '还没有送' : `${instantInWords(at)} 已送`}
                <br />
                <span className="small">{toldWords(told[to])}</span>
              </span>
              {at === null && mayRecord && (
                <Button size="small" loading={write.busy} onClick={() => void write.run({ params: { missingId }, body: { version, to } })}>
                  记为已送
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const toldWords = ({ toldAt, acknowledgedAt }: MissingAnswer['told']['police']): string =>
  acknowledgedAt !== null
    ? `已通知到人，${instantInWords(acknowledgedAt)} 回应`
    : toldAt !== null
      ? `${instantInWords(toldAt)} 已通知到人，还没有回应`
      : '还没有通知到人，请打电话';

function Found({ missing }: { missing: MissingAnswer }) {
  const { missingId, version } = missing;
  const [condition, setCondition] = useState<FoundCondition>('well');
  const [said, setSaid] = useState({ place: '', words: '' });
  const write = useWrite(recordFound);
  const submit = () =>
    write.run({
      params: { missingId },
      body: {
        version,
        at: new Date().toISOString(),
        place: said.place.trim(),
        condition,
        ...(said.words.trim() === '' ? {} : { words: said.words.trim() }),
      },
    });
  return (
    <Card title="找到了">
      <Form layout="vertical" onFinish={() => void submit()}>
        <Form.Item label="情况">
          <Segmented
            value={condition}
            onChange={setCondition}
            options={FOUND_CONDITION_KEYS.map(value => ({ value, label: FOUND_CONDITIONS[value] }))}
          />
        </Form.Item>
        <Form.Item label="在哪里找到" htmlFor="found-place">
          <Input id="found-place" maxLength={100} value={said.place} onChange={event => setSaid({ ...said, place: event.target.value })} />
        </Form.Item>
        <Form.Item label="说明（可以不写）" htmlFor="found-words">
          <Input.TextArea
            id="found-words"
            rows={2}
            maxLength={500}
            value={said.words}
            onChange={event => setSaid({ ...said, words: event.target.value })}
          />
        </Form.Item>
        <Refusal of={write} />
        <Button type="primary" htmlType="submit" disabled={said.place.trim() === ''} loading={write.busy}>
          登记找到
        </Button>
      </Form>
    </Card>
  );
}

/** The report is for police and committee only; the sheet is what others may see. Scripts in either would not run. */
function Papers({ missingId }: { missingId: string }) {
  const [open, setOpen] = useState<'report' | 'sheet'>();
  return (
    <Card
      title="打印"
      actions={
        <Space>
          <Button onClick={() => setOpen('report')}>书面报告（只给公安机关、政法委）</Button>
          <Button onClick={() => setOpen('sheet')}>寻人启事</Button>
        </Space>
      }
    >
      {open === 'report' && <Paper route={printMissingReport} missingId={missingId} title="书面报告" />}
      {open === 'sheet' && <Paper route={printMissingSheet} missingId={missingId} title="寻人启事" />}
    </Card>
  );
}

function Paper(props: { route: typeof printMissingReport | typeof printMissingSheet; missingId: string; title: string }) {
  const page = useRef<HTMLIFrameElement>(null);
  const printed = useRead(props.route, { params: { missingId: props.missingId } });
  return (
    <Answered of={printed}>
      {({ html }) => (
        <>
          <iframe ref={page} className="agreement-page" title={props.title} srcDoc={html} sandbox="allow-same-origin allow-modals" />
          <Button type="primary" onClick={() => page.current?.contentWindow?.print()}>
            打印
          </Button>
        </>
      )}
    </Answered>
  );
}
