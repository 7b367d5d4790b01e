import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { type ApolloServerPlugin } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { type BuildSchemaOptions, GraphQLModule as NestGraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { PinoLogger } from 'nestjs-pino';
import { Config } from '#platform/config';
import { ContextMaker } from './context-maker.js';
import { costFault, limits, validationRules } from './document-limits.js';
import { shapeError } from './error-shape.js';
import { inputValidation, SoundTextPipe } from './input.pipe.js';
import { NodeSources } from './node-sources.js';
import { NodeResolver } from './node.resolver.js';
import { DateTime } from './scalars.js';

const costPlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, request }) => {
        const fault = costFault(schema, document, request.variables ?? undefined, request.operationName);
        if (fault) throw fault;
        return Promise.resolve();
      },
    }),
};

/** How TypeScript types become GraphQL's where a field does not say. */
export const schemaOptions: BuildSchemaOptions = {
  scalarsMap: [{ type: Date, scalar: DateTime }],
};

const driverConfig = (
  config: Config,
  contexts: ContextMaker,
  logger: PinoLogger,
): Omit<ApolloDriverConfig, 'driver'> => ({
  path: '/graphql',
  autoSchemaFile: true,
  sortSchema: true,
  buildSchemaOptions: schemaOptions,
  context: (request: FastifyRequest, reply: FastifyReply) => contexts.ofRequest(request, reply),
  parseOptions: { maxTokens: limits.tokens },
  validationRules: validationRules.slice(-1),
  plugins: [ApolloServerPluginCacheControlDisabled(), costPlugin],
  csrfPrevention: true,
  persistedQueries: false,
  allowBatchedHttpRequests: false,
  stopOnTerminationSignals: false,
  includeStacktraceInErrorResponses: false,
  introspection: true,
  playground: false,
  graphiql: false,
  formatError: (formatted: GraphQLFormattedError, error: unknown) =>
    shapeError(formatted, error, (cause, reference) => logger.error({ err: cause, reference }, 'a request failed')),
});

/** GraphQL over HTTP: Apollo with the limits, errors and context that the WebSocket door has too. */
@Global()
@Module({})
export class GraphqlModule {
  static forRoot(): DynamicModule {
    return {
      module: GraphqlModule,
      imports: [
        NestGraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [GraphqlContextModule],
          inject: [Config, ContextMaker, PinoLogger],
          useFactory: driverConfig,
        }),
      ],
      providers: [
        NodeSources,
        NodeResolver,
        { provide: APP_PIPE, useClass: SoundTextPipe },
        { provide: APP_PIPE, useFactory: inputValidation },
      ],
      exports: [NestGraphQLModule, NodeSources],
    };
  }
}

/** Apart, so that the driver's own module can be given the maker of contexts. */
@Global()
@Module({ providers: [ContextMaker], exports: [ContextMaker] })
export class GraphqlContextModule {}
