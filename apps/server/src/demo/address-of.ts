/** `jana@brno.example`; those of no city are at the network. */
export const addressOf = (key: string, city: string | null): string => `${key}@${city ?? 'network'}.example`;
