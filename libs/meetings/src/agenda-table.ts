import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database, type Transaction } from '#platform/database';
import { NotFound } from '#platform/refusals';
import { AgendaSession } from './agenda-session.entity.js';
import { Meeting } from './meeting.entity.js';
import { isOver } from './meeting-status.js';
import { meetingPolicy } from './meeting.policy.js';
import { MeetingIsOver } from './meetings.refusals.js';

export interface SessionOnTable {
  meeting: Meeting;
  session: AgendaSession;
}

/**
 * Where planners work on an agenda: lays a meeting or session before them, locked, or refuses as the policy tells.
 * A meeting's row is locked before its sessions', so that two planners wait for each other and never in a circle.
 */
@Injectable()
export class AgendaTable {
  constructor(private readonly database: Database) {}

  async meeting(tx: Transaction, actor: Actor, meetingId: string): Promise<Meeting> {
    const meeting = await tx.require(Meeting, { id: meetingId }, () => new NotFound('meeting'));
    if (!meetingPolicy.see(actor, meeting)) throw new NotFound('meeting');
    actor.require(meetingPolicy.planAgenda(actor, meeting));
    return meeting;
  }

  /** Refused: {@link MeetingIsOver}. */
  async openMeeting(tx: Transaction, actor: Actor, meetingId: string): Promise<Meeting> {
    const meeting = await this.meeting(tx, actor, meetingId);
    if (isOver(meeting.status)) throw new MeetingIsOver(meeting.status);
    return meeting;
  }

  /** A session that only planners know of does not exist for anybody else. */
  async session(tx: Transaction, actor: Actor, sessionId: string): Promise<SessionOnTable> {
    const found = await tx.find(AgendaSession, { id: sessionId });
    const meeting = found && (await tx.require(Meeting, { id: found.meetingId }));
    if (!meeting || !meetingPolicy.see(actor, meeting)) throw new NotFound('session');
    if (!meetingPolicy.planAgenda(actor, meeting)) {
      if (!(await this.isPublished(meeting, sessionId))) throw new NotFound('session');
      actor.require(false);
    }
    return { meeting, session: await tx.require(AgendaSession, { id: sessionId }, () => new NotFound('session')) };
  }

  private async isPublished({ id, version }: Meeting, sessionId: string): Promise<boolean> {
    const sql = 'select 1 from published_session where meeting_id = $1 and version = $2 and id = $3';
    return (await this.database.one(sql, [id, version, sessionId])) !== null;
  }
}
