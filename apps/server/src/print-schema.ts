import { DiscoveryService, NestFactory } from '@nestjs/core';
import { GraphQLSchemaFactory, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { DataSource } from 'typeorm';
import { readConfig } from '#platform/config';
import { schemaOptions } from '#platform/graphql';
import { httpAdapter } from '#platform/http';
import { Clock } from '#platform/time';
import { AppModule } from './app.module.js';

/** Prints the API's schema as the committed `schema.graphql` holds it. Wires the house without starting it, so it needs no database. */
const source = new DataSource({ type: 'postgres', url: 'postgres://localhost/none' });
const config = readConfig({ GEMINA_SECRET: 'x'.repeat(32) });
const app = await NestFactory.create(AppModule.of(config, source, new Clock()), httpAdapter(), { logger: false });
const resolvers = app
  .get(DiscoveryService, { strict: false })
  .getProviders()
  .flatMap(({ metatype }) => (metatype && Reflect.hasMetadata(RESOLVER_TYPE_METADATA, metatype) ? [metatype] : []));
const schema = await app.get(GraphQLSchemaFactory, { strict: false }).create(resolvers as never[], schemaOptions);
process.stdout.write(`${printSchema(lexicographicSortSchema(schema))}\n`);
process.exit(0);
