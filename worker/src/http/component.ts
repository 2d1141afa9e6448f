import { extendZodWithOpenApi, z } from '@hono/zod-openapi'

/**
 * A schema that has a name of its own in the API's description. Zod is taught names by a module that is merely imported, and
 * parts of a bundle may be run before it: here it is taught when it is needed.
 */
export function component<Schema extends z.ZodType>(name: string, schema: Schema): Schema {
  extendZodWithOpenApi(z)
  return schema.openapi(name)
}
