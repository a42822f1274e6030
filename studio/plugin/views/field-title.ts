import type {SchemaType} from 'sanity'

/** The title an editor knows a field by, from a path such as `levels[2].minYears`. */
export function fieldTitle(schemaType: SchemaType, path: string): string {
  const [name = '', place] = path.split(/[.[\]]+/)
  const field = 'fields' in schemaType ? schemaType.fields.find((one) => one.name === name) : undefined
  const title = field?.type.title ?? name
  return place !== undefined && /^\d+$/.test(place) ? `${title}, number ${Number(place) + 1}` : title
}
