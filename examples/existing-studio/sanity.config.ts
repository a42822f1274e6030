import {roleprintStudio} from 'roleprint/studio'
import {defineConfig, defineField, defineType} from 'sanity'
import {structureTool} from 'sanity/structure'

// A Studio that was there before, with documents of its own.
const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  fields: [defineField({name: 'title', title: 'Title', type: 'string'})],
})

export default defineConfig({
  title: 'Company site',
  projectId: 'local', // yours
  dataset: 'production',
  plugins: [structureTool(), roleprintStudio()],
  schema: {types: [article]},
})
