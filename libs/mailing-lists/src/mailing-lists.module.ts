import { Module, type OnModuleInit } from '@nestjs/common';
import { DiscussionsModule } from '#discussions';
import { Erasers, PeopleModule, PersonalRecords } from '#people';
import { NodeSources } from '#platform/graphql';
import { HeldMessageFeeds } from './held-message.feeds.js';
import { HeldMessageLoader } from './held-message.loader.js';
import { HeldMessages } from './held-messages.service.js';
import { DeliveryReports } from './inbound/delivery-reports.js';
import { InboundMessages } from './inbound/inbound-messages.js';
import { MailAnswers } from './inbound/mail-answers.js';
import { MailCommands } from './inbound/mail-commands.js';
import { MailDns } from './inbound/mail-dns.js';
import { MailDoors } from './inbound/mail-doors.js';
import { MailOpener } from './inbound/mail-opener.js';
import { MailPoster } from './inbound/mail-poster.js';
import { MailReader } from './inbound/mail-reader.js';
import { MailReceipt } from './inbound/mail-receipt.js';
import { MailRouting } from './inbound/mail-routing.js';
import { MailSenders } from './inbound/mail-senders.js';
import { OwnerMail } from './inbound/owner-mail.js';
import { PostByMail } from './inbound/post-by-mail.js';
import { TakeInMail } from './inbound/take-in-mail.job.js';
import { ListAddresses } from './list-addresses.js';
import { ListDirectory } from './list-directory.js';
import {
  GroupMailingListFields,
  ListSubscriberFields,
  MailingListFields,
  PostMailFields,
  ThreadMailFields,
} from './mailing-list-fields.resolver.js';
import { DeliveryTraceLoader, MailingListLoader, MailingListOfGroupLoader } from './mailing-list.loader.js';
import { MailingListQueries } from './mailing-list.queries.js';
import { MailingListResolver } from './mailing-list.resolver.js';
import { MailingLists } from './mailing-lists.service.js';
import { ComposedMails } from './outbound/composed-mails.js';
import { DeliveryBell } from './outbound/delivery-bell.js';
import { DeliveryQueue } from './outbound/delivery-queue.js';
import { DeliveryWorker } from './outbound/delivery-worker.js';
import { MailPostToSubscribers } from './outbound/mail-post-to-subscribers.handler.js';
import { OurMailPlaces } from './outbound/mail-places.js';
import { PostMailSender } from './outbound/post-mail-sender.js';
import { PersonalMail } from './personal-mail.js';
import { SweepMail } from './sweep-mail.job.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

const shared = [ListAddresses, ListDirectory, OurMailPlaces, PersonalMail, SweepMail];
const wayIn = [MailDoors, MailReceipt, InboundMessages, MailDns, MailReader, MailSenders, MailOpener, TakeInMail];
const decisions = [PostByMail, MailPoster, MailRouting, MailAnswers, MailCommands, OwnerMail, DeliveryReports];
const wayOut = [MailPostToSubscribers, DeliveryQueue, DeliveryWorker, DeliveryBell, PostMailSender, ComposedMails];
const reads = [MailingListQueries, MailingListLoader, MailingListOfGroupLoader, HeldMessageLoader, DeliveryTraceLoader];
const acts = [MailingLists, HeldMessages, HeldMessageFeeds];
const resolvers = [
  MailingListResolver,
  MailingListFields,
  GroupMailingListFields,
  ThreadMailFields,
  PostMailFields,
  ListSubscriberFields,
];

/** The mail side of groups: mail in becomes posts, posts become mail. */
@Module({
  imports: [PeopleModule, DiscussionsModule],
  controllers: [UnsubscribeController],
  providers: [...shared, ...wayIn, ...decisions, ...wayOut, ...reads, ...acts, ...resolvers],
  exports: [MailDoors, MailingLists, ListAddresses],
})
export class MailingListsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeSources,
    private readonly lists: MailingListLoader,
    private readonly held: HeldMessageLoader,
    private readonly records: PersonalRecords,
    private readonly erasers: Erasers,
    private readonly personalMail: PersonalMail,
  ) {}

  onModuleInit(): void {
    this.nodes.add('MailingList', 'mailing_list', this.lists);
    this.nodes.add('HeldMessage', 'inbound_message', this.held);
    this.records.add('mailing-lists', (personId) => this.personalMail.of(personId));
    this.erasers.add('mailing-lists', (tx, personId) => this.personalMail.erase(tx, personId));
  }
}
