import { Module } from '@nestjs/common';
import { AgendaModule } from '../agenda/agenda.module.ts';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { IntakeModule } from '../intake/intake.module.ts';
import { PolicyModule } from '../policy/policy.module.ts';
import { RegistryModule } from '../registry/registry.module.ts';
import { ScreeningModule } from '../screening/screening.module.ts';
import { AnswerRequest } from './answer-request.ts';
import { DownloadExport } from './download-export.ts';
import { ExportsController } from './exports.controller.ts';
import { Exports } from './exports.ts';
import { HandIn } from './hand-in.ts';
import { HandedInController } from './handed-in.controller.ts';
import { HandedIn } from './handed-in.ts';
import { InvitePatient } from './invite-patient.ts';
import { KeptController } from './kept.controller.ts';
import { ListRequests } from './list-requests.ts';
import { MakeRequest } from './make-request.ts';
import { RequestsController } from './requests.controller.ts';
import { Requests } from './requests.ts';
import { RetentionController } from './retention.controller.ts';
import { Retention } from './retention.ts';
import { ShowKept } from './show-kept.ts';
import { TellOfRequest } from './tell-of-request.ts';
import { WritePatientList } from './write-patient-list.ts';

/** Rights of the people whose data are kept. It looks at everything; nobody imports it. */
@Module({
  imports: [PolicyModule, AgendaModule, RegistryModule, CareTeamModule, IntakeModule, ScreeningModule],
  controllers: [RequestsController, KeptController, ExportsController, RetentionController, HandedInController],
  providers: [
    Requests,
    TellOfRequest,
    MakeRequest,
    AnswerRequest,
    ListRequests,
    InvitePatient,
    ShowKept,
    Exports,
    WritePatientList,
    DownloadExport,
    Retention,
    HandIn,
    HandedIn,
  ],
})
export class RightsModule {}
