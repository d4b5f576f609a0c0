import CityJSON
import CityText

/// One line of an audit file, without its end.
enum AuditLine {
  /// A request's: `at`, the record, and `previous`, the SHA-256 of the line before; null in a file's first.
  static func bytes(of record: EgressRecord, at: String, previous: String?) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("at", at)
      record.write(into: &writer)
      writer.key("previous", previous)
    }
    return writer.bytes
  }

  /// Tells what was cut off where a line had not been finished.
  ///
  /// Nothing left with such a line: a request leaves only when its line is whole.
  static func repair(of torn: [UInt8], at: String, previous: String?) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("at", at)
      writer.key("repaired")
      writer.object { writer in
        writer.key("bytes", torn.count)
        writer.key("digest", SHA256.hex(torn))
      }
      writer.key("previous", previous)
    }
    return writer.bytes
  }
}
