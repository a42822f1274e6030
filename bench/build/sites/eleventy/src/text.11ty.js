import {jobDescriptionText} from '../../../dist/print.js'

export const data = {
  pagination: {data: 'roles', size: 1, alias: 'role'},
  permalink: ({role}) => `roles/${role.slug}/jd.txt`,
}

export const render = ({role}) => jobDescriptionText(role)
