import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {projectId: process.env.SANITY_STUDIO_PROJECT_ID || 'local', dataset: 'production'},
  deployment: {autoUpdates: false},
})
