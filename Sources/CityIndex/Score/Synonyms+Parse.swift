import CityText

extension Synonyms {
  /// Parses the file.
  ///
  /// A line is `a, b, c` or `a, b => c`; `\` takes the next character as it is (`\,`); a line that begins
  /// with `#` is a comment. White space around phrases goes, within them it becomes one space.
  /// Everything is folded, so full-width `，` and `＃` mean the same as `,` and `#`. A left side that
  /// stands in two rules becomes the right sides of both.
  /// - Complexity: O(n).
  /// - Throws: ``IndexError`` `.badDocument` with the line.
  public static func parse(_ utf8: [UInt8], path: String) throws(IndexError) -> Synonyms {
    var synonyms = Synonyms()
    var number = 0
    let folded = Folding.fold(TextDecoding.repaired(utf8))
    var line = SynonymLine()
    var start = 0
    while start < folded.count {
      let end = folded[start...].firstIndex(of: 0x0A) ?? folded.count
      number += 1
      if let problem = line.read(folded[start..<end]) {
        throw IndexError(.badDocument, problem, path: path, line: number)
      }
      synonyms.add(line)
      start = end + 1
    }
    return synonyms
  }

  private mutating func add(_ line: SynonymLine) {
    guard line.isRewrite else {
      if line.left.count > 1 { addGroup(line) }
      return
    }
    var target: [UInt8] = []
    for phrase in line.right { target += (target.isEmpty ? [] : [0x20]) + line.bytes[phrase] }
    for phrase in line.left {
      let rule = rewrites.insert(line.bytes[phrase])
      if rule == replacements.count {
        replacements.append(target)
      } else {
        replacements[rule] += [0x20] + target
      }
    }
  }

  private mutating func addGroup(_ line: SynonymLine) {
    let group = Int32(groups.count)
    var members: [Int32] = []
    for phrase in line.left {
      let word = words.insert(line.bytes[phrase])
      if word == groupsOfWord.count { groupsOfWord.append([]) }
      // A word that stands twice on the line is in the group once.
      guard groupsOfWord[word].last != group else { continue }
      groupsOfWord[word].append(group)
      members.append(Int32(word))
    }
    groups.append(members)
  }
}
