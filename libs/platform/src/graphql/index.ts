export { BatchLoader, groupedByKey, inKeyOrder, Loaders } from './batch-loader.js';
export { type Connection, connectionOf, type Edge, PageArgs, PageInfo } from './connection.js';
export { CurrentContext, CurrentLoaders, CurrentLocale, type GraphqlContext } from './context.js';
export { ContextMaker } from './context-maker.js';
export { costFault, limits, parseWithinLimits, validateWithinLimits } from './document-limits.js';
export { shapeError } from './error-shape.js';
export { GraphqlContextModule, GraphqlModule, schemaOptions } from './graphql.module.js';
export { connection, keyset, type KeyColumn, type Keyset, type PageWish } from './keyset.js';
export { NodeInterface, NodeSources } from './node-sources.js';
export { OfViewer, viewerDependent } from './viewer-dependent.js';
export {
  CountryCode,
  Cursor,
  DateTime,
  EmailAddress,
  Html,
  JsonScalar,
  LocalDate,
  Locale,
  Markdown,
  TimeZone,
  Url,
} from './scalars.js';
