import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { PrismaClient } from '#prisma/client/client';
import { COMMANDS, CommandDoor } from './access/command-door.js';
import { CommandsController } from './access/commands.controller.js';
import { Cookies } from './access/cookies.js';
import { DoorGuard } from './access/door.guard.js';
import { Doors } from './access/doors.js';
import { EnrolmentController } from './access/enrolment.controller.js';
import { Enrolment } from './access/enrolment.js';
import { Identity } from './access/identity.js';
import { Profile } from './access/profile.js';
import { PublicAddress } from './access/public-address.js';
import { PublicThrottle } from './access/public-throttle.js';
import { BookingLinks, SlipLinks } from './access/secrets.js';
import { VisitorsController } from './visitors/visitors.controller.js';
import { LaidCards } from './access/laid-cards.js';
import { VisitorSeal } from './access/visitor-seal.js';
import { VisitorVault } from './access/visitor-vault.js';
import { SessionsController } from './access/sessions.controller.js';
import { SignInThrottle } from './access/sign-in-throttle.js';
import { SignIn } from './access/sign-in.js';
import { OwnBookingController } from './appointments/own-booking.controller.js';
import { AppointmentsController } from './appointments/appointments.controller.js';
import { Clock } from './clock.js';
import { commands } from './commands.js';
import { DueJobs } from './due.js';
import { CollectionsController } from './collections/collections.controller.js';
import { GuideDeskController } from './disclosure/guide-desk.controller.js';
import { GuideShelf } from './disclosure/guide-shelf.js';
import { GuidesController } from './disclosure/guides.controller.js';
import { EnquiriesController } from './enquiries/enquiries.controller.js';
import { AgentsGateway } from './fleet/agents.gateway.js';
import { DeviceTests } from './fleet/device-tests.js';
import { DevicesController } from './fleet/devices.controller.js';
import { Dispatch } from './fleet/dispatch.js';
import { Readings } from './fleet/readings.js';
import { SelfTests } from './fleet/self-tests.js';
import { Wishes } from './fleet/wishes.js';
import { ConfigController } from './halls/config.controller.js';
import { HallsController } from './halls/halls.controller.js';
import { SetUp } from './halls/set-up.js';
import { DayHeads } from './ledger/day-heads.js';
import { Feed } from './ledger/feed.js';
import { Ledger } from './ledger/ledger.js';
import { PhotosController } from './people/photos.controller.js';
import { PublicationsController } from './publication/publications.controller.js';
import { PublicationDeskController } from './publication/publication-desk.controller.js';
import { RefusalFilter } from './refusal.filter.js';
import { FiguresController } from './reports/figures.controller.js';
import { TicketsController } from './reports/tickets.controller.js';
import { Admission } from './screens/admission.js';
import { Pictures } from './screens/pictures.js';
import { ScreensGateway } from './screens/screens.gateway.js';
import { Stage } from './screens/stage.js';
import { Connected } from './state/connected.js';
import { FleetMemory } from './state/fleet-memory.js';
import { ScreenLine } from './state/screen-line.js';
import { Directory } from './state/directory.js';
import { Paces } from './state/paces.js';

/** What the server stands on; made before Nest, because a bad one must end the start with one clear line. */
export interface Ground {
  prisma: PrismaClient;
  pool: pg.Pool;
  clock: Clock;
  key: Buffer;
  publicUrl: string | undefined;
  dataDir: string;
}

const CONTROLLERS = [
  AppointmentsController,
  OwnBookingController,
  CollectionsController,
  CommandsController,
  ConfigController,
  EnquiriesController,
  DevicesController,
  EnrolmentController,
  FiguresController,
  GuideDeskController,
  GuidesController,
  HallsController,
  PhotosController,
  PublicationDeskController,
  PublicationsController,
  SessionsController,
  TicketsController,
  VisitorsController,
];

const SERVICES = [
  ...[Admission, AgentsGateway, CommandDoor, Connected, Cookies, Dispatch, Doors, DueJobs, Enrolment],
  ...[
    Identity,
    Paces,
    Pictures,
    Profile,
    PublicThrottle,
    ScreensGateway,
    SetUp,
    SignIn,
    SignInThrottle,
    Stage,
  ],
  ...[DeviceTests, FleetMemory, GuideShelf, LaidCards, Readings, ScreenLine, SelfTests],
  ...[VisitorSeal, Wishes],
];

@Module({})
export class ServerModule {
  static on({ prisma, pool, clock, key, publicUrl, dataDir }: Ground): DynamicModule {
    const links = new SlipLinks(key);
    const bookings = new BookingLinks(key);
    const address = new PublicAddress(publicUrl, links, bookings);
    const feed = new Feed();
    const followUrl = (hallId: string, ticketId: string) => address.followUrl(hallId, ticketId);
    const bookingPass = (hallId: string, bookingId: string) => address.bookingPass(hallId, bookingId);
    const isStaff = (hallId: string, personId: string): boolean =>
      directory.roles(personId, hallId).length > 0;
    const services = { prisma, pool, clock, newId: randomUUID, followUrl, bookingPass, isStaff };
    const ledger = new Ledger(services, feed);
    const directory = new Directory(ledger, feed);
    return {
      module: ServerModule,
      imports: [DiscoveryModule],
      controllers: CONTROLLERS,
      providers: [
        { provide: PrismaClient, useValue: prisma },
        { provide: Clock, useValue: clock },
        { provide: SlipLinks, useValue: links },
        { provide: BookingLinks, useValue: bookings },
        { provide: VisitorVault, useValue: new VisitorVault(key) },
        { provide: PublicAddress, useValue: address },
        { provide: Feed, useValue: feed },
        { provide: Ledger, useValue: ledger },
        { provide: Directory, useValue: directory },
        { provide: COMMANDS, useValue: commands },
        { provide: APP_GUARD, useClass: DoorGuard },
        { provide: APP_FILTER, useClass: RefusalFilter },
        { provide: DayHeads, useFactory: () => new DayHeads(prisma, dataDir, feed) },
        ...SERVICES,
      ],
    };
  }
}
