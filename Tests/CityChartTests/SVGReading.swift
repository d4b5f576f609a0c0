import Foundation
import FoundationXML

/// An SVG read back with an XML parser that knows nothing of the writer.
final class SVGReading: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// Own text, without that of elements inside.
    var text = ""
    var isTick: Bool

    func number(_ name: String) -> Double? { attributes[name].flatMap { Double($0) } }
  }

  private(set) var elements: [Element] = []
  private(set) var isWellFormed = false
  private var open: [Int] = []

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }
  /// What is seen: texts, but not their full wordings.
  var texts: [Element] { named("text") }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let isTick = open.contains { elements[$0].attributes["class"] == "ticks" }
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes, isTick: isTick))
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if let last = open.last { elements[last].text += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) { open.removeLast() }
}

private func isDigit(_ character: Character) -> Bool {
  character.isASCII && character.isNumber
}

/// The runs of digits in a text with their sign and point, as a reader sees them.
func numerals(_ text: String) -> [String] {
  var found: [String] = []
  var run = ""
  func end() {
    while let last = run.last, ".-".contains(last) { run.removeLast() }
    if run.contains(where: isDigit) { found.append(run) }
    run = ""
  }
  for character in text {
    if isDigit(character) || character == "." && !run.isEmpty {
      run.append(character)
    } else {
      end()
      if character == "-" { run = "-" }
    }
  }
  end()
  return found
}
