import { myApplications } from '@guanhu/shared/agreements/application.routes';
import { LIVE_APPLICATION_STATES } from '@guanhu/shared/agreements/application-life.rules';
import { APPLICATION_STATES } from '@guanhu/shared/agreements/application.terms';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import type { Agreement } from '../passbook.ts';
import { agreementWords } from '../../../words/agreement.ts';

const ENDED: readonly Agreement['state'][] = ['closed', 'terminated'];

/** What the family has applied for, and for whom it can apply. */
export function useApplications(agreements: readonly Agreement[]) {
  const rows = useRead(myApplications, { keep: true }).value?.rows ?? [];
  const wards = useRead(listWards, { keep: true }).value?.rows ?? [];
  const running = new Set([
    ...agreements.filter(agreement => !ENDED.includes(agreement.state)).map(agreement => agreement.patientId),
    ...rows.filter(row => LIVE_APPLICATION_STATES.some(state => state === row.state) || row.state === 'approved').map(row => row.patientId),
  ]);
  return { rows, open: wards.filter(ward => ward.onBehalfOf === null && !running.has(ward.patientId)) };
}

/** Applications and their state, and for whom else there could be one. */
export function ApplicationsCard({ rows, open }: ReturnType<typeof useApplications>) {
  return (
    <Card list title={agreementWords.applications}>
      {rows.map((row, index) => (
        <ListItem
          key={row.applicationId}
          title={agreementWords.rewardFor(row.patientName)}
          sub={APPLICATION_STATES[row.state]}
          last={open.length === 0 && index === rows.length - 1}
          onTap={() => goTo('/packages/agreements/application/index', { applicationId: row.applicationId })}
        />
      ))}
      {open.map((ward, index) => (
        <ListItem
          key={ward.patientId}
          title={agreementWords.applyFor(ward.label)}
          sub={agreementWords.applyForSub}
          last={index === open.length - 1}
          onTap={() => goTo('/packages/agreements/apply/index', { patientId: ward.patientId })}
        />
      ))}
    </Card>
  );
}
