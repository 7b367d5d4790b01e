import { type KeptReaction } from './post.entity.js';

/** How many different emojis a post takes. */
export const mostKindsOfReaction = 32;

/** Whether a text is one emoji as Unicode recommends them for general interchange (UTS #51, RGI set). */
export const isEmoji = (text: string): boolean => text.length <= 32 && /^\p{RGI_Emoji}$/v.test(text);

/** The counts after one person more (`by` 1) or less (-1) gives the emoji; what nobody gives any more is left out. */
export function countedReaction(kept: readonly KeptReaction[], emoji: string, by: 1 | -1): KeptReaction[] {
  const known = kept.some((reaction) => reaction.emoji === emoji);
  const counted = known
    ? kept.map((reaction) => (reaction.emoji === emoji ? { ...reaction, count: reaction.count + by } : reaction))
    : [...kept, { emoji, count: by }];
  return counted.filter(({ count }) => count > 0);
}
