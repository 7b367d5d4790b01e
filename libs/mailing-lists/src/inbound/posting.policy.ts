import { type Visibility } from '#discussions';
import { type HoldReason, type PostingPolicy } from '../mailing-list-words.js';
import { type MailRefusal } from '../message/mail.refusals.js';
import { NotAMember, OnlyModeratorsPost } from './posting.refusals.js';

/** A mail to more people than this was written to the world, not to the list. */
const mostRecipients = 30;

export interface PostingQuestion {
  policy: PostingPolicy;
  visibility: Visibility;
  /** Of the person whose verified address stands in From. */
  sender: { member: boolean; moderator: boolean; authenticated: boolean };
  mail: {
    recipients: number;
    /** Whether a filter before us said so. */
    suspectedSpam: boolean;
    /** Whether our address stands in To or Cc. */
    namesTheList: boolean;
  };
}

export type PostingDecision =
  { kind: 'POST' } | { kind: 'HOLD'; reason: HoldReason } | { kind: 'REFUSE'; refusal: MailRefusal };

/** What becomes of a mail to a list or a thread: posted, held for a moderator, or refused by name. */
export function decidePosting({ policy, visibility, sender, mail }: PostingQuestion): PostingDecision {
  if (!sender.member && !sender.moderator) {
    const othersMay = policy === 'MEMBERS_AND_MODERATED_OTHERS' || policy === 'ALL_MODERATED';
    if (visibility === 'PRIVATE' || !othersMay) return { kind: 'REFUSE', refusal: new NotAMember() };
    if (mail.suspectedSpam) return hold('SUSPECTED_SPAM');
    if (!sender.authenticated) return hold('FAILED_AUTHENTICATION');
    return hold(mail.namesTheList ? 'NOT_A_MEMBER' : 'IMPLICIT_DESTINATION');
  }
  // Anyone can write a member's address into From.
  if (!sender.authenticated) return hold('FAILED_AUTHENTICATION');
  if (sender.moderator) return { kind: 'POST' };
  if (policy === 'MODERATORS_ONLY') return { kind: 'REFUSE', refusal: new OnlyModeratorsPost() };
  if (mail.suspectedSpam) return hold('SUSPECTED_SPAM');
  if (mail.recipients > mostRecipients) return hold('TOO_MANY_RECIPIENTS');
  return policy === 'ALL_MODERATED' ? hold('MODERATED') : { kind: 'POST' };
}

function hold(reason: HoldReason): PostingDecision {
  return { kind: 'HOLD', reason };
}
