import {defineCliConfig} from 'sanity/cli'
import {dataset, projectId} from './project.ts'

export default defineCliConfig({
  api: {projectId, dataset},
  deployment: {autoUpdates: false},
  typegen: {path: '../src/queries/*.ts', schema: 'schema.json', generates: 'query.types.ts'},
})
