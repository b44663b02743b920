import { DIAGNOSES, type Diagnosis } from '@guanhu/shared/registry/diagnosis.rules';
import { partialInWords } from '@guanhu/shared/kernel/partial-date';
import type { PatientFile } from '@guanhu/shared/registry/registry.contract';
import { readPatient } from '@guanhu/shared/registry/registry.routes';
import { SEXES } from '@guanhu/shared/registry/registry.terms';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { AssessmentsCard } from '../assessment/assessments-card.tsx';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { CaseCard } from '../cases/case-card.tsx';
import { MedicationCard } from '../medication/medication-card.tsx';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { AttachmentsCard } from './attachments-card.tsx';
import { GuardiansCard } from './guardians-card.tsx';
import { ConsentCard } from './life/consent-card.tsx';
import { LifeCard } from './life/life-card.tsx';
import { MovesCard } from './life/moves-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { RecordCard } from './record-card.tsx';
import { StandingCard } from './standing-card.tsx';
import { TeamCard } from './team-card.tsx';
import { VisitsCard } from './visits-card.tsx';

/** One file with everybody around it. */
export function PatientPage() {
  const { patientId = '' } = useParams();
  const file = useRead(readPatient, { params: { patientId } });
  return <Answered of={file}>{answer => <File file={answer} />}</Answered>;
}

function File({ file }: { file: PatientFile }) {
  const mayDraft = useMayByPost('agreement:draft');
  const mayMerge = useMayByPost('patient:merge');
  const mayReadRecord = useMayByPost('record:read');
  const diagnosis = file.diagnosis === null ? '未登记' : DIAGNOSES[file.diagnosis as Diagnosis].label;
  return (
    <Detail
      over={`${file.townshipName} · ${file.villageName}`}
      title={file.name}
      actions={
        <>
          {mayMerge && (
            <Link to={`/merges/new?kept=${file.patientId}`}>
              <Button>合并重复档案</Button>
            </Link>
          )}
          {mayDraft && (
            <Link to={`/agreements/new?patient=${file.patientId}`}>
              <Button>起草监护协议</Button>
            </Link>
          )}
        </>
      }
    >
      <Card title="档案">
        <Facts
          of={[
            ['性别', file.sex === null ? '未登记' : SEXES[file.sex]],
            ['出生日期', file.born === null ? '未登记' : partialInWords(file.born)],
            ['身份证号后四位', file.idNumberEnd ?? '未登记'],
            ['电话', file.phone ?? '未登记'],
            ['诊断', diagnosis],
          ]}
        />
      </Card>
      {mayReadRecord && <RecordCard patientId={file.patientId} />}
      <LifeCard patientId={file.patientId} />
      <GuardiansCard patientId={file.patientId} />
      <ConsentCard patientId={file.patientId} />
      <MovesCard patientId={file.patientId} villageId={file.villageId} />
      <TeamCard patientId={file.patientId} />
      <CaseCard patientId={file.patientId} />
      <StandingCard patientId={file.patientId} />
      <AssessmentsCard patientId={file.patientId} />
      <MedicationCard patientId={file.patientId} />
      <VisitsCard patientId={file.patientId} />
      <AttachmentsCard patientId={file.patientId} />
      {mayReadRecord && <HistoryCard patientId={file.patientId} />}
    </Detail>
  );
}
