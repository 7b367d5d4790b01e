import { Injectable } from '@nestjs/common';
import { Field, ID, InterfaceType } from '@nestjs/graphql';
import { Database } from '#platform/database';
import type { BatchLoader, Loaders } from './batch-loader.js';

@InterfaceType('Node', { resolveType: (value: { __typename?: string }) => value.__typename })
export abstract class NodeInterface {
  @Field(() => ID)
  id!: string;
}

interface Source {
  typename: string;
  table: string;
  loader: BatchLoader<string, object>;
}

/** Where things with an id are found by it, whatever they are. Each lib adds its own at start. */
@Injectable()
export class NodeSources {
  private readonly sources = new Map<string, Source>();

  constructor(private readonly database: Database) {}

  /** `loader` applies the viewer's rights; `table` has a uuid column `id`. */
  add(typename: string, table: string, loader: BatchLoader<string, object>): void {
    if (!/^[a-z_]+$/.test(table)) throw new Error(`${table} is not the name of a table.`);
    this.sources.set(typename, { typename, table, loader });
  }

  /** The thing as its type's resolvers expect it, with `__typename`; null where the viewer may not know of it. */
  async find(id: string, loaders: Loaders): Promise<object | null> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) || this.sources.size === 0) return null;
    const union = [...this.sources.values()].map(
      ({ typename, table }) => `select '${typename}' as typename from ${table} where id = $1`,
    );
    const found = await this.database.one<{ typename: string }>(union.join(' union all '), [id]);
    const source = found && this.sources.get(found.typename);
    const node = source ? await loaders.by(source.loader).load(id) : null;
    return node && source
      ? Object.assign(Object.create(Object.getPrototypeOf(node) as object) as object, node, {
          __typename: source.typename,
        })
      : null;
  }
}
