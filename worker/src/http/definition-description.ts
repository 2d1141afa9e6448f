import { createRoute } from '@hono/zod-openapi'
import type { App } from './app-types.ts'
import {
  DefinitionBody,
  KeyParams,
  ListAnswer,
  MigrationAnswer,
  MigrationBody,
  PublishAnswer,
  PublishQuery,
  RetirementBody,
  VersionQuery,
} from './definition-shapes.ts'
import { DEFINITIONS as PATH } from './definitions.ts'
import { problemResponses } from './openapi.ts'

/** The routes of definitions, for `/openapi.json`. */
export function describeDefinitions(registry: App['openAPIRegistry']): void {
  const json = <T>(schema: T) => ({ content: { 'application/json': { schema } } })
  const body = <T>(schema: T) => ({ body: { ...json(schema), required: true } })
  registry.registerPath(
    createRoute({
      method: 'get',
      path: PATH,
      summary: 'The processes that the firm works by, with the standard ones',
      responses: { 200: { description: 'By key', ...json(ListAnswer) }, ...problemResponses(401, 403) },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'get',
      path: `${PATH}/{key}`,
      summary: 'A version of a process, as it was published',
      request: { params: KeyParams, query: VersionQuery },
      responses: {
        200: { description: 'The definition', ...json(DefinitionBody) },
        ...problemResponses(400, 401, 403, 404),
      },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'post',
      path: PATH,
      summary:
        'Publishes the next version of a process. Idempotency-Key unless `dryRun`; a problem’s `field` is its place',
      request: { query: PublishQuery, ...body(DefinitionBody) },
      responses: {
        200: { description: 'What would be, of a dry run', ...json(PublishAnswer) },
        201: { description: 'Published', ...json(PublishAnswer) },
        ...problemResponses(400, 401, 403, 409, 413, 415, 422),
      },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'post',
      path: `${PATH}/{key}/migration`,
      summary: 'Moves running deals to another version, a page at a time',
      request: { params: KeyParams, ...body(MigrationBody) },
      responses: {
        200: { description: 'What became of each', ...json(MigrationAnswer) },
        ...problemResponses(400, 401, 403, 404, 409, 415, 422),
      },
    }),
  )
  registry.registerPath(
    createRoute({
      method: 'post',
      path: `${PATH}/{key}/retirement`,
      summary: 'Retires a version: nothing new runs by it',
      request: { params: KeyParams, ...body(RetirementBody) },
      responses: {
        200: { description: 'It is retired' },
        ...problemResponses(400, 401, 403, 404, 409, 415, 422),
      },
    }),
  )
}
