import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-custom';
import { type Actor, type Knock, sessionCookie } from '#platform/access';
import { Callers } from './callers.js';

/** What the strategies read of a request or of a WebSocket's first message. */
export interface Knocking {
  knock: Knock;
}

export const bearerOf = ({ authorization }: Knock): string | null =>
  /^Bearer +(\S+)\s*$/i.exec(authorization ?? '')?.[1] ?? null;

/** A session's token: a browser brings it as cookie, a program as bearer. A bearer comes before a cookie. */
@Injectable()
export class SessionStrategy extends PassportStrategy(Strategy, 'session-token') {
  constructor(private readonly callers: Callers) {
    super();
  }

  async validate({ knock }: Knocking): Promise<Actor | false> {
    const token = bearerOf(knock) ?? cookieOf(knock);
    return (token && (await this.callers.bySession(token))) || false;
  }
}

/** A personal access token, as bearer only. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, 'access-token') {
  constructor(private readonly callers: Callers) {
    super();
  }

  async validate({ knock }: Knocking): Promise<Actor | false> {
    const token = bearerOf(knock);
    return (token && (await this.callers.byAccessToken(token))) || false;
  }
}

function cookieOf({ cookie }: Knock): string | null {
  for (const pair of (cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === sessionCookie && value) return value;
  }
  return null;
}
