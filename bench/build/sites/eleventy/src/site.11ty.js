import {siteFiles} from '../../../dist/print.js'

export const data = {
  pagination: {data: 'roles', size: 1, alias: 'file', before: (roles) => siteFiles(roles)},
  permalink: ({file}) => file.path,
}

export const render = ({file}) => file.text
