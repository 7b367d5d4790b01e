/** The columns of a held message for hand-written SQL, from an alias of `inbound_message`. */
export const heldColumns = (of: string): string =>
  `${of}.id, ${of}.group_id as "groupId",
   case when ${of}.from_name = '' then ${of}.from_address else ${of}.from_name || ' <' || ${of}.from_address || '>' end as "from",
   ${of}.subject, ${of}.excerpt, ${of}.hold_reason as reason, ${of}.received_at as "receivedAt"`;
