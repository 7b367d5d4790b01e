import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BodyLoader } from '#cities';
import { PersonLoader, PersonType } from '#people';
import { Actor, CurrentActor } from '#platform/access';
import { type Connection, CurrentLoaders, Loaders, OfViewer } from '#platform/graphql';
import { BadUserInput } from '#platform/refusals';
import { PostLoader } from './post.loader.js';
import { PostQueries } from './post.queries.js';
import { PostConnection, type PostType } from './post.type.js';
import { ThreadLoader } from './thread.loader.js';
import { ThreadQueries } from './thread.queries.js';
import { PostsArgs, ThreadType, ThreadViewerStateType } from './thread.type.js';

@Resolver(() => ThreadType)
export class ThreadFieldsResolver {
  constructor(
    private readonly pages: PostQueries,
    private readonly threads: ThreadQueries,
    private readonly loader: ThreadLoader,
    private readonly postLoader: PostLoader,
    private readonly people: PersonLoader,
    private readonly bodies: BodyLoader,
  ) {}

  /** Fills the loaders with what the page's one statement brought, so that nothing of it is read twice. */
  @ResolveField(() => PostConnection)
  async posts(
    @Parent() thread: ThreadType,
    @CurrentActor() actor: Actor,
    @CurrentLoaders() loaders: Loaders,
    @Args() args: PostsArgs,
  ): Promise<Connection<PostType>> {
    const { posts, authors, cities } = await this.pages.ofThread(actor, thread, args);
    loaders.by(this.loader).prime(thread.id, thread);
    for (const author of authors) loaders.by(this.people).prime(author.id, author);
    for (const city of cities) loaders.by(this.bodies).prime(city.id, city);
    for (const post of posts.nodes) loaders.by(this.postLoader).prime(post.id, post);
    return posts;
  }

  @ResolveField(() => [PersonType])
  participants(
    @Parent() thread: ThreadType,
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
  ): Promise<PersonType[]> {
    return this.threads.participants(actor, thread.id, requireSize(first ?? 20));
  }

  @OfViewer()
  @ResolveField(() => ThreadViewerStateType, { nullable: true })
  viewer(@Parent() thread: ThreadType, @CurrentActor() actor: Actor): ThreadViewerStateType | null {
    if (!actor.signedIn) return null;
    const { follow, lastReadNumber, ownUnread, lastReadPostId } = thread.reading ?? neverOpened;
    return { follow, unreadCount: Math.max(0, thread.postCount - lastReadNumber - ownUnread), lastReadPostId };
  }
}

const neverOpened = { follow: 'NORMAL', lastReadNumber: 0, ownUnread: 0, lastReadPostId: null } as const;

function requireSize(first: number): number {
  if (first < 1 || first > 100) throw new BadUserInput('A page has 1 to 100 entries.', 'first');
  return first;
}
