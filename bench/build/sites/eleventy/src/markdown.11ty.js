import {jobDescriptionMarkdown} from '../../../dist/print.js'

export const data = {
  pagination: {data: 'roles', size: 1, alias: 'role'},
  permalink: ({role}) => `roles/${role.slug}/jd.md`,
}

export const render = ({role}) => jobDescriptionMarkdown(role)
