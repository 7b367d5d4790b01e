import { Extensions } from '@nestjs/graphql';
import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** Put on a field whose answer depends on who asks: `@Field({ …, ...ofViewer })`. Live events with it are made for each person. */
export const ofViewer = { extensions: { ofViewer: true } } as const;

/** The same as a decorator beside `@Field` or `@ResolveField`: Nest keeps no `extensions` that are given to those two themselves. */
export const OfViewer = (): ReturnType<typeof Extensions> => Extensions(ofViewer.extensions);

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
