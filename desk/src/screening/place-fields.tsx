import { listAreas } from '@guanhu/shared/access/access.routes';
import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { WHEREABOUTS, type Whereabouts } from '@guanhu/shared/screening/clue.terms';
import { Form, Select } from 'antd';
import { areasWith } from '../app/may.ts';
import { useRead } from '../app/queries.ts';
import { useMe } from '../app/use-me.ts';

/** The villages in which the person may do this. */
export function useVillagesWith(permission: Permission) {
  const mine = areasWith(useMe(), permission);
  const areas = useRead(listAreas).data?.rows ?? [];
  const parents = new Map(areas.map(area => [area.areaId, area.parentId]));
  const within = (areaId: string | null | undefined): boolean =>
    areaId !== null && areaId !== undefined && (mine.includes(areaId) || within(parents.get(areaId)));
  return areas.filter(area => area.kind === 'village' && within(area.areaId));
}

type PlaceFieldsProps = {
  permission: Permission;
  areaId: string | undefined;
  whereabouts: Whereabouts | undefined;
  onArea: (areaId: string) => void;
  onWhereabouts: (whereabouts: Whereabouts) => void;
};

/** Which village it concerns, and where the person is now. */
export function PlaceFields({ permission, areaId, whereabouts, onArea, onWhereabouts }: PlaceFieldsProps) {
  const villages = useVillagesWith(permission);
  return (
    <div className="fields">
      <Form.Item label="村(居)" htmlFor="clue-village" style={{ width: 250 }}>
        <Select
          id="clue-village"
          value={villages.some(village => village.areaId === areaId) ? (areaId ?? null) : null}
          onChange={onArea}
          placeholder="请选择"
          showSearch={{ optionFilterProp: 'label' }}
          options={villages.map(area => ({ value: area.areaId, label: area.name }))}
        />
      </Form.Item>
      <Form.Item label="人现在何处" htmlFor="clue-where" style={{ width: 250 }}>
        <Select
          id="clue-where"
          value={whereabouts ?? null}
          onChange={onWhereabouts}
          placeholder="请选择"
          options={Object.entries(WHEREABOUTS).map(([value, label]) => ({ value: value as Whereabouts, label }))}
        />
      </Form.Item>
    </div>
  );
}
