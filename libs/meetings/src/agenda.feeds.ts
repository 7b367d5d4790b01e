import { Injectable } from '@nestjs/common';
import { type Actor, Door } from '#platform/access';
import { LiveFeed } from '#platform/live';
import { Agendas, type AgendaAsSeen } from './agenda.queries.js';
import { type Meeting } from './meeting.entity.js';
import { meetingPolicy } from './meeting.policy.js';
import { Meetings } from './meeting.queries.js';
import { agendaTopic, draftTopic } from './meetings.events.js';

/** Agendas live. Planners follow the draft and everybody else what is published, on topics of their own. */
@Injectable()
export class AgendaFeeds {
  constructor(
    private readonly meetings: Meetings,
    private readonly agendas: Agendas,
    private readonly door: Door,
  ) {}

  async of(actor: Actor, meetingId: string): Promise<LiveFeed<AgendaAsSeen>> {
    const meeting = await this.meetings.require(actor, meetingId);
    return meetingPolicy.planAgenda(actor, meeting) ? this.ofDraft(meeting.id) : this.ofPublished(meeting.id);
  }

  private ofPublished(meetingId: string): LiveFeed<AgendaAsSeen> {
    return new LiveFeed({
      topic: agendaTopic(meetingId),
      mayRead: async (personIds) => {
        const meeting = await this.meeting(meetingId);
        return new Set(meeting?.publicSince ? personIds : personIds.filter((id) => meeting && id !== null));
      },
      shape: async () => {
        const meeting = await this.meeting(meetingId);
        return meeting && this.agendas.publishedOf(meeting);
      },
    });
  }

  /** A draft's few planners are asked for one by one: whoever is a planner no more is cut off. */
  private ofDraft(meetingId: string): LiveFeed<AgendaAsSeen> {
    return new LiveFeed({
      topic: draftTopic(meetingId),
      mayRead: async (personIds) => {
        const meeting = await this.meeting(meetingId);
        const planners = await Promise.all(personIds.map((id) => this.plans(id, meeting)));
        return new Set(personIds.filter((_, index) => planners[index]));
      },
      shape: async () => {
        const meeting = await this.meeting(meetingId);
        return meeting && this.agendas.draftOf(meeting);
      },
    });
  }

  private async plans(personId: string | null, meeting: Meeting | null): Promise<boolean> {
    if (personId === null || meeting === null) return false;
    const actor = await this.door.actorOf(personId);
    return actor !== null && meetingPolicy.planAgenda(actor, meeting);
  }

  private async meeting(id: string): Promise<Meeting | null> {
    return (await this.meetings.byIds([id]))[0] ?? null;
  }
}
