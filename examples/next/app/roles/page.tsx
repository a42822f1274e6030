import {publishedRoles} from '@/sanity/lib/roles'

export default async function Roles() {
  const roles = await publishedRoles()
  return (
    <main className="roleprint-main">
      <h1 className="roleprint-title">Roles</h1>
      <ul className="roleprint-links">
        {roles.map(({slug, title, language}) => (
          <li key={slug}>
            <a href={`/roles/${slug}`} hrefLang={language} lang={language}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}
