import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { AnswerVillage } from './answer-village.ts';
import { AskVillages } from './ask-villages.ts';
import { Campaigns } from './campaigns.ts';
import { CampaignsController } from './campaigns.controller.ts';
import { CheckClue } from './check-clue.ts';
import { Clues } from './clues.ts';
import { CluesController } from './clues.controller.ts';
import { DescribeClue } from './describe-clue.ts';
import { EraseEndedClues } from './erase-ended-clues.ts';
import { FindAlike } from './find-alike.ts';
import { FollowIncident } from './follow-incident.ts';
import { FinishNotice } from './finish-notice.ts';
import { Gaps } from './gaps.ts';
import { MatchNotice } from './match-notice.ts';
import { Notices } from './notices.ts';
import { NoticesController } from './notices.controller.ts';
import { OpenInformant } from './open-informant.ts';
import { OpenRounds } from './open-rounds.ts';
import { PlanCampaign } from './plan-campaign.ts';
import { ReadClues } from './read-clues.ts';
import { RecordNotice } from './record-notice.ts';
import { ReportClue } from './report-clue.ts';
import { ReviewClue } from './review-clue.ts';
import { ScreeningEffects } from './screening.effects.ts';
import { TellOfClues } from './tell-of-clues.ts';
import { WithdrawClue } from './withdraw-clue.ts';
import { WriteDiagnosisList } from './write-diagnosis-list.ts';

/** 排查: screenings by village, clues about people without a file, and what becomes of them. */
@Module({
  imports: [AccessModule, PolicyModule, AgendaModule, RegistryModule, CareTeamModule],
  controllers: [CluesController, CampaignsController, NoticesController],
  providers: [
    Clues,
    TellOfClues,
    ReportClue,
    ReadClues,
    DescribeClue,
    FindAlike,
    CheckClue,
    ReviewClue,
    WithdrawClue,
    OpenInformant,
    EraseEndedClues,
    FollowIncident,
    Campaigns,
    PlanCampaign,
    AskVillages,
    AnswerVillage,
    Gaps,
    OpenRounds,
    Notices,
    RecordNotice,
    MatchNotice,
    FinishNotice,
    ScreeningEffects,
    WriteDiagnosisList,
  ],
  exports: [WriteDiagnosisList],
})
export class ScreeningModule {}
