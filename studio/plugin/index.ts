import type {PluginOptions, SchemaTypeDefinition, Template, WorkspaceOptions} from 'sanity'
import type {DefaultDocumentNodeResolver, StructureResolver} from 'sanity/structure'
import {embeddedLake as settings} from './embedded-lake.ts'
import {roleprintPlugin} from './roleprint-studio.ts'
import {schemaTypes as types} from './schema/schema-types.ts'
import {defaultDocumentNode as views} from './structure/document-views.ts'
import {structure as lists} from './structure/structure.ts'
import {roleFromRole} from './templates.ts'

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

/** Templates for new roles. */
export const templates: Template[] = [roleFromRole]

/**
 * What a workspace needs to run on an embedded lake that serves it, with no account: `defineConfig({projectId: 'local',
 * dataset: 'production', ...embeddedLake()})`. It spreads the streams over many names, since a browser opens six to each.
 */
export const embeddedLake: () => Partial<WorkspaceOptions> = settings
