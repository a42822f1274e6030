type Piece = string | {text: string; mark?: string; link?: string}

/** One paragraph of Portable Text. */
export function paragraph(key: string, pieces: readonly Piece[]) {
  const markDefs: {_key: string; _type: 'link'; href: string}[] = []
  const children = pieces.map((piece, place) => {
    const {text, mark = '', link = ''} = typeof piece === 'string' ? {text: piece} : piece
    if (link) markDefs.push({_key: `${key}l${place}`, _type: 'link', href: link})
    return {_key: `${key}s${place}`, _type: 'span', text, marks: [mark, link && `${key}l${place}`].filter(Boolean)}
  })
  return {_key: key, _type: 'block', style: 'normal', markDefs, children}
}
