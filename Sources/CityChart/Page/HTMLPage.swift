public import CityText

/// One HTML page that needs nothing else: style and charts are inside, no script, nothing fetched.
public enum HTMLPage {
  /// The whole page round `body`, which is HTML already.
  /// - Parameter title: plain text; escaped here.
  public static func page(title: String, language: WrittenLanguage, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .english ? "en" : "zh-CN")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
    <style>
    body { font: 16px/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
      color: #1a1a1a; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
    h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; border-bottom: 1px solid #767676 }
    sup a { text-decoration: none } .note { color: #4a4a4a } svg { max-width: 100%; height: auto }
    ol { font-size: .85rem; overflow-wrap: anywhere }
    table { border-collapse: collapse; width: 100%; font-size: .9rem }
    th, td { border-bottom: 1px solid #ccc; padding: .2rem .5rem; text-align: left }
    td.number, th.number { text-align: right }
    @media print { body { margin: 0; max-width: none } h2, figure { break-inside: avoid } }
    </style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }

  /// Plain text as it may stand in HTML, in an attribute too.
  public static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += Array("&amp;".utf8)
      case UInt8(ascii: "<"): out += Array("&lt;".utf8)
      case UInt8(ascii: ">"): out += Array("&gt;".utf8)
      case UInt8(ascii: "\""): out += Array("&quot;".utf8)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
