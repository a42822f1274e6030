import {defineConfig} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {embeddedLake, resolve, roleprintStudio} from './plugin/index.ts'
import {hasPreview, previewUrl} from './preview-url.ts'
import {dataset, isEmbedded, projectId} from './project.ts'

export default defineConfig({
  name: 'roleprint',
  title: 'roleprint',
  projectId,
  dataset,
  plugins: [roleprintStudio(), ...(hasPreview ? [presentationTool({resolve, previewUrl})] : [])],
  ...(isEmbedded && embeddedLake()),
})
