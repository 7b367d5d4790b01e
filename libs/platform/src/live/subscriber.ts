import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Actor } from '#platform/access';
import type { GraphqlContext } from '#platform/graphql';
import type { LiveFeed } from './live-feed.js';

/** The part of a WebSocket that the hub writes to. */
export interface FrameSocket {
  readonly bufferedAmount: number;
  readonly readyState: number;
  send(frame: Buffer, options: { binary: boolean }): void;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** One subscription of one socket. */
export interface Subscriber {
  socket: FrameSocket;
  /** The operation's id on its socket. */
  id: string;
  actor: Actor;
  feed: LiveFeed;
  args: ExecutionArgs & { contextValue: GraphqlContext };
  /** Subscribers with equal keys see equal payloads. */
  groupKey: string;
  /** Ends the operation, telling the client why if a result is given. */
  end(last?: ExecutionResult): void;
}
