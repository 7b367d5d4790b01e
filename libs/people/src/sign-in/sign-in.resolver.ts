import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Actor, CurrentActor, Public, SignedIn } from '#platform/access';
import { CurrentContext, CurrentLocale, EmailAddress, type GraphqlContext } from '#platform/graphql';
import { SignInInput, SignUpInput } from '../account/account.inputs.js';
import { SessionDesk } from '../credentials/session-desk.js';
import type { OpenedSession } from '../credentials/sessions.js';
import { SessionType } from '../credentials/session.type.js';
import { SignIn } from './sign-in.js';
import { SignInByLink } from './sign-in-by-link.js';
import { SignUp } from './sign-up.js';

/** The ways in and out. */
@Resolver()
export class SignInResolver {
  constructor(
    private readonly signUps: SignUp,
    private readonly signIns: SignIn,
    private readonly links: SignInByLink,
    private readonly desk: SessionDesk,
  ) {}

  @Public()
  @Mutation(() => SessionType)
  async signUp(
    @Args('input') input: SignUpInput,
    @CurrentLocale() locale: string,
    @CurrentContext() context: GraphqlContext,
  ): Promise<OpenedSession> {
    const wish = { ...input, locale: input.locale ?? locale, timeZone: input.timeZone ?? 'UTC' };
    return this.desk.handOver(context, await this.signUps.signUp(wish, context.ip));
  }

  @Public()
  @Mutation(() => SessionType)
  async signIn(@Args('input') input: SignInInput, @CurrentContext() context: GraphqlContext): Promise<OpenedSession> {
    return this.desk.handOver(context, await this.signIns.byPassword(input.email, input.password, context.ip));
  }

  @Public()
  @Mutation(() => Boolean, { description: 'Always true: it never tells whether an address is known.' })
  async requestSignInLink(
    @Args('email', { type: () => EmailAddress }) email: string,
    @CurrentContext() context: GraphqlContext,
  ): Promise<boolean> {
    await this.links.request(email, context.ip);
    return true;
  }

  @Public()
  @Mutation(() => SessionType)
  async signInWithLink(
    @Args('token') token: string,
    @CurrentActor() actor: Actor,
    @CurrentContext() context: GraphqlContext,
  ): Promise<OpenedSession> {
    return this.desk.handOver(context, await this.links.signIn(token, actor));
  }

  @Public()
  @Mutation(() => Boolean)
  async verifyEmail(@Args('token') token: string): Promise<boolean> {
    await this.signUps.verifyEmail(token);
    return true;
  }

  @SignedIn()
  @Mutation(() => Boolean)
  async signOut(@CurrentActor() actor: Actor, @CurrentContext() context: GraphqlContext): Promise<boolean> {
    await this.desk.takeBack(context, actor);
    return true;
  }

  @SignedIn()
  @Mutation(() => Boolean, {
    description: 'Ends all sessions, access tokens and mailed links of the person, this one too.',
  })
  async signOutEverywhere(@CurrentActor() actor: Actor, @CurrentContext() context: GraphqlContext): Promise<boolean> {
    await this.desk.takeBackAll(context, actor);
    return true;
  }
}
