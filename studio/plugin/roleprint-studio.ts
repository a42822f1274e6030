import {type DocumentActionComponent, definePlugin, type PluginOptions} from 'sanity'
import {structureTool} from 'sanity/structure'
import {CopyJobDescription} from './actions/copy-job-description.tsx'
import {Duplicate} from './actions/duplicate.tsx'
import {OpenPage} from './actions/open-page.tsx'
import {PublishWithUsed, publishing} from './actions/publish-with-used.tsx'
import {schemaTypes} from './schema/schema-types.ts'
import {defaultDocumentNode} from './structure/document-views.ts'
import {structure} from './structure/structure.ts'

const singleton = 'siteSettings'
const ofSingletons = ['publish', 'discardChanges', 'restore']

/** Ours stand where an editor looks for them, in place of Sanity's own or after it. */
const withOwn = (actions: DocumentActionComponent[]): DocumentActionComponent[] =>
  actions.flatMap((action) => {
    if (action.action === 'publish') return [publishing(action), PublishWithUsed, OpenPage, CopyJobDescription]
    return action.action === 'duplicate' ? [Duplicate] : [action]
  })

export const roleprintPlugin: (options: {tool: boolean}) => PluginOptions = definePlugin<{tool: boolean}>(({tool}) => ({
  name: 'roleprint',
  plugins: tool ? [structureTool({name: 'roles', title: 'Roles', structure, defaultDocumentNode})] : [],
  schema: {
    types: schemaTypes,
    templates: (templates) => templates.filter(({schemaType}) => schemaType !== singleton),
  },
  document: {
    actions: (actions, {schemaType}) => {
      if (schemaType === 'role') return withOwn(actions)
      if (schemaType === singleton) return actions.filter(({action}) => action && ofSingletons.includes(action))
      return actions
    },
    newDocumentOptions: (options) => options.filter(({templateId}) => templateId !== singleton),
  },
}))
