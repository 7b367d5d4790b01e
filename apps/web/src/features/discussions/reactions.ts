/** How often an emoji was given to a post; `viewerReacted` is left out by news that is the same for everybody. */
export interface Reaction {
  emoji: string;
  count: number;
  viewerReacted?: boolean;
}

/** The emojis that are offered, with the end of their message's id. A post may carry others: programs may give any. */
export const offered = [
  { emoji: '👍', name: 'agree' },
  { emoji: '❤️', name: 'heart' },
  { emoji: '💡', name: 'idea' },
  { emoji: '🙏', name: 'thanks' },
  { emoji: '🎉', name: 'celebrate' },
] as const;

/** Newer counts; which of them are the viewer's own is kept where the news does not say. */
export function withOwn(known: readonly Reaction[], news: readonly Reaction[]): Reaction[] {
  const own = new Set(known.filter((reaction) => reaction.viewerReacted).map(({ emoji }) => emoji));
  return news.map((reaction) => ({ ...reaction, viewerReacted: reaction.viewerReacted ?? own.has(reaction.emoji) }));
}

/** The reactions once the viewer has given one or taken it back; what stands so already is left as it is. */
export function toggled(reactions: readonly Reaction[], emoji: string, on: boolean): readonly Reaction[] {
  const known = reactions.find((reaction) => reaction.emoji === emoji);
  if ((known?.viewerReacted ?? false) === on) return reactions;
  if (!known) return [...reactions, { emoji, count: 1, viewerReacted: true }];
  const changed = { emoji, count: known.count + (on ? 1 : -1), viewerReacted: on };
  return reactions.flatMap((one) => (one !== known ? [one] : changed.count > 0 ? [changed] : []));
}

const place = (emoji: string) => offered.findIndex((known) => known.emoji === emoji) >>> 0;

/** In an order that never changes, so that no button moves under a finger; `kept` ones stand there also when nobody gives them any more. */
export function arranged(reactions: readonly Reaction[], kept: readonly string[]): Reaction[] {
  const counts = new Map(kept.map((emoji): [string, Reaction] => [emoji, { emoji, count: 0 }]));
  for (const reaction of reactions) counts.set(reaction.emoji, reaction);
  return [...counts.values()].sort((a, b) => place(a.emoji) - place(b.emoji) || (a.emoji < b.emoji ? -1 : 1));
}
