import { INCIDENT_KINDS, type IncidentKind } from '@guanhu/shared/incidents/incidents.terms';
import type { IconName } from '../../ui/icon/icon.tsx';
import { Tiles } from '../../ui/tiles/tiles.tsx';

const PICTURES: Record<IncidentKind, IconName> = {
  fluctuation: 'fluctuate',
  threat: 'threat',
  smashing: 'smash',
  selfHarm: 'hurtSelf',
  harmToOthers: 'hurtOthers',
  missing: 'gone',
  other: 'more',
};
const KINDS = Object.entries(INCIDENT_KINDS).map(([value, text]) => ({
  value: value as IncidentKind,
  text,
  icon: PICTURES[value as IncidentKind],
}));

/** What is happening, as pictures. */
export const KindTiles = ({ value, onPick }: { value: IncidentKind | undefined; onPick: (kind: IncidentKind) => void }) => (
  <Tiles tiles={KINDS} value={value} onPick={onPick} />
);
