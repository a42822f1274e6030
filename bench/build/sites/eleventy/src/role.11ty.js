import {roleDocument} from '../../../dist/print.js'

export const data = {
  pagination: {data: 'roles', size: 1, alias: 'role'},
  permalink: ({role}) => `roles/${role.slug}/index.html`,
}

export const render = ({role}) => roleDocument(role)
