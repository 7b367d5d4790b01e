import { type Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
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
    @Field(() => Int)
    totalCount!: number | Promise<number>;
  }
  return [ConnectionType, EdgeType];
}
