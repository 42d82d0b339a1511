/**
 * The layout of Nghị định 30/2020/NĐ-CP, Phụ lục I, in Typst. A `Manuscript` comes in as JSON, so that its texts are values and never
 * markup: nothing that somebody typed can be read as code.
 */
export const PAPER_LAYOUT = String.raw`
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.author)
#set text(font: "Tinos", size: 14pt, lang: "vi", region: "VN", hyphenate: false, overhang: false)
#set text(top-edge: "ascender", bottom-edge: "descender")
#set par(justify: true, leading: 0.28em, spacing: 9pt, first-line-indent: (amount: 12.7mm, all: true))

// The number of a document stays on one line: 05/QĐ-MNGA.
#show regex("\d+/[\p{L}\d][\p{L}\d/-]{0,20}"): it => box(text(bottom-edge: "baseline", it))

#let plain = body => { set par(justify: false, first-line-indent: 0pt, spacing: 2pt, leading: 0.2em); body }
// Line ends, and the places where a long word may break. Left in the text, these would be copied with it.
#let lines = string => string.split("\n").map(line => line.split("\u{200b}").join(box())).join(linebreak())
#let piece = p => {
  let it = lines(p.text)
  if p.bold { it = strong(it) }
  if p.italic { it = emph(it) }
  it
}
#let pieces = list => list.map(piece).join()
#let rule = length => block(above: 5pt, below: 0pt, width: 100%, align(center, line(length: length, stroke: 0.6pt)))

#let letterhead = h => plain({
  set align(center)
  grid(
    columns: (72mm, 1fr), row-gutter: 7pt,
    {
      set text(size: 12pt)
      if h.superior != none { lines(h.superior); linebreak() }
      strong(lines(h.issuer))
      rule(h.issuerRule * 12pt)
    },
    {
      strong(text(size: 12pt, h.nation))
      linebreak()
      strong(text(size: 13pt, h.motto))
      rule(h.mottoRule * 13pt)
    },
    {
      text(size: 13pt, lines(h.number))
      if h.about != none { block(above: 6pt, inset: (x: 1mm), text(size: 12pt, lines(h.about))) }
    },
    emph(text(size: 13pt, lines(h.place))),
  )
  v(8pt)
})

#let centred = ("title", "annex", "chapter")
#let head = f => {
  let middle = centred.contains(f.look)
  let above = if f.look == "title" { 14pt } else if f.look == "chapter" { 12pt } else { 8pt }
  show heading: it => block(above: above, below: if middle { 6pt } else { 8pt }, width: 100%, sticky: true, {
    set text(size: 14pt, weight: if f.look == "heading3" { "regular" } else { "bold" })
    if middle { plain(align(center, it.body)) } else { h(12.7mm); it.body }
  })
  // Bookmarks leave line ends out: the space keeps the words apart.
  heading(level: f.level, f.lines.map(lines).join([ ] + linebreak()))
}

#let words = f => {
  let body = pieces(f.pieces)
  if body == none { v(14pt); return }
  let side = (left: left, right: right, center: center).at(f.align, default: none)
  let it = if side == none { par(body) } else { align(side, par(justify: false, first-line-indent: 0pt, body)) }
  let gaps = (power: (above: 12pt, below: 12pt), attached: (above: 5pt, below: 12pt)).at(f.look, default: (above: 9pt, below: 9pt))
  block(..gaps, width: 100%, sticky: f.keep, it)
}

#let addressees = names => block(above: 14pt, below: 14pt, width: 100%, plain(
  if names.len() == 1 { align(center, [Kính gửi: #lines(names.first())]) }
  else { pad(left: 22mm, grid(columns: 2, column-gutter: 2mm, [Kính gửi:], names.map(lines).join(linebreak()))) }
))

#let sheet = t => {
  set text(size: 12pt)
  set par(justify: false, first-line-indent: 0pt, leading: 0.22em, spacing: 4pt)
  let cells = rows => rows.flatten().map(c => table.cell(
    colspan: c.columns,
    rowspan: c.rows,
    align: horizon + (left: left, right: right, center: center).at(c.align),
    breakable: not c.whole,
    pieces(c.pieces),
  ))
  let parts = if t.head.len() > 0 { (table.header(repeat: t.repeat, ..cells(t.head)),) } else { () }
  block(above: 8pt, below: 8pt, table(
    columns: t.widths.map(w => w * 1mm), inset: (x: 1.5mm, y: 1.2mm), stroke: 0.5pt,
    ..parts, ..cells(t.rows),
  ))
}

#let images = f => for row in f.rows {
  block(above: 8pt, below: 8pt, width: 100%, breakable: false, grid(
    columns: (1fr, 1fr), column-gutter: 5mm,
    ..row.map(p => align(center + top, plain({
      image("/" + str(p.photograph) + ".jpg", format: "jpg", width: p.wide * 1mm, height: p.high * 1mm, alt: p.alt)
      block(above: 3pt, text(size: 12pt, lines(p.caption)))
    }))),
  ))
}

#let qr = f => block(above: 8pt, below: 8pt, width: 100%, breakable: false, grid(
  columns: (32mm, 1fr), column-gutter: 3mm, align: horizon,
  image(bytes(f.svg), format: "svg", width: 32mm, alt: "Mã QR: " + f.url),
  plain({ set text(size: 12pt); f.lines.map(pieces).join(linebreak()) }),
))

#let signed = s => align(center, plain({
  strong(s.capacity.map(lines).join(linebreak()))
  if s.note != none { linebreak(); emph(text(size: 13pt, lines(s.note))) }
  v(24mm)
  strong(lines(s.name))
}))

#let receivers = list => plain({
  set text(size: 11pt)
  set par(spacing: 1pt)
  if list.len() > 0 { strong(emph(text(size: 12pt)[Nơi nhận:])); linebreak(); list.map(lines).join(linebreak()) }
})

#let closing = p => {
  if p.signatures.len() + p.recipients.len() == 0 { return }
  let one = p.signatures.len() < 2
  block(above: 16pt, width: 100%, breakable: false, grid(
    columns: (1fr, 1fr), column-gutter: 4mm, row-gutter: 6mm,
    ..if one { (receivers(p.recipients),) },
    ..p.signatures.map(signed),
  ))
  if not one { receivers(p.recipients) }
}

#let part = (p, more) => {
  set page(
    paper: "a4", flipped: p.landscape, margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm),
    header-ascent: 5mm,
    header: context {
      let number = counter(page).get().first()
      if number > 1 { align(center, text(size: 13pt, str(number))) }
    },
  )
  if p.letterhead != none { letterhead(p.letterhead) }
  for f in p.flows {
    if f.kind == "heading" { head(f) }
    if f.kind == "text" { words(f) }
    if f.kind == "rule" { rule(f.em * 14pt); v(8pt) }
    if f.kind == "addressees" { addressees(f.names) }
    if f.kind == "table" { sheet(f) }
    if f.kind == "images" { images(f) }
    if f.kind == "qr" { qr(f) }
    if f.kind == "break" { pagebreak(weak: true) }
  }
  closing(p)
  // Counted up when the page turns: the next part begins at 1.
  if more { counter(page).update(0) }
}

#for (at, p) in data.parts.enumerate() { part(p, at < data.parts.len() - 1) }
`;
