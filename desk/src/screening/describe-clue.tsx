import type { ClueAnswer } from '@guanhu/shared/screening/clue.contract';
import { describeClue } from '@guanhu/shared/screening/clue.routes';
import type { Whereabouts } from '@guanhu/shared/screening/clue.terms';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { personOf, PersonFields, typedOf } from './person-fields.tsx';
import { PlaceFields, useVillagesWith } from './place-fields.tsx';

/** Says who it is, or says it better, before the check. */
export function DescribeClue({ clue }: { clue: ClueAnswer }) {
  const [open, setOpen] = useState(clue.person === null);
  const [areaId, setArea] = useState(clue.areaId);
  const [whereabouts, setWhereabouts] = useState<Whereabouts>(clue.whereabouts);
  const [typed, setTyped] = useState(typedOf(clue.person));
  const villages = useVillagesWith('clue:check');
  const write = useWrite(describeClue);
  const person = personOf(typed);
  if (!open)
    return (
      <div className="actions">
        <Button onClick={() => setOpen(true)}>补充、改正是谁</Button>
      </div>
    );
  const ready = person !== null && villages.some(village => village.areaId === areaId);
  const save = () =>
    person && void write.run({ params: { clueId: clue.clueId }, body: { version: clue.version, areaId, whereabouts, person } });
  return (
    <Card title="是谁">
      <Form layout="vertical">
        <PlaceFields permission="clue:check" areaId={areaId} whereabouts={whereabouts} onArea={setArea} onWhereabouts={setWhereabouts} />
        <PersonFields typed={typed} onTyped={setTyped} />
      </Form>
      <Refusal of={write} />
      <Button type="primary" disabled={!ready} loading={write.busy} onClick={save}>
        保存
      </Button>
    </Card>
  );
}
