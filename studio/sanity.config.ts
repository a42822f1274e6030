import {defineConfig} from 'sanity'
import {embedded} from './embedded.ts'
import {roleprintStudio} from './plugin/index.ts'
import {dataset, isEmbedded, projectId} from './project.ts'

export default defineConfig({
  name: 'roleprint',
  title: 'roleprint',
  projectId,
  dataset,
  plugins: [roleprintStudio()],
  ...(isEmbedded && embedded()),
})
