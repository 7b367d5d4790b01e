import {
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  type SelectionSetNode,
  specifiedRules,
  validate,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';

export const limits = {
  tokens: 2_000,
  depth: 14,
  aliases: 30,
  directives: 30,
  rootFields: 20,
  cost: 20_000,
  bodyBytes: 256 * 1024,
} as const;

const tooComplex = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX' } });

/** Parses a document; more tokens than {@link limits} allow are refused before the rest is read. */
export function parseWithinLimits(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('token limit')) {
      throw tooComplex(`A document has ${limits.tokens} tokens at the most. Ask for less at once.`);
    }
    throw error;
  }
}

/** Depth, aliases, directives and root fields of each operation, counted with its fragments spread out. Introspection counts like the rest. */
export const limitRule: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(node) {
    const count = new Count(context);
    count.walk(node.selectionSet, 1, new Set());
    for (const message of count.faults(node.selectionSet)) context.reportError(tooComplex(message));
  },
});

export const validationRules: readonly ValidationRule[] = [...specifiedRules, limitRule];

/** Validates for a door that does not do so itself; at most a handful of errors come back. */
export const validateWithinLimits = (schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] => {
  const tooMuch = validate(schema, document, [limitRule], { maxErrors: 3 });
  return tooMuch.length > 0 ? tooMuch : validate(schema, document, specifiedRules, { maxErrors: 10 });
};

/** What answering would cost at the most: each field one, times the size of the lists it stands in. Null when it may run. */
export function costFault(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown> | undefined,
  operationName?: string | null,
): GraphQLError | null {
  const cost = getComplexity({
    schema,
    query: document,
    variables: variables ?? {},
    ...(operationName ? { operationName } : {}),
    estimators: [estimate],
  });
  if (cost <= limits.cost) return null;
  return tooComplex(
    `This would read up to ${cost} fields; ${limits.cost} are the most. Ask for fewer per page, or less of each.`,
  );
}

function estimate({ args, childComplexity, field }: ComplexityEstimatorArgs): number {
  const asked = Number(args['first'] ?? args['last']);
  const isConnection = String(field.type).endsWith('Connection!');
  const size = Number.isFinite(asked) && asked > 0 ? Math.min(asked, 100) : isConnection ? 20 : 1;
  return 1 + size * childComplexity;
}

class Count {
  private depth = 0;
  private aliases = 0;
  private directives = 0;
  private visited = 0;

  constructor(private readonly context: ValidationContext) {}

  walk(set: SelectionSetNode, depth: number, within: Set<FragmentDefinitionNode>): void {
    if (depth > this.depth) this.depth = depth;
    for (const selection of set.selections) {
      this.visited += 1;
      if (this.visited > limits.tokens * 10 || this.depth > limits.depth) return;
      this.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        if (selection.alias) this.aliases += 1;
        if (selection.selectionSet) this.walk(selection.selectionSet, depth + 1, within);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.walk(selection.selectionSet, depth, within);
      } else {
        const fragment = this.context.getFragment(selection.name.value);
        if (fragment && !within.has(fragment)) this.walk(fragment.selectionSet, depth, new Set([...within, fragment]));
      }
    }
  }

  faults(root: SelectionSetNode): string[] {
    const found: string[] = [];
    const check = (what: string, is: number, most: number) => {
      if (is > most) found.push(`An operation has ${most} ${what} at the most. Ask in several operations.`);
    };
    check('levels', this.depth, limits.depth);
    check('aliases', this.aliases, limits.aliases);
    check('directives', this.directives, limits.directives);
    check('root fields', root.selections.length, limits.rootFields);
    if (this.visited > limits.tokens * 10) found.push('The fragments of this document spread out to too much.');
    return found;
  }
}
