import {describe, expect, it} from 'vitest'
import {jobDescription, rolePage, toHTML} from '../../src/index.ts'
import {fullRole} from '../arbitrary/full-role.ts'
import {skeletonOfHTML} from '../read-back/html.ts'

const page = rolePage(fullRole((plain) => plain))
const tools = page.sections.find(({name}) => name === 'tools')
if (!tools) throw new Error('the role has tools')

describe('one section', () => {
  it('is printed by itself, for a site of its own layout', () => {
    expect(toHTML(tools)).toBe(
      '<section id="tools"><h2>Tools and technology</h2><ul><li>Airflow / Dagster</li></ul></section>',
    )
  })

  it('is printed block by block too', () => {
    expect(toHTML({kind: 'tags', tags: ['Airflow']})).toBe('<ul><li>Airflow</li></ul>')
  })
})

describe('components', () => {
  it('replace one kind of block', () => {
    const html = toHTML(tools, {
      components: {blocks: {tags: ({tags}, print) => `<p>${print.escape(tags.join(' & '))}</p>`}},
    })
    expect(html).toBe('<section id="tools"><h2>Tools and technology</h2><p>Airflow / Dagster</p></section>')
  })

  it('replace one section and print its blocks as usual', () => {
    const html = toHTML(page, {
      components: {sections: {tools: ({blocks}, print) => `<aside>${print.blocks(blocks)}</aside>`}},
    })
    expect(html).toContain('<aside><ul><li>Airflow / Dagster</li></ul></aside>')
    expect(html).toContain('<section id="responsibilities">')
  })

  it('replace every section, and the page', () => {
    const html = toHTML(page, {
      components: {page: ({sections}, print) => sections.map(print.section).join(''), section: ({name}) => `[${name}]`},
    })
    expect(html).toBe(page.sections.map(({name}) => `[${name}]`).join(''))
  })
})

describe('headings', () => {
  it('begin where they are told to', () => {
    expect(toHTML(tools, {headingLevel: 3})).toContain('<h4>Tools and technology</h4>')
    expect(toHTML(page, {headingLevel: 2})).toMatch(/<h2>.*<h3>.*<h4>/s)
  })

  it.each([
    [0, 'h2'],
    [-5, 'h2'],
    [7, 'h6'],
    [Number.NaN, 'h2'],
    ['1"><x' as unknown as number, 'h2'],
  ])('stay headings for %s', (headingLevel, tag) => {
    expect(toHTML(tools, {headingLevel})).toContain(`<${tag}>Tools and technology</${tag}>`)
  })
})

describe('ids and classes', () => {
  it('carry a prefix and the names they are given', () => {
    const html = toHTML(tools, {idPrefix: 'role-', classes: {section: 'card md:w-1/2', tags: 'p-[2px]', heading: 'h'}})
    expect(html).toBe(
      '<section id="role-tools" class="card md:w-1/2"><h2 class="h">Tools and technology</h2><ul class="p-[2px]"><li>Airflow / Dagster</li></ul></section>',
    )
  })

  it.each([
    ['card" onclick="alert(1)', '__proto__'],
    ['x><script>', 'a"b c'],
    ['{}', '"><x'],
    ['constructor', '1'],
    [5 as unknown as string, {} as unknown as string],
  ])('cannot break out: %j', (name, idPrefix) => {
    const html = toHTML(page, {classes: {section: name, list: name}, idPrefix})
    const bare = skeletonOfHTML(html).replaceAll(' class', '')
    expect(bare).toBe(skeletonOfHTML(toHTML(page)))
    expect(html).not.toMatch(/id="[^A-Za-z]/)
  })
})

describe('the job description', () => {
  it('has nothing but the plainest tags, in every part of it', () => {
    const html = toHTML(jobDescription(fullRole((plain) => plain)))
    const tags = new Set(html.match(/<[a-z][^>]*/g)?.map((tag) => tag.slice(1).split(' ')[0]))
    expect([...tags].every((tag) => ['h1', 'h2', 'p', 'ul', 'li', 'strong', 'em', 'a'].includes(tag ?? ''))).toBe(true)
    expect(html).not.toMatch(/ (?:id|class|style)=/)
  })
})
