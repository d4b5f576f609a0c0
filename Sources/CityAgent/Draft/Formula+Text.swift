extension Formula {
  /// The formula with its numbers put in, for people: `(105.2 − 100)`, `a ÷ b × 100`.
  ///
  /// - Parameter cells: the cells' numbers as they are to be shown.
  public func text(_ cells: [String]) -> String { written(cells, above: 0) }

  /// - Parameter above: how tightly what stands around it binds: a looser formula is put in brackets.
  private func written(_ cells: [String], above: Int) -> String {
    func list(_ parts: [Formula], _ sign: String, _ level: Int) -> String {
      let text = parts.map { $0.written(cells, above: level) }.joined(separator: " \(sign) ")
      return level < above && parts.count > 1 ? "(\(text))" : text
    }
    func call(_ name: String, _ parts: [Formula]) -> String {
      "\(name)(" + parts.map { $0.written(cells, above: 0) }.joined(separator: ", ") + ")"
    }
    switch self {
    case .cell(let number):
      guard cells.indices.contains(number) else { return "?" }
      // a + (-b): two signs in a row read as a slip.
      return above > 0 && cells[number].hasPrefix("-") ? "(\(cells[number]))" : cells[number]
    case .constant(let value):
      return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    case .sum(let parts): return list(parts, "+", 1)
    case .difference(let a, let b):
      let text = "\(a.written(cells, above: 1)) − \(b.written(cells, above: 2))"
      return above > 1 ? "(\(text))" : text
    case .product(let parts): return list(parts, "×", 3)
    case .quotient(let a, let b):
      let text = "\(a.written(cells, above: 3)) ÷ \(b.written(cells, above: 4))"
      return above > 3 ? "(\(text))" : text
    case .power(let a, let b):
      return "\(a.written(cells, above: 5))^\(b.written(cells, above: 5))"
    case .magnitude(let a):
      let isCell = if case .cell = a { true } else { false }
      let text = a.written(cells, above: isCell ? 0 : above)
      return text.hasPrefix("-") ? "|\(text)|" : text
    case .minimum(let parts): return call("min", parts)
    case .maximum(let parts): return call("max", parts)
    case .countBelow(let parts, let bound): return call("count< ", parts + [.constant(bound)])
    case .countAbove(let parts, let bound): return call("count> ", parts + [.constant(bound)])
    case .rank(let one, _): return call("rank", [one])
    case .forecast(let parts, let outlook):
      return "\(outlook.figure.rawValue)(\(parts.count) → +\(outlook.step))"
    }
  }
}
