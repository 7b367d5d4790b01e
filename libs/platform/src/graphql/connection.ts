import { type Type } from '@nestjs/common';
import { ArgsType, Field, type FieldMiddleware, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Cursor } from './scalars.js';

@ObjectType('PageInfo')
export class PageInfo {
  @Field()
  hasNextPage!: boolean;
  @Field()
  hasPreviousPage!: boolean;
  @Field(() => Cursor, { nullable: true })
  startCursor?: string | null;
  @Field(() => Cursor, { nullable: true })
  endCursor?: string | null;
}

/** `first`/`after` of a list; `first` is 1 to 100, 20 if left out. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1, { message: 'first is 1 to 100' })
  @Max(100, { message: 'first is 1 to 100' })
  first?: number | null;

  @Field(() => Cursor, { nullable: true })
  after?: string | null;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** A page of a list. `totalCount` is a number that a column keeps, or asked for only when the client does. */
export interface Connection<Node> {
  nodes: Node[];
  edges: Edge<Node>[];
  pageInfo: PageInfo;
  totalCount: number | Promise<number>;
}

/** Nest reads a property without calling it, so a `totalCount` that is still to be asked for is asked for here. */
const askWhenAsked: FieldMiddleware = async (_, next) => {
  const count = (await next()) as Connection<object>['totalCount'];
  return typeof count === 'function' ? count() : count;
};

/** Runs the count of a list whose total no column keeps, only when the client asks for it. */
const countWhenAsked: FieldMiddleware = async (_, next) => {
  const total: unknown = await next();
  return typeof total === 'function' ? (total as () => Promise<number>)() : total;
};

/** The two Relay types of a list of nodes: `const [PersonConnection, PersonEdge] = connectionOf('Person', () => PersonType)`. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => Type<Node>,
): [Type<Connection<Node>>, Type<Edge<Node>>] {
  @ObjectType(`${name}Edge`)
  class EdgeType implements Edge<Node> {
    @Field(() => Cursor)
    cursor!: string;
    @Field(node)
    node!: Node;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionType implements Connection<Node> {
    @Field(() => [node()])
    nodes!: Node[];
    @Field(() => [EdgeType])
    edges!: EdgeType[];
    @Field(() => PageInfo)
    pageInfo!: PageInfo;
    @Field(() => Int, { middleware: [askWhenAsked] })
    totalCount!: number | Promise<number>;
  }
  return [ConnectionType, EdgeType];
}
