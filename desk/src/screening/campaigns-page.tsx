import { listCampaigns } from '@guanhu/shared/screening/campaign.routes';
import { CAMPAIGN_KINDS, PHASES, type Phase } from '@guanhu/shared/screening/campaign.terms';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import type { Tone } from '../ui/tag.tsx';

export const PHASE_TONES: Readonly<Record<Phase, Tone>> = {
  ahead: 'plain',
  plan: 'plain',
  carryOut: 'warn',
  fillGaps: 'warn',
  consolidate: 'calm',
  over: 'plain',
};

/** Screenings of the reader's areas, and beside them one of them. */
export function CampaignsPage() {
  const pages = usePages(listCampaigns);
  const plans = useMayByPost('screening:plan');
  return (
    <Place
      list={
        <ListColumn
          title="排查进度"
          hint="每个半年自动开一次，各村答复"
          actions={
            plans && (
              <Link to="/screenings/new">
                <Button type="primary">部署专项排查</Button>
              </Link>
            )
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="还没有排查">半年排查每天自动检查，到了新的半年就开始。</Empty>}
            row={one => (
              <RowLink
                key={one.campaignId}
                to={`/screenings/${one.campaignId}`}
                title={one.title}
                aside={<span className="small">{`${one.answered}/${one.villages} 个村已答复`}</span>}
                note={`${one.areaName} · ${CAMPAIGN_KINDS[one.kind]}`}
                tag={{ tone: PHASE_TONES[one.phase], words: PHASES[one.phase] }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
