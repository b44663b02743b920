import type { Meeting, MeetingUnit } from '@guanhu/shared/meetings/meetings.contract';
import { countersignMinutes } from '@guanhu/shared/meetings/meetings.routes';
import { STANDS, type Stand } from '@guanhu/shared/meetings/meetings.terms';
import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

/** Every member unit: whether it came, and how it stands to the minutes. */
export function CountersignCard({ meeting }: { meeting: Meeting }) {
  const { units, state, minutes, convenes } = meeting;
  const waiting = state === 'countersigning' && minutes !== null;
  const mine = units.filter(unit => unit.mine && unit.given === null);
  const onPaper = convenes ? units.filter(unit => !unit.held && unit.given === null) : [];
  return (
    <Card title="参加单位">
      <Table
        size="small"
        pagination={false}
        rowKey="organisationId"
        dataSource={[...units]}
        columns={[
          { title: '单位', dataIndex: 'name' },
          { title: '到会', render: (_, unit) => came(unit) },
          {
            title: '会签',
            render: (_, unit) =>
              unit.given ? (
                <>
                  <Tag tone={unit.given.stand === 'agree' ? 'calm' : 'danger'}>{STANDS[unit.given.stand]}</Tag>
                  <span className="small">{` ${unit.given.by}${unit.given.onPaper ? '（纸质）' : ''} ${instantInWords(unit.given.at)}`}</span>
                </>
              ) : waiting ? (
                <Tag tone="warn">等待</Tag>
              ) : (
                ''
              ),
          },
        ]}
      />
      {waiting && mine.map(unit => <Sign key={unit.organisationId} meeting={meeting} unit={unit} textId={minutes.textId} />)}
      {waiting && onPaper.map(unit => <SignOnPaper key={unit.organisationId} meeting={meeting} unit={unit} textId={minutes.textId} />)}
    </Card>
  );
}

const came = ({ attended, who }: MeetingUnit): string =>
  attended === null ? '' : attended ? `到会${who === null ? '' : `：${who}`}` : '缺席';

type SignProps = { meeting: Meeting; unit: MeetingUnit; textId: string };

function Sign({ meeting: { meetingId }, unit, textId }: SignProps) {
  const [words, setWords] = useState('');
  const write = useWrite(countersignMinutes);
  const send = (stand: Stand) =>
    void write.run({
      params: { meetingId },
      body: { textId, organisationId: unit.organisationId, stand, words: words.trim() === '' ? null : words.trim(), paperSigner: null },
    });
  return (
    <section>
      <h3>{`${unit.name}会签`}</h3>
      <Input.TextArea
        aria-label="意见（不同意时必填）"
        placeholder="意见（不同意时必填，纪要退回重写）"
        maxLength={1000}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <div className="actions">
        <Button type="primary" loading={write.busy} onClick={() => send('agree')}>
          同意
        </Button>
        <Button danger loading={write.busy} disabled={words.trim() === ''} onClick={() => send('object')}>
          不同意
        </Button>
      </div>
      <Refusal of={write} />
    </section>
  );
}

/** A unit that nobody here belongs to has signed a print; the office writes down who did. */
function SignOnPaper({ meeting: { meetingId }, unit, textId }: SignProps) {
  const [signer, setSigner] = useState('');
  const write = useWrite(countersignMinutes);
  return (
    <section>
      <h3>{`${unit.name}：没有人用“关护”，登记纸质会签`}</h3>
      <div className="actions">
        <Input
          aria-label={`${unit.name}谁签的`}
          placeholder="谁签的"
          maxLength={40}
          value={signer}
          onChange={event => setSigner(event.target.value)}
          style={{ maxWidth: 220 }}
        />
        <Button
          disabled={signer.trim() === ''}
          loading={write.busy}
          onClick={() =>
            void write.run({
              params: { meetingId },
              body: { textId, organisationId: unit.organisationId, stand: 'agree', words: null, paperSigner: signer.trim() },
            })
          }
        >
          已签同意
        </Button>
      </div>
      <Refusal of={write} />
    </section>
  );
}
