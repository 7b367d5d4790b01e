import { Extensions } from '@nestjs/graphql';
import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * Beside `@Field` or `@ResolveField` of a field whose answer depends on who asks: live events with it are made for each
 * person. A decorator of its own, because Nest drops `extensions` that are given to those two.
 */
export const OfViewer = (): ReturnType<typeof Extensions> => Extensions({ ofViewer: true });

/** Whether a document asks for anything that differs between two people who may see the same. */
export function viewerDependent(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        if (types.getFieldDef()?.extensions['ofViewer']) found = true;
      },
    }),
  );
  return found;
}
