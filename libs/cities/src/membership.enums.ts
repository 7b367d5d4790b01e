import { registerEnumType } from '@nestjs/graphql';
import { type MembershipRole as RoleOfActor } from '#platform/access';

/** A person's part in a body; policies read it from the `Actor`, so both lists are one. */
export const MembershipRole = {
  FOCAL_POINT: 'FOCAL_POINT',
  PRACTITIONER: 'PRACTITIONER',
  ELECTED_REPRESENTATIVE: 'ELECTED_REPRESENTATIVE',
  EXPERT: 'EXPERT',
} as const satisfies { [Role in RoleOfActor]: Role };
export type MembershipRole = RoleOfActor;
registerEnumType(MembershipRole, { name: 'MembershipRole' });

export const MembershipStatus = { REQUESTED: 'REQUESTED', CONFIRMED: 'CONFIRMED', ENDED: 'ENDED' } as const;
export type MembershipStatus = keyof typeof MembershipStatus;
registerEnumType(MembershipStatus, { name: 'MembershipStatus' });
