import { v7 } from 'uuid';

/** A new id: a uuid of version 7 (RFC 9562), so that ids made later sort later and indexes grow at one end. */
export const newId = (): string => v7();
