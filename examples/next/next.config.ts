import type {NextConfig} from 'next'

const config: NextConfig = {
  // 'use cache', cacheTag and cacheLife
  cacheComponents: true,
  partialPrefetching: true,
  redirects: async () => [{source: '/', destination: '/roles', permanent: false}],
}

export default config
