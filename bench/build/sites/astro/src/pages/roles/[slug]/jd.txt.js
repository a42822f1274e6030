import {jobDescriptionText} from '../../../../../../dist/print.js'
import {rolePaths} from '../../../roles.js'

export const getStaticPaths = rolePaths

export const GET = ({props}) => new Response(jobDescriptionText(props.role))
