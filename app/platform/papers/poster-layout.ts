/**
 * A poster for the wall, in Typst. A4 is A3 made smaller, line for line. Marks are drawn and differ in shape, so that a grey print says
 * the same; texts come in as JSON and are never markup.
 */
export const POSTER_LAYOUT = `
#let data = json(bytes(sys.inputs.data))
#let u = if data.size == "A3" { 1mm } else { 0.7071mm }
#let pt = if data.size == "A3" { 1pt } else { 0.7071pt }
#let body = data.text * pt
#let (teal, green, red, pale-green, pale-red) = ("#09605b", "#1a6834", "#9f1f18", "#eaf5ec", "#fdeeec").map(rgb)

#set document(title: data.title + " – " + data.school, author: data.school)
#set text(font: "Be Vietnam Pro", size: body, lang: "vi", region: "VN", hyphenate: false, fill: rgb("#1b1b1b"), overhang: false)
#set text(top-edge: "ascender", bottom-edge: "descender")
#set par(leading: 0.05em, spacing: 0.3em)

// The places where a long word may break. Left in the text, these would be copied with it.
#let line-of = string => string.split("\\u{200b}").join(box())
#let mark = (d, ground, ..strokes) => box(width: d, height: d, {
  place(ground)
  for points in strokes.pos() {
    let (first, ..rest) = points
    place(curve(
      stroke: (paint: white, thickness: d * 0.13, cap: "round", join: "round"),
      curve.move(first.map(p => p * d)), ..rest.map(p => curve.line(p.map(q => q * d))),
    ))
  }
})
#let tick = d => mark(d, circle(radius: d / 2, fill: green), ((0.27, 0.53), (0.44, 0.70), (0.74, 0.33)))
#let cross = d => mark(d, rect(width: d, height: d, radius: d * 0.16, fill: red),
  ((0.30, 0.30), (0.70, 0.70)), ((0.70, 0.30), (0.30, 0.70)))

// A cell of the grid: both are as high as the higher one.
#let panel = (sign, word, colour, pale, items) => if items.len() == 0 { [] } else { grid.cell(
  fill: pale, inset: (x: 3 * u, y: 2.4 * u), stroke: (left: 2 * u + colour),
  grid(columns: (20 * u, 1fr), column-gutter: 2 * u, align: (center, left),
    { sign(11 * u); block(above: 1 * u, text(size: 14 * pt, weight: "bold", fill: colour, word)) },
    items.map(item => block(above: 0pt, below: 0.34em, line-of(item))).join(),
  ),
) }

#show heading: set block(above: 0pt, below: 1.6 * u, sticky: true)
#show heading: set text(weight: "bold")
#let group = g => block(breakable: false, width: 100%, above: 0pt, below: 0pt, {
  heading(level: 2, text(size: body * 1.12, fill: teal, line-of(g.name)))
  grid(
    columns: (1fr, 1fr), column-gutter: 6 * u,
    panel(tick, "NÊN", green, pale-green, g.should), panel(cross, "KHÔNG", red, pale-red, g.never),
  )
})

#let phone = block(fill: white, stroke: 1.2 * u + red, radius: 3 * u, inset: (x: 5 * u, y: 2.5 * u), align(center, {
  text(size: 13 * pt, weight: "semibold", fill: red, [Thấy trẻ bị bạo lực, xâm hại:])
  linebreak()
  text(size: 40 * pt, weight: "bold", fill: red, [Gọi 111])
  linebreak()
  text(size: 13 * pt, weight: "semibold", fill: red, [Công an · UBND xã])
}))

#let foot = {
  line(length: 100%, stroke: 0.5 * u + teal)
  v(3 * u, weak: true)
  grid(columns: (36 * u, 1fr, auto), column-gutter: 6 * u, align: horizon,
    image(bytes(data.qr), format: "svg", width: 36 * u, alt: "Mã QR: " + data.url),
    {
      set par(spacing: 1.4 * u)
      text(size: 15 * pt, weight: "bold", fill: teal, [Quét mã để đọc toàn văn])
      linebreak()
      text(size: 12 * pt, line-of(data.url))
      parbreak()
      text(size: 15 * pt, { text(weight: "bold", fill: teal, [Phản ánh, góp ý: ]); line-of(data.feedback) })
      parbreak()
      text(size: 11 * pt, line-of(data.decision))
    },
    phone,
  )
}

#set page(
  paper: lower(data.size), margin: (x: 14 * u, top: 12 * u, bottom: 64 * u),
  footer: foot, footer-descent: 4 * u,
)

#block(width: 100%, fill: teal, radius: 3 * u, inset: (x: 8 * u, y: 3.5 * u), below: 5 * u, align(center, {
  set text(fill: white)
  if data.superior != none { text(size: 15 * pt, line-of(data.superior)); linebreak() }
  text(size: 24 * pt, weight: "semibold", line-of(data.school))
  block(above: 1 * u, below: 0pt, heading(level: 1, text(size: 46 * pt, weight: "bold", line-of(data.title))))
  if data.motto != none { block(above: 1.5 * u, below: 0pt, text(size: 20 * pt, weight: "semibold", line-of(data.motto))) }
}))

#for (at, g) in data.groups.enumerate() {
  if at > 0 { v(4 * u, weak: true) ; v(1fr) }
  group(g)
}
`;
