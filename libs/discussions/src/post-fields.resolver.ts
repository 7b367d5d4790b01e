import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonLoader, PersonType } from '#people';
import { CurrentLoaders, Loaders } from '#platform/graphql';
import { PostLoader, RevisionsLoader } from './post.loader.js';
import { PostRevisionType, PostType, ReactionCountType } from './post.type.js';
import { ThreadLoader } from './thread.loader.js';
import { ThreadType } from './thread.type.js';

@Resolver(() => PostType)
export class PostFieldsResolver {
  constructor(
    private readonly threads: ThreadLoader,
    private readonly posts: PostLoader,
    private readonly people: PersonLoader,
    private readonly revisionsOf: RevisionsLoader,
  ) {}

  @ResolveField(() => ThreadType)
  thread(@Parent() post: PostType, @CurrentLoaders() loaders: Loaders): Promise<ThreadType | null> {
    return loaders.by(this.threads).load(post.threadId);
  }

  @ResolveField(() => PersonType, { nullable: true })
  author(@Parent() post: PostType, @CurrentLoaders() loaders: Loaders): Promise<PersonType | null> | null {
    return post.authorId === null ? null : loaders.by(this.people).load(post.authorId);
  }

  /** Null where a split has taken the two apart: who reads this thread may not be let read the other. */
  @ResolveField(() => PostType, { nullable: true })
  async parent(@Parent() post: PostType, @CurrentLoaders() loaders: Loaders): Promise<PostType | null> {
    const parent = post.parentId === null ? null : await loaders.by(this.posts).load(post.parentId);
    return parent?.threadId === post.threadId ? parent : null;
  }

  @ResolveField(() => [PostRevisionType])
  async revisions(@Parent() post: PostType, @CurrentLoaders() loaders: Loaders): Promise<PostRevisionType[]> {
    return post.editedAt === null ? [] : ((await loaders.by(this.revisionsOf).load(post.id)) ?? []);
  }

  @ResolveField(() => [ReactionCountType])
  reactions(@Parent() post: PostType): ReactionCountType[] {
    return post.keptReactions.map(({ emoji, count }) => ({
      emoji,
      count,
      viewerReacted: post.ownReactions.includes(emoji),
    }));
  }
}

@Resolver(() => PostRevisionType)
export class PostRevisionResolver {
  constructor(private readonly people: PersonLoader) {}

  @ResolveField(() => PersonType, { nullable: true })
  editor(@Parent() revision: PostRevisionType, @CurrentLoaders() loaders: Loaders): Promise<PersonType | null> | null {
    return revision.editorId === null ? null : loaders.by(this.people).load(revision.editorId);
  }
}
