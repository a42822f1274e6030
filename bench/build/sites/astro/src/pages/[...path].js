import {siteFiles} from '../../../../dist/print.js'
import {roles} from '../roles.js'

export const getStaticPaths = () => siteFiles(roles).map(({path, text}) => ({params: {path}, props: {text}}))

export const GET = ({props}) => new Response(props.text)
