import type { HandlingShown } from '@guanhu/shared/incidents/handling.contract';
import { entryWords } from '@guanhu/shared/incidents/handling.rules';
import { ENTRY_KINDS } from '@guanhu/shared/incidents/handling.terms';
import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../app/use-me.ts';
import { Card } from '../ui/columns.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';
import { EntryForm } from './entry-form.tsx';

type Entry = HandlingShown['timeline'][number];

/** Everything that was written, oldest first. A row that was put right stays, struck through, beside the one that did. */
export function HandlingTimeline({ incidentId, handling }: { incidentId: string; handling: HandlingShown }) {
  const mayWrite = useMay('handling:write');
  const [correcting, setCorrecting] = useState<Entry>();
  return (
    <Card title="处置经过">
      {handling.timeline.length === 0 && <p className="sub">还没有记录。谁到场、做了什么、结果怎样，都写在这里；写了不能改，只能更正。</p>}
      <ul className="plain-list">
        {handling.timeline.map(entry => (
          <li key={entry.entryId}>
            <span className="split">
              <span>
                <Tag>{ENTRY_KINDS[entry.what.kind]}</Tag>&ensp;
                {entry.correctedBy === null ? (
                  entryWords(entry.what, new Date(entry.at))
                ) : (
                  <s>{entryWords(entry.what, new Date(entry.at))}</s>
                )}
              </span>
              {mayWrite && entry.correctedBy === null && entry.what.kind !== 'step' && (
                <Button size="small" onClick={() => setCorrecting(entry)}>
                  更正
                </Button>
              )}
            </span>
            <span className="small">
              {instantInWords(entry.at)} {entry.byName}
              {entry.correctedBy !== null && '，已更正'}
              {entry.corrects !== null && '，更正了前面的一条'}
            </span>
          </li>
        ))}
      </ul>
      {mayWrite && (handling.state !== 'closed' || correcting !== undefined) && (
        <EntryForm
          key={correcting?.entryId ?? 'new'}
          incidentId={incidentId}
          corrects={correcting}
          missing={handling.recordMissing}
          onDone={() => setCorrecting(undefined)}
        />
      )}
    </Card>
  );
}
