import { listAreas, listOrganisations } from '@guanhu/shared/access/access.routes';
import { ORGANISATION_KINDS, ROLE_LEVELS, ROLES, type Role } from '@guanhu/shared/access/access.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Form, Select } from 'antd';
import { useRead } from '../app/queries.ts';
import { DayInput } from '../ui/day-input.tsx';
import { todayInChina } from '../ui/words.ts';

/** Height in pixels at which every role is seen without scrolling. */
export const ALL_ROLES = 32 * Object.keys(ROLES).length + 8;

/** A post as it is being filled in. */
export type PostDraft = { role?: Role; areaId?: string; organisationId?: string; from: CalendarDate };
export const emptyPost = (): PostDraft => ({ from: todayInChina() });

/** The post, once enough of it is filled in. */
export function completePost(draft: PostDraft, postId: string) {
  const { role, areaId, organisationId, from } = draft;
  return role === undefined || areaId === undefined ? undefined : { postId, role, areaId, organisationId: organisationId ?? null, from };
}

/** Role, area at a level that the role stands at, organisation, first day. */
export function PostFields({ draft, onChange }: { draft: PostDraft; onChange: (draft: PostDraft) => void }) {
  const areas = useRead(listAreas).data?.rows ?? [];
  const organisations = useRead(listOrganisations).data?.rows ?? [];
  const levels = draft.role === undefined ? [] : ROLE_LEVELS[draft.role];
  const nameOf = new Map(areas.map(area => [area.areaId, area.name]));
  const { organisationId: _, areaId: __, ...kept } = draft;
  return (
    <>
      <Form.Item label="岗位" htmlFor="post-role">
        <Select
          id="post-role"
          value={draft.role ?? null}
          placeholder="选择岗位"
          listHeight={ALL_ROLES}
          onChange={role => onChange({ ...kept, role })}
          options={(Object.keys(ROLES) as Role[]).map(value => ({ value, label: ROLES[value] }))}
        />
      </Form.Item>
      <Form.Item label="区域" htmlFor="post-area">
        <Select
          id="post-area"
          value={draft.areaId ?? null}
          disabled={draft.role === undefined}
          placeholder="选择区域"
          showSearch={{ optionFilterProp: 'label' }}
          onChange={areaId => onChange({ ...draft, areaId })}
          options={areas
            .filter(area => levels.includes(area.kind))
            .map(area => ({
              value: area.areaId,
              label: area.kind === 'village' ? `${nameOf.get(area.parentId ?? '') ?? ''} ${area.name}` : area.name,
            }))}
        />
      </Form.Item>
      <Form.Item label="单位（可不选）" htmlFor="post-organisation">
        <Select
          id="post-organisation"
          value={draft.organisationId ?? null}
          allowClear
          placeholder="不指定"
          showSearch={{ optionFilterProp: 'label' }}
          onChange={organisationId => onChange({ ...draft, organisationId })}
          options={organisations.map(one => ({
            value: one.organisationId,
            label: `${nameOf.get(one.areaId) ?? ''} ${one.name}（${ORGANISATION_KINDS[one.kind]}）`,
          }))}
        />
      </Form.Item>
      <Form.Item label="从哪天起" htmlFor="post-from">
        <DayInput id="post-from" value={draft.from} onDay={from => onChange({ ...draft, from })} />
      </Form.Item>
    </>
  );
}
