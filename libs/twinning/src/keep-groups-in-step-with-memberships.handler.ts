import { Injectable } from '@nestjs/common';
import { MembershipConfirmed, MembershipEnded } from '#cities';
import { type StoredEvent } from '#platform/database';
import { type EventHandler, Handles } from '#platform/events';
import { TwinningGroups } from './twinning-groups.js';

/** A new focal point finds the city's twinnings; who no longer works for either city no longer reads what they write. */
@Injectable()
@Handles(MembershipConfirmed, MembershipEnded)
export class KeepGroupsInStepWithMemberships implements EventHandler<MembershipConfirmed | MembershipEnded> {
  constructor(private readonly groups: TwinningGroups) {}

  async handle({ facts }: StoredEvent<MembershipConfirmed | MembershipEnded>): Promise<void> {
    await this.groups.keepInStep(facts.personId, facts.bodyId);
  }
}
