import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countedReaction, isEmoji } from './kept-reactions.js';

describe('reactions kept on a post', () => {
  it('count one more and one less, in the order in which they were first given', () => {
    const two = countedReaction(countedReaction([], '👍', 1), '🎉', 1);
    const three = countedReaction(two, '👍', 1);

    assert.deepEqual(three, [
      { emoji: '👍', count: 2 },
      { emoji: '🎉', count: 1 },
    ]);
    assert.deepEqual(countedReaction(three, '🎉', -1), [{ emoji: '👍', count: 2 }]);
  });

  it('leave out what is taken back without ever having been given', () => {
    assert.deepEqual(countedReaction([], '👍', -1), []);
  });

  it('are single emojis: flags, families and keycaps too, but no letters, digits or two at once', () => {
    for (const emoji of ['👍', '🇦🇹', '👩‍👩‍👧', '1️⃣', '❤️']) assert.equal(isEmoji(emoji), true, emoji);
    for (const other of ['', 'a', '1', '👍👍', '<b>', '👍 ', '\u200d']) assert.equal(isEmoji(other), false, other);
  });
});
