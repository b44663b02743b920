import { Global, Module } from '@nestjs/common';
import { Access } from './access.ts';
import { Accounts } from './accounts.ts';
import { Administration } from './administration.ts';
import { AnswerDeskTicket } from './answer-desk-ticket.ts';
import { BindAccount } from './bind-account.ts';
import { BindingClashes } from './binding-clashes.ts';
import { ChangeAccount } from './change-account.ts';
import { ChangeDeputies } from './change-deputies.ts';
import { ChangePosts } from './change-posts.ts';
import { CollectDeskSignIn } from './collect-desk-sign-in.ts';
import { Counties } from './counties.ts';
import { CountyController } from './county.controller.ts';
import { CreatePerson } from './create-person.ts';
import { Departures } from './departures.ts';
import { DeskController } from './desk.controller.ts';
import { Invitations } from './invitations.ts';
import { Leavings } from './leavings.ts';
import { ListPeople } from './list-people.ts';
import { MeSources } from './me-sources.ts';
import { OpenDeskSignIn } from './open-desk-sign-in.ts';
import { PeopleController } from './people.controller.ts';
import { People } from './people.ts';
import { Places } from './places.ts';
import { RateLimits } from './rate-limits.ts';
import { ReadPerson } from './read-person.ts';
import { ReadTogetherController } from './read-together.controller.ts';
import { ReadTogether } from './read-together.ts';
import { RecordLeaving } from './record-leaving.ts';
import { Sessions } from './sessions.ts';
import { SetUpCounty } from './set-up-county.ts';
import { ShowMe } from './show-me.ts';
import { Sightings } from './sightings.ts';
import { SignInByPhone } from './sign-in-by-phone.ts';
import { SignInController } from './sign-in.controller.ts';
import { Staff } from './staff.ts';
import { StepUps } from './step-ups.ts';
import { Tickets } from './tickets.ts';
import { WechatSignIn } from './wechat-sign-in.ts';

/** What `access.public.ts` shows to other rooms. */
const PUBLIC = [
  Access,
  Accounts,
  Counties,
  Departures,
  Invitations,
  Leavings,
  MeSources,
  People,
  Places,
  RateLimits,
  Sessions,
  SetUpCounty,
  Staff,
  StepUps,
];

/** Who somebody is, how they prove it, and what posts they hold; every room uses it. */
@Global()
@Module({
  controllers: [SignInController, DeskController, PeopleController, CountyController, ReadTogetherController],
  providers: [
    ...PUBLIC,
    Administration,
    AnswerDeskTicket,
    BindAccount,
    BindingClashes,
    ChangeAccount,
    ChangeDeputies,
    ChangePosts,
    CollectDeskSignIn,
    CreatePerson,
    ListPeople,
    OpenDeskSignIn,
    ReadPerson,
    ReadTogether,
    RecordLeaving,
    ShowMe,
    Sightings,
    SignInByPhone,
    Tickets,
    WechatSignIn,
  ],
  exports: PUBLIC,
})
export class AccessModule {}
