export const MeetingStatus = {
  PLANNED: 'PLANNED',
  INVITING: 'INVITING',
  REGISTRATION_OPEN: 'REGISTRATION_OPEN',
  RUNNING: 'RUNNING',
  HELD: 'HELD',
  CANCELLED: 'CANCELLED',
} as const;
export type MeetingStatus = keyof typeof MeetingStatus;

export const MeetingFormat = { IN_PERSON: 'IN_PERSON', ONLINE: 'ONLINE', HYBRID: 'HYBRID' } as const;
export type MeetingFormat = keyof typeof MeetingFormat;

/**
 * Where a meeting may go from where it is. Steps may be left out, as a small meeting has no registration; registration
 * may close again. What was held or called off stays so: its record is what people rely on.
 */
const next: Record<MeetingStatus, readonly MeetingStatus[]> = {
  PLANNED: ['INVITING', 'REGISTRATION_OPEN', 'RUNNING', 'HELD', 'CANCELLED'],
  INVITING: ['REGISTRATION_OPEN', 'RUNNING', 'HELD', 'CANCELLED'],
  REGISTRATION_OPEN: ['INVITING', 'RUNNING', 'HELD', 'CANCELLED'],
  RUNNING: ['HELD', 'CANCELLED'],
  HELD: [],
  CANCELLED: [],
};

export const mayBecome = (from: MeetingStatus, to: MeetingStatus): boolean => next[from].includes(to);

/** Whether its agenda may still change: minutes and notes go on after a meeting, its programme does not. */
export const isOver = (status: MeetingStatus): boolean => status === 'HELD' || status === 'CANCELLED';
