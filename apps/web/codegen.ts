import type { CodegenConfig } from '@graphql-codegen/cli';

/** Turns the committed schema and the `.graphql` files beside each feature into typed operations; paths start at the repository's root. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'apps/web/src/**/*.graphql',
  generates: {
    'apps/web/src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        strictScalars: true,
        scalars: {
          ID: 'string',
          DateTime: 'string',
          LocalDate: 'string',
          TimeZone: 'string',
          EmailAddress: 'string',
          CountryCode: 'string',
          Locale: 'string',
          URL: 'string',
          Cursor: 'string',
          Markdown: 'string',
          HTML: 'string',
          JSON: 'unknown',
        },
      },
    },
  },
};

export default config;
