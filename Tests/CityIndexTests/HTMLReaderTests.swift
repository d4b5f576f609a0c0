import Testing

@testable import CityIndex

@Suite("Reading HTML")
struct HTMLReaderTests {
  @Test(
    "A page becomes lines of Markdown",
    arguments: [
      ("<p>一段</p><p>二段</p>", "一段\n\n二段\n"),
      ("a<br>b<br/>c", "a\nb\nc\n"),
      ("<div>a</div><div>b</div>", "a\nb\n"),
      ("one  \n two\t<b>three</b>four", "one two threefour\n"),
      ("<h1>标题</h1>正文<H3 class='x'>小节</h3><p>文", "# 标题\n\n正文\n\n### 小节\n\n文\n"),
      ("<h2><span>申请</span><br>材料</h2>x", "## 申请 材料\n\nx\n"),
      ("<h2></h2>x", "x\n"),
      ("<h2>a<p>b</p>", "## a\n\nb\n"),
      ("要带：<ul><li><p>身份证</p></li><li><p>照片</p></li></ul>完", "要带：\n- 身份证\n- 照片\n\n完\n"),
      ("<ul><li>a<ul><li>b</ul><li></ul><p>c", "- a\n- b\n\nc\n"),
      (
        "<table><tr><th>材料<th>份数</tr><tr><td><p>照片</p></td><td><p>2</p></td></tr><tr><td>证<td>1</table>",
        "材料 | 份数\n照片 | 2\n证 | 1\n"
      ),
      ("<table><tr><td>a</td><td></td><td>c</td></tr></table>", "a |  | c\n"),
      ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\n\nb\n\nc\n"),
      (
        "<table><tr><td>左<table><tr><td>x<td>y</table></td><td>右</td></tr></table>",
        "左\n\nx | y\n\n右\n"
      ),
      ("a<script>if (1 < 2) { '</p>' }</script>b<style>p{}</style>c", "abc\n"),
      ("<nav><ul><li>首页</li></ul></nav>正文<footer>版权</footer>", "正文\n"),
      ("<nav><nav>x</nav>y</nav>z", "z\n"),
      ("<nav>没有结束<p>正文", "没有结束\n\n正文\n"),
      ("<!-- <p>x</p> -->y<!doctype html><?xml ?>z", "yz\n"),
      ("x<!-- y>z", "xz\n"),
      ("1 < 2 <3 & 4 &; <", "1 < 2 <3 & 4 &; <\n"),
      ("<a title=\"a>b\" href='>'>x</a>", "x\n"),
      ("<a title=\"a>b<p>c</p>", "b\n\nc\n"),
      ("&lt;p&gt;&nbsp;&ldquo;引&rdquo;&hellip;&mdash;&yen;5&middot;", "<p> “引”…—¥5·\n"),
      (
        "&#20013;&#x6587;&#150;&#0;&#xD800;&#99999999;&#;&unknown;",
        "中文–\u{FFFD}\u{FFFD}\u{FFFD}&#;&unknown;\n"
      ),
      ("a&nbspb&ampc", "a b&c\n"),
      ("<pre>a\n  b\n</pre>c", "a\nb\n\nc\n"),
      ("<title>题</title>x", "x\n"),
      ("", ""),
      (" <p> </p> ", ""),
    ])
  func pageBecomesLines(page: String, text: String) {
    #expect(String(decoding: HTMLText([UInt8](page.utf8)).text, as: UTF8.self) == text)
  }

  @Test(
    arguments: [
      ("<html><head><title> 深圳 \n&amp; 居住证</title></head>", "深圳 & 居住证"),
      ("<svg><title>icon</title></svg><title>页</title><title>二</title>", "页"),
      ("<title>未结束<p>正文", "未结束"),
      ("<title></title><p>x", nil),
    ] as [(String, String?)])
  func titleIsFoundOnce(page: String, title: String?) {
    #expect(HTMLText([UInt8](page.utf8)).title == title)
  }

  @Test func headingsOfAPageAreClauses() throws {
    let page = """
      <html><head><meta charset="utf-8"><title>居住证办理</title><script>x</script></head>
      <body><h1>居住证</h1><p>说明文字。</p><h2>申请材料</h2><ul><li>身份证</li></ul>
      <h2>收费</h2><p>免费</p></body></html>
      """
    let reading = DocumentReader().documents(
      id: "guides/a.html", bytes: [UInt8](page.utf8), path: "a.html")
    let document = try #require(reading.documents.first)
    #expect(document.metadata.title == "居住证办理")
    #expect(document.metadata.kind == "guide")
    #expect(document.paths == ["正文", "申请材料", "收费"])
    #expect(document.words(of: "申请材料") == "- 身份证")
  }

  @Test func gb18030PagesAreRead() throws {
    // <title>中文</title><p>深圳
    let page: [UInt8] =
      [UInt8]("<meta charset=gb2312><title>".utf8) + [0xD6, 0xD0, 0xCE, 0xC4]
      + [UInt8]("</title><p>".utf8) + [0xC9, 0xEE, 0xDB, 0xDA]
    let document = try #require(
      DocumentReader().documents(id: "a.htm", bytes: page, path: "a.htm").documents.first)
    #expect(document.metadata.title == "中文")
    #expect(document.words(of: "正文") == "深圳")
  }

  @Test func otherCharsetsAreReadByTheNameInThePage() throws {
    let page =
      [UInt8]("<meta charset=\"iso-8859-1\"><p>caf".utf8) + [0xE9, 0x20, 0x80] + [UInt8]("5".utf8)
    let document = try #require(
      DocumentReader().documents(id: "a.html", bytes: page, path: "a.html").documents.first)
    #expect(String(decoding: document.text, as: UTF8.self) == "café €5\n")
    let unknown = [UInt8]("<meta charset=\"klingon\"><p>plain".utf8)
    #expect(
      DocumentReader().documents(id: "b.html", bytes: unknown, path: "b.html").documents.count == 1)
  }
}
