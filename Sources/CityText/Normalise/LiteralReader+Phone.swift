extension LiteralReader {
  /// 0755-12345, (0755)82918333, +86 755 8291 8333, 82918333-2069, 400-830-0755, 12345, 13800138000.
  mutating func phone(at i: Int) -> Int? {
    guard let (number, end) = internationalPhone(at: i) ?? areaPhone(at: i) ?? barePhone(at: i)
    else { return nil }
    guard !text.isDigit(end), !text.isLetter(end) || text[end] == "e" else { return nil }
    let (suffix, last) = phoneExtension(at: end, of: number)
    add(.phone, number + suffix, i, last)
    return last
  }

  /// The digits from `i` on, in groups of the given lengths with spaces or “-” between.
  private func groups(_ lengths: [Int], at i: Int) -> (digits: String, end: Int)? {
    var at = i
    var digits = ""
    for (k, length) in lengths.enumerated() {
      if k > 0 {
        guard text[at] == "-" || text[at] == " " || text[at] == "\u{2011}" else { return nil }
        at += 1
      }
      guard text.digitsEnd(at) == at + length else { return nil }
      digits += text.string(at, at + length)
      at += length
    }
    return (digits, at)
  }

  /// The number in an area: eight or seven digits, perhaps in two groups, or a short number.
  private func localNumber(at i: Int) -> (digits: String, end: Int)? {
    groups([8], at: i) ?? groups([7], at: i) ?? groups([4, 4], at: i) ?? groups([3, 4], at: i)
      ?? groups([5], at: i)
  }

  /// +86 755 12345, +852 1234 5678.
  private func internationalPhone(at i: Int) -> (String, Int)? {
    guard text[i] == "+" else { return nil }
    for code in ["86", "852", "853", "886"] {
      guard text.digitsEnd(i + 1) == i + 1 + code.utf8.count || code == "86",
        let codeEnd = text.end(of: code, at: i + 1)
      else { continue }
      let at = text[codeEnd] == "-" || text[codeEnd] == " " ? codeEnd + 1 : codeEnd
      if code != "86" {
        return localNumber(at: at).map { ("+" + code + "-" + $0.digits, $0.end) }
      }
      if let mobile = mobile(at: at) { return mobile }
      let digits = text.digitsEnd(at)
      for length in [2, 3, 4] where digits == at + length {
        guard text[digits] == "-" || text[digits] == " ", let local = localNumber(at: digits + 1)
        else { continue }
        let area = text.string(at, digits)
        return ((area.hasPrefix("0") ? "" : "0") + area + "-" + local.digits, local.end)
      }
    }
    return nil
  }

  /// 0755-82918333, (0755)82918333, 075582918333.
  private func areaPhone(at i: Int) -> (String, Int)? {
    let open = text[i] == "("
    let start = open ? i + 1 : i
    guard text[start] == "0" else { return nil }
    let end = text.digitsEnd(start)
    let area = text.string(start, end)
    if !open, end - start == 11 || end - start == 12 {
      let length = text[start + 1] == "1" || text[start + 1] == "2" ? 3 : 4
      return (area.prefix(length) + "-" + area.dropFirst(length), end)
    }
    guard (3...4).contains(end - start), text[start + 1] != "0" else { return nil }
    var at = end
    if open {
      guard text[at] == ")" else { return nil }
      at += 1
    }
    while text[at] == "-" || text[at] == " " || text[at] == "—" || text[at] == "–", at - end < 4 {
      at += 1
    }
    guard at > end, let local = localNumber(at: at) else { return nil }
    return (area + "-" + local.digits, local.end)
  }

  private func barePhone(at i: Int) -> (String, Int)? {
    guard text.isDigit(i) else { return nil }
    let end = text.digitsEnd(i)
    switch end - i {
    case 11: return mobile(at: i)
    case 10:
      return text.has("400", at: i) || text.has("800", at: i) ? (text.string(i, end), end) : nil
    case 8:
      guard ("2"..."8").contains(text[i]), !MeasureWords.isCount(text, at: end), text[end] != "."
      else { return nil }
      return (text.string(i, end), end)
    case 5:
      // National short numbers of hotlines and banks.
      let short = ["123", "955", "953", "961", "962", "963", "965", "966"].contains {
        text.has($0, at: i)
      }
      guard short || text.has("10086", at: i) || text.has("10010", at: i),
        !MeasureWords.isCount(text, at: end), text[end] != ".", text[end] != ",", text[end] != "%"
      else { return nil }
      return (text.string(i, end), end)
    case 3:
      if text.has("400", at: i) || text.has("800", at: i),
        let number = groups([3, 3, 4], at: i) ?? groups([3, 4, 3], at: i) ?? groups([3, 7], at: i)
      {
        return (number.digits, number.end)
      }
      return groups([3, 4, 4], at: i).flatMap {
        Self.isMobile($0.digits) ? ($0.digits, $0.end) : nil
      }
    default: return nil
    }
  }

  private func mobile(at i: Int) -> (String, Int)? {
    guard let number = groups([11], at: i) ?? groups([3, 4, 4], at: i), Self.isMobile(number.digits)
    else { return nil }
    return (number.digits, number.end)
  }

  private static func isMobile(_ digits: String) -> Bool {
    let start = Array(digits.utf8.prefix(2))
    return start.count == 2 && start[0] == 0x31 && start[1] >= 0x33
  }

  /// -2069, 转2069, ext. 2069.
  private func phoneExtension(at end: Int, of number: String) -> (String, Int) {
    var at = end
    if text[end] == "-" {
      at = end + 1
    } else if text[end] == "转" {
      at = text.afterSpaces(end + 1)
    } else if let word = text.end(of: "ext", at: text.afterSpaces(end)) {
      at = text.afterSpaces(text[word] == "." ? word + 1 : word)
    }
    let last = text.digitsEnd(at)
    guard at > end, (1...5).contains(last - at), text[last] != "-", number.utf8.count > 5 else {
      return ("", end)
    }
    return ("-" + text.string(at, last), last)
  }
}
