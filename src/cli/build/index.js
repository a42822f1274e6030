// Optional: without it the index is the whole list, and the search stays hidden. All words come from the page.
{
  const form = document.querySelector('.roles-search')
  const count = document.querySelector('.roles-count')
  const none = document.querySelector('.roles-none')

  // Letters that are no base letter with an accent, however much they look it.
  const spelled = {ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i'}
  const folded = (text) =>
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[ßæœøđðłþı]/g, (letter) => spelled[letter])

  const textOf = (card, name) => card.querySelector(name)?.textContent ?? ''

  const start = () => {
    const fields = [...form.elements].filter(({name}) => name)
    const numbers = new Intl.NumberFormat(document.documentElement.lang)
    const everything = count.textContent
    const roles = [...document.querySelectorAll('.roles-card')].map((card) => ({
      card,
      text: folded(`${textOf(card, '.roles-title')} ${textOf(card, '.roles-skills')} ${textOf(card, '.roles-levels')}`),
      levels: card.dataset.levels.split(' '),
      language: card.dataset.language,
    }))

    const show = () => {
      const {q, level = '', language = ''} = Object.fromEntries(fields.map(({name, value}) => [name, value]))
      const words = folded(q).split(/\s+/)
      let found = 0
      for (const role of roles) {
        const fits =
          (level === '' || role.levels.includes(level)) &&
          (language === '' || role.language === language) &&
          words.every((word) => role.text.includes(word))
        if (fits) found += 1
        if (role.card.hidden === fits) role.card.hidden = !fits
      }
      none.hidden = found > 0
      const said = found === roles.length ? everything : count.dataset.found.replace('{found}', numbers.format(found))
      // What is said again is read out again.
      if (count.textContent !== said) count.textContent = said
    }

    // Shown after the letter is, however many roles there are.
    let isWaiting = false
    const showSoon = () => {
      if (isWaiting) return
      isWaiting = true
      requestAnimationFrame(() =>
        setTimeout(() => {
          isWaiting = false
          show()
        }),
      )
    }

    // The address has what is searched for, so that it can be sent to somebody. Words that are typed in one go are one
    // step back, and so is each choice.
    let isStep = true
    let timer
    const keep = () => {
      clearTimeout(timer)
      const address = new URL(location.href)
      for (const {name, value} of fields) {
        if (value.trim() === '') address.searchParams.delete(name)
        else address.searchParams.set(name, value)
      }
      if (address.href === location.href) return
      try {
        history[isStep ? 'pushState' : 'replaceState'](null, '', address)
        isStep = false
      } catch {
        // A browser that has had too many addresses, or has none for a file: the search works all the same.
      }
    }
    const keepStep = () => {
      keep()
      isStep = true
    }

    const read = () => {
      clearTimeout(timer)
      const asked = new URL(location.href).searchParams
      for (const field of fields) {
        field.value = asked.get(field.name) ?? ''
        if (field.value === '') field.value = ''
      }
      isStep = true
      show()
    }

    form.addEventListener('input', () => {
      showSoon()
      clearTimeout(timer)
      timer = setTimeout(keep, 300)
    })
    // Also when the field is left, so before a role is opened.
    form.addEventListener('change', keepStep)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      keepStep()
    })
    none.querySelector('button').addEventListener('click', () => {
      for (const field of fields) field.value = ''
      keepStep()
      show()
      form.elements.q.focus()
    })
    addEventListener('popstate', read)

    form.hidden = false
    read()
  }

  if (form) start()
}
