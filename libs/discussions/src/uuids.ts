import { isUUID } from 'class-validator';

/** Of texts that clients gave as ids, those that can be ids: one that cannot must not spoil the statement for the others. */
export const uuidsIn = (texts: readonly string[]): string[] => texts.filter((text) => isUUID(text, 'all'));
