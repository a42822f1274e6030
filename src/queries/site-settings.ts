import {defineQuery} from 'groq'
import * as z from 'zod/mini'
import {type SiteSettings, siteSettingsProjection, siteSettingsShape} from '../model/site-settings.ts'
import {type Query, toQuery} from './query.ts'

export const siteSettingsQuery = defineQuery(
  `*[_type == "siteSettings" && _id == "siteSettings"][0]${siteSettingsProjection}`,
)

/** The site's own address and the path of its roles. The answer is `null` where nobody has written any settings. */
export const siteSettings = (): Query<SiteSettings | null> =>
  toQuery(siteSettingsQuery, {}, z.nullable(siteSettingsShape))
