import type {PluginOptions, SchemaTypeDefinition, WorkspaceOptions} from 'sanity'
import type {DocumentLocationResolver, DocumentResolver} from 'sanity/presentation'
import type {DefaultDocumentNodeResolver, StructureResolver} from 'sanity/structure'
import {embeddedLake as settings} from './embedded-lake.ts'
import {rolePagesAt} from './presentation.ts'
import {roleprintPlugin} from './roleprint-studio.ts'
import {schemaTypes as types} from './schema/schema-types.ts'
import {defaultDocumentNode as views} from './structure/document-views.ts'
import {structure as lists} from './structure/structure.ts'

/** What of the plugin is taken. */
export interface RoleprintStudioOptions {
  /**
   * Whether to add the tool “Roles”. Default `true`. Say `false` to put `structure` and `defaultDocumentNode` into a
   * structure tool of your own.
   */
  tool?: boolean
}

/** All of roleprint for an existing Studio: `plugins: [roleprintStudio()]`. */
export const roleprintStudio = ({tool = true}: RoleprintStudioOptions = {}): PluginOptions => roleprintPlugin({tool})

/** Every document type, with its checks. Only needed where the plugin is not used. */
export const schemaTypes: SchemaTypeDefinition[] = types

/** Roles, the library they share, people and settings. */
export const structure: StructureResolver = lists

/** The views beside the form: page, job description, changes, used by. */
export const defaultDocumentNode: DefaultDocumentNodeResolver = views

/** Which pages show a document, and which document a page shows. */
export interface PresentationResolve {
  locations: DocumentLocationResolver
  mainDocuments: DocumentResolver[]
}

/** For Presentation with the preview of roleprint: `presentationTool({resolve, previewUrl})`. */
export const resolve: PresentationResolve = rolePagesAt('/roles', {hasOutputs: true})

/** The same for a site of your own that has the page of each role at `<rolesPath>/<slug>`. */
export const resolveAt = (rolesPath: string): PresentationResolve => rolePagesAt(rolesPath, {hasOutputs: false})

/**
 * What a workspace needs to run on an embedded lake that serves it, with no account: `defineConfig({projectId: 'local',
 * dataset: 'production', ...embeddedLake()})`. It spreads the streams over many names, since a browser opens six to each.
 */
export const embeddedLake: () => Partial<WorkspaceOptions> = settings
