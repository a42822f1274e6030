// Optional: without it the index is the whole list, and the search stays hidden. All words come from the page.
{
  const search = document.querySelector('.roles-search')
  const count = document.querySelector('.roles-count')
  const none = document.querySelector('.roles-none')

  const shownAtOnce = 120

  // Letters that are no base letter with an accent, however much they look it, and those that keyboards have two of.
  const spelled = {
    ...{ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ς: 'σ'},
    ...{ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه'},
  }
  const letters = new RegExp(`[${Object.keys(spelled).join('')}]`, 'g')
  // Accents, and the signs for vowels of Arabic and Hebrew. Elsewhere a mark is a letter: without it, another word would
  // stand there, as without the voicing of kana.
  const accents = /(?!\u3099|\u309a)(?=\p{Mn})[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}]/gu
  const folded = (text) =>
    text
      // First, since the accent of an apostrophe's stead would leave a gap.
      .replace(/[\u0060\u00b4\u02b9\u02bc\u02c8\u2018-\u201b\u2032\u05f3\uff07]/g, "'")
      .normalize('NFKD')
      .replace(/[\p{Default_Ignorable_Code_Point}\u0640]/gu, '')
      .replace(accents, '')
      .replace(/[\p{Pd}\u2212]/gu, '-')
      .toLowerCase()
      .replace(letters, (letter) => spelled[letter])

  // What stands between words is the same in what is asked and in what is found.
  const wordsIn = (text) =>
    folded(text)
      .split(/[\s,;/()·،؛、。「」«»"„“”]+/)
      .filter(Boolean)

  // Each word with a space before it, and a word with hyphens also in one piece.
  const searchable = (text) => {
    const words = ` ${wordsIn(text).join(' ')}`
    return words.includes('-') ? `${words} ${words.replaceAll('-', '')}` : words
  }
  // Two letters are in the middle of many words: they are looked for where one begins.
  const holds = (text, word) => text.includes(word.length < 3 ? ` ${word}` : word)

  const textOf = (card, name) => card.querySelector(name)?.textContent ?? ''

  const start = () => {
    const list = document.querySelector('.roles-list')
    const more = document.querySelector('.roles-more')
    const fields = [...search.querySelectorAll('.roles-input')]
    const numbers = new Intl.NumberFormat(document.documentElement.lang)
    const everything = count.textContent

    // Read once, and not before somebody is about to search: there may be ten thousand.
    let roles
    const allRoles = () => {
      roles ??= [...list.children].map((card) => ({
        card,
        title: searchable(textOf(card, '.roles-title')),
        rest: searchable(
          `${textOf(card, '.roles-skills')} ${textOf(card, '.roles-levels')} ${card.dataset.also ?? ''}`,
        ),
        levels: card.dataset.levels.split(' '),
        language: card.dataset.language,
      }))
      return roles
    }

    const fitting = () => {
      const {q, level, language} = Object.fromEntries(fields.map(({name, value}) => [name, value]))
      const words = wordsIn(q)
      if (words.length === 0 && !level && !language) return null
      const found = allRoles().filter(
        (role) =>
          (!level || role.levels.includes(level)) &&
          (!language || role.language === language) &&
          words.every((word) => holds(role.title, word) || holds(role.rest, word)),
      )
      // First what is called so, then what asks for it.
      const isCalled = ({title}) => words.every((word) => holds(title, word))
      return [...found.filter(isCalled), ...found.filter((role) => !isCalled(role))]
    }

    // The page comes with the whole list. Once it has been searched, cards are laid out as far as they are looked at.
    let waiting = []
    const showMore = () => {
      list.append(...waiting.splice(0, shownAtOnce).map(({card}) => card))
      more.hidden = waiting.length === 0
    }
    const show = () => {
      const found = fitting()
      if (found === null && roles === undefined) return
      waiting = [...(found ?? allRoles())]
      none.hidden = waiting.length > 0
      const said = found === null ? everything : count.dataset.found.replace('{found}', numbers.format(found.length))
      // What is said again is read out again.
      if (count.textContent !== said) count.textContent = said
      list.classList.toggle('roles-list-found', found !== null)
      list.replaceChildren()
      showMore()
    }
    more.querySelector('button').addEventListener('click', () => {
      const last = list.lastElementChild
      showMore()
      last.nextElementSibling?.querySelector('a').focus()
    })
    new IntersectionObserver((entries) => entries.some(({isIntersecting}) => isIntersecting) && showMore(), {
      rootMargin: '0px 0px 100%',
    }).observe(more)
    // On paper is all that fits.
    addEventListener('beforeprint', () => {
      while (waiting.length > 0) showMore()
    })

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
        // A choice that is none would leave the field blank.
        if (field.selectedIndex === -1) field.value = ''
      }
      isStep = true
      show()
    }

    search.addEventListener('focusin', allRoles, {once: true})
    search.addEventListener('input', () => {
      showSoon()
      clearTimeout(timer)
      timer = setTimeout(keep, 300)
    })
    // Also when the field is left, so before a role is opened.
    search.addEventListener('change', ({target}) => {
      if (target !== fields[0]) isStep = true
      keepStep()
    })
    // The keyboard of a phone covers what has been found.
    search.addEventListener('keydown', ({key, target}) => {
      if (key === 'Enter' && matchMedia('(pointer: coarse)').matches) target.blur()
    })
    none.querySelector('button').addEventListener('click', () => {
      for (const field of fields) field.value = ''
      keepStep()
      show()
      fields[0].focus()
    })
    addEventListener('popstate', read)

    search.hidden = false
    read()

    // A list that is replaced while it is open is searched anew.
    document.addEventListener('roleprint:replaced', () => {
      search.hidden = false
      roles = undefined
      if (fitting() !== null) show()
    })
  }

  if (search) start()
}
