import {defineConfig} from 'sanity'
import {embeddedLake, roleprintStudio} from './plugin/index.ts'
import {dataset, isEmbedded, projectId} from './project.ts'

export default defineConfig({
  name: 'roleprint',
  title: 'roleprint',
  projectId,
  dataset,
  plugins: [roleprintStudio()],
  ...(isEmbedded && embeddedLake()),
})
