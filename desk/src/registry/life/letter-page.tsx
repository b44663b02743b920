import { DIAGNOSES, type Diagnosis } from '@guanhu/shared/registry/diagnosis.rules';
import { handoverLetter } from '@guanhu/shared/registry/handover-letter.rules';
import type { LifeAnswer } from '@guanhu/shared/registry/patient-life.contract';
import { readLife } from '@guanhu/shared/registry/patient-life.routes';
import type { PatientFile } from '@guanhu/shared/registry/registry.contract';
import { readPatient } from '@guanhu/shared/registry/registry.routes';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useRead } from '../../app/queries.ts';
import { Card, Detail } from '../../ui/columns.tsx';
import { Answered, Empty } from '../../ui/states.tsx';

/** The letter that goes with somebody who has left the county, to be printed and handed over. */
export function LetterPage() {
  const { patientId = '' } = useParams();
  const file = useRead(readPatient, { params: { patientId } });
  const life = useRead(readLife, { params: { patientId } });
  return <Answered of={file}>{found => <Answered of={life}>{turns => <Letter file={found} life={turns} />}</Answered>}</Answered>;
}

function Letter({ file, life }: { file: PatientFile; life: LifeAnswer }) {
  const [turn] = life.rows;
  if (life.letter === null || turn === undefined) return <Empty title="没有交接函">迁出本县的服务对象才有交接函。</Empty>;
  const { title, paragraphs } = handoverLetter({
    number: life.letter,
    townshipName: file.townshipName,
    villageName: file.villageName,
    patientName: file.name,
    idNumberEnd: file.idNumberEnd,
    diagnosis: file.diagnosis === null ? '未登记' : DIAGNOSES[file.diagnosis as Diagnosis].label,
    destination: turn.place ?? '',
    movedOn: turn.on,
    guardians: file.guardians,
  });
  return (
    <Detail
      title={title}
      actions={
        <span className="no-print">
          <Link to={`/patients/${file.patientId}`}>
            <Button>返回档案</Button>
          </Link>
          &ensp;
          <Button type="primary" onClick={() => window.print()}>
            打印
          </Button>
        </span>
      }
    >
      <Card>
        {paragraphs.map(paragraph => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Card>
    </Detail>
  );
}
