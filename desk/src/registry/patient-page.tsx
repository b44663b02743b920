import { partialInWords } from '@guanhu/shared/kernel/partial-date';
import type { PatientFile } from '@guanhu/shared/registry/registry.contract';
import { readPatient } from '@guanhu/shared/registry/registry.routes';
import { SEXES } from '@guanhu/shared/registry/registry.terms';
import { Button, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { AssessmentsCard } from '../assessment/assessments-card.tsx';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { CaseCard } from '../cases/case-card.tsx';
import { MedicationCard } from '../medication/medication-card.tsx';
import { HandedInCard } from '../rights/handed-in-card.tsx';
import { PatientPeriodsCard } from '../periods/patient-periods-card.tsx';
import { OutlookCards } from '../relief/outlook-card.tsx';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { AttachmentsCard } from './attachments-card.tsx';
import { GuardiansCard } from './guardians-card.tsx';
import { ConsentCard } from './life/consent-card.tsx';
import { AfterIncidentLinks } from '../incidents/patient-links.tsx';
import { LifeCard } from './life/life-card.tsx';
import { MovesCard } from './life/moves-card.tsx';
import { TransfersCard } from '../transfers/transfers-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { PatientTop } from './patient-top.tsx';
import { RecordCard } from './record-card.tsx';
import { StandingCard } from './standing-card.tsx';
import { TeamCard } from './team-card.tsx';
import { VisitsCard } from './visits-card.tsx';

type TabKey = 'overview' | 'file' | 'guardians' | 'medicine' | 'visits' | 'assessment' | 'team' | 'relief' | 'history';

/** One file with everybody around it. `opens`: the tab of an address that names none. */
export function PatientPage({ opens = 'overview' }: { opens?: TabKey }) {
  const { patientId = '' } = useParams();
  const file = useRead(readPatient, { params: { patientId } });
  return <Answered of={file}>{answer => <File file={answer} opens={opens} />}</Answered>;
}

/** What is most needed stays above; each tab is read only when it is opened, so that nobody leaves a trace in what they did not look at. */
function File({ file, opens }: { file: PatientFile; opens: TabKey }) {
  const mayApply = useMayByPost('application:make');
  const mayMerge = useMayByPost('patient:merge');
  const mayReadRecord = useMayByPost('record:read');
  const [asked, setTab] = useFilter('tab');
  const { patientId } = file;
  const tabs: readonly { key: TabKey; label: string; children: ReactNode }[] = [
    { key: 'overview', label: '概况', children: <Overview file={file} /> },
    {
      key: 'file',
      label: '档案',
      children: (
        <>
          {mayReadRecord && <RecordCard patientId={patientId} />}
          <AttachmentsCard patientId={patientId} />
        </>
      ),
    },
    {
      key: 'guardians',
      label: '监护',
      children: (
        <>
          <GuardiansCard patientId={patientId} />
          <ConsentCard patientId={patientId} />
        </>
      ),
    },
    { key: 'medicine', label: '用药', children: <MedicationCard patientId={patientId} /> },
    {
      key: 'visits',
      label: '随访',
      children: (
        <>
          <VisitsCard patientId={patientId} />
          <PatientPeriodsCard patientId={patientId} />
        </>
      ),
    },
    {
      key: 'assessment',
      label: '评估',
      children: (
        <>
          <AssessmentsCard patientId={patientId} />
          <StandingCard patientId={patientId} />
        </>
      ),
    },
    {
      key: 'team',
      label: '团队',
      children: (
        <>
          <TeamCard patientId={patientId} />
          <CaseCard patientId={patientId} />
        </>
      ),
    },
    { key: 'relief', label: '救助', children: <OutlookCards patientId={patientId} /> },
    ...(mayReadRecord ? [{ key: 'history' as const, label: '记录', children: <History patientId={patientId} /> }] : []),
  ];
  return (
    <Detail
      over={`${file.townshipName} · ${file.villageName}`}
      title={file.name}
      actions={
        <>
          {mayMerge && (
            <Link to={`/merges/new?kept=${patientId}`}>
              <Button>合并重复档案</Button>
            </Link>
          )}
          {mayApply && (
            <Link to={`/applications/new?patient=${patientId}`}>
              <Button>代为申请奖补</Button>
            </Link>
          )}
        </>
      }
    >
      <PatientTop file={file} />
      <Tabs
        className="page-tabs"
        aria-label="档案各部分"
        activeKey={tabs.find(({ key }) => key === asked)?.key ?? opens}
        onChange={setTab}
        items={tabs.map(({ key, label, children }) => ({ key, label, children: <div className="stack">{children}</div> }))}
      />
    </Detail>
  );
}

const Overview = ({ file }: { file: PatientFile }) => (
  <>
    <Card title="基本情况">
      <Facts
        of={[
          ['性别', file.sex === null ? '未登记' : SEXES[file.sex]],
          ['出生日期', file.born === null ? '未登记' : partialInWords(file.born)],
          ['身份证号后四位', file.idNumberEnd ?? '未登记'],
          ['电话', file.phone ?? '未登记'],
        ]}
      />
    </Card>
    <LifeCard patientId={file.patientId} />
    <AfterIncidentLinks patientId={file.patientId} />
    <CaseCard patientId={file.patientId} />
    <MovesCard patientId={file.patientId} villageId={file.villageId} />
    <TransfersCard patientId={file.patientId} />
  </>
);

/** What was done with the file, and what phones handed in about it. */
const History = ({ patientId }: { patientId: string }) => (
  <>
    <HandedInCard patientId={patientId} />
    <HistoryCard patientId={patientId} />
  </>
);
