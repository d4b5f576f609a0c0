import CityText

/// The name of a generation: a SHA-256 over what it was made from, whatever way it was made.
///
/// Over each document's digest and sum (``DocumentRecord``) in their order, u64 number of documents, u64 length
/// of the synonym file and the file, and per table, by name and version, u64 length of the name, the name,
/// u64 version, u64 length, the bytes.
struct GenerationName {
  private var hash = SHA256()
  private var documents: UInt64 = 0
  private var pending: [UInt8] = []

  init() {}

  /// - Parameter identity: digest and sum of the next document.
  mutating func add(document identity: some Sequence<UInt8>) {
    pending += identity
    documents += 1
    if pending.count > 1 << 16 { flush() }
  }

  private mutating func flush() {
    hash.update(pending)
    pending.removeAll(keepingCapacity: true)
  }

  mutating func add(synonyms: some Collection<UInt8>) {
    pending.appendLittle(documents)
    pending.appendLittle(UInt64(synonyms.count))
    flush()
    hash.update(synonyms)
  }

  mutating func add(table name: some Collection<UInt8>, version: Int, bytes: some Collection<UInt8>)
  {
    pending.appendLittle(UInt64(name.count))
    pending += name
    pending.appendLittle(UInt64(version))
    pending.appendLittle(UInt64(bytes.count))
    flush()
    hash.update(bytes)
  }

  mutating func finish() -> [UInt8] {
    flush()
    return hash.finish()
  }
}
