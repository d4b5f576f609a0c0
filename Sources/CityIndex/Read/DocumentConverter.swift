/// A program that turns a foreign format into text: `pdftotext -layout {input} -`.
public struct DocumentConverter: Sendable, Equatable {
  /// File name extensions it serves, lower case, without dot.
  public var extensions: [String]
  /// Program and arguments; `{input}` stands for the file. Text is read from its standard output.
  ///
  /// Where an argument holds `{outdir}`, that stands for a new empty folder, and the text is read
  /// from the files the program leaves there instead; their extensions say how.
  public var command: [String]
  /// Seconds until it is killed with all its children.
  public var deadline: Double
  /// How standard output is read: as a file of this extension (`md`, `txt`, `html`, `csv`).
  public var output: String

  public init(
    extensions: [String], command: [String], deadline: Double = 60, output: String = "txt"
  ) {
    self.extensions = extensions
    self.command = command
    self.deadline = deadline
    self.output = output
  }

  /// pdftotext, pandoc and libreoffice in their usual form; used where the program is installed.
  public static let usual: [DocumentConverter] = [
    DocumentConverter(
      extensions: ["pdf"], command: ["pdftotext", "-layout", "-enc", "UTF-8", "{input}", "-"]),
    DocumentConverter(
      extensions: ["docx", "odt", "epub", "rtf"],
      command: ["pandoc", "-t", "gfm", "--wrap=none", "{input}"], output: "md"),
    office(["doc"], to: "txt:Text (encoded):UTF8"),
    // Comma, double quote, UTF-8, from row 1, and at the end -1: every sheet, a file each.
    office(
      ["xls", "xlsx"],
      to: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"),
    // Slides have no text export of their own; the PDF goes on to the converter for pdf.
    office(["ppt", "pptx"], to: "pdf"),
  ]

  /// A profile of its own in the output folder, so that a running libreoffice does not take the job.
  private static func office(_ extensions: [String], to format: String) -> DocumentConverter {
    DocumentConverter(
      extensions: extensions,
      command: [
        "libreoffice", "-env:UserInstallation=file://{outdir}/.profile", "--headless",
        "--convert-to", format, "--outdir", "{outdir}", "{input}",
      ])
  }

  /// The Debian package that brings a program.
  var package: String? {
    switch command.first {
    case "pdftotext": "poppler-utils"
    case "pandoc": "pandoc"
    case "libreoffice": "libreoffice"
    default: nil
    }
  }
}
