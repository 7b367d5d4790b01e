import { Injectable } from '@nestjs/common';
import { type Actor } from '#platform/access';
import { Database } from '#platform/database';
import { BatchLoader, groupedByKey, inKeyOrder } from '#platform/graphql';
import { type Evaluation, type Exchange, type Milestone } from './twinning-record.entity.js';
import { insideOnly, rightsOf } from './twinning.queries.js';

interface Kind {
  table: string;
  columns: string;
  orderBy: string;
}

const milestones: Kind = {
  table: 'milestone',
  columns: `r.id, r.twinning_id as "twinningId", r.title, to_char(r.due_on, 'YYYY-MM-DD') as "dueOn", r.done_at as "doneAt"`,
  orderBy: 'r.due_on nulls last, r.id',
};
const exchanges: Kind = {
  table: 'exchange',
  columns: `r.id, r.twinning_id as "twinningId", r.format, r.title, r.starts_at as "startsAt", r.ends_at as "endsAt",
    r.time_zone as "timeZone", r.notes, r.location, r.logged_by as "loggedById"`,
  orderBy: 'r.starts_at, r.id',
};
const evaluations: Kind = {
  table: 'evaluation',
  columns: `r.id, r.twinning_id as "twinningId", r.city_id as "cityId", r.rating, r.learned,
    r.would_recommend as "wouldRecommend", r.written_by as "writtenById", r.created_at as "createdAt"`,
  orderBy: 'r.created_at, r.id',
};

/** What two cities keep about their twinning is for their people and organisers: others get none of it. */
function read<Row>(
  database: Database,
  { table, columns, orderBy }: Kind,
  key: 'id' | 'twinning_id',
  keys: readonly string[],
  viewer: Actor,
): Promise<Row[]> {
  return database.query<Row>(
    `select ${columns} from ${table} r join twinning t on t.id = r.twinning_id
     where r.${key} = any($3::uuid[]) and ${insideOnly} order by ${orderBy}`,
    [...rightsOf(viewer), keys],
  );
}

abstract class RecordLoader<Row extends { id: string }> extends BatchLoader<string, Row> {
  protected abstract readonly kind: Kind;
  constructor(private readonly database: Database) {
    super();
  }

  async batch(ids: readonly string[], viewer: Actor): Promise<(Row | null)[]> {
    return inKeyOrder(ids, await read<Row>(this.database, this.kind, 'id', ids, viewer), (row) => row.id);
  }
}

abstract class RecordsOfTwinningLoader<Row extends { twinningId: string }> extends BatchLoader<string, Row[]> {
  protected abstract readonly kind: Kind;
  constructor(private readonly database: Database) {
    super();
  }

  async batch(twinningIds: readonly string[], viewer: Actor): Promise<Row[][]> {
    const rows = await read<Row>(this.database, this.kind, 'twinning_id', twinningIds, viewer);
    return groupedByKey(twinningIds, rows, (row) => row.twinningId);
  }
}

@Injectable()
export class MilestoneLoader extends RecordLoader<Milestone> {
  protected readonly kind = milestones;
  constructor(database: Database) {
    super(database);
  }
}

@Injectable()
export class ExchangeLoader extends RecordLoader<Exchange> {
  protected readonly kind = exchanges;
  constructor(database: Database) {
    super(database);
  }
}

@Injectable()
export class EvaluationLoader extends RecordLoader<Evaluation> {
  protected readonly kind = evaluations;
  constructor(database: Database) {
    super(database);
  }
}

@Injectable()
export class MilestonesOfTwinningLoader extends RecordsOfTwinningLoader<Milestone> {
  protected readonly kind = milestones;
  constructor(database: Database) {
    super(database);
  }
}

@Injectable()
export class ExchangesOfTwinningLoader extends RecordsOfTwinningLoader<Exchange> {
  protected readonly kind = exchanges;
  constructor(database: Database) {
    super(database);
  }
}

@Injectable()
export class EvaluationsOfTwinningLoader extends RecordsOfTwinningLoader<Evaluation> {
  protected readonly kind = evaluations;
  constructor(database: Database) {
    super(database);
  }
}
