import type {Listed} from './catalog.ts'
import type {BuildContent} from './content.ts'
import {readLocalDocuments} from './local-documents.ts'
import {LocalRoles} from './local-roles.ts'
import type {Manifest} from './manifest.ts'
import {program} from './program.ts'

/** What files hold. Lines that an earlier build of this program has seen are known by their hash. Throws `FileError` or `NdjsonError`. */
export async function localContent(path: string, earlier: Manifest | null): Promise<BuildContent> {
  const known = new Map(
    [...(earlier?.program === program ? earlier.documents.values() : [])].map((listed): [string, Listed] => [
      listed.rev,
      listed,
    ]),
  )
  const {catalog, close, ...documents} = await readLocalDocuments(path, known)
  try {
    return {catalog, settings: await new LocalRoles(documents).settings(), roles: documents, close}
  } catch (error) {
    close()
    throw error
  }
}
