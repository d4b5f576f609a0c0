import CityText

/// The SHA-256 of texts, one after the other.
enum TextDigests {
  static func bytes(of documents: ArraySlice<SourceDocument>) -> [UInt8] {
    var digests: [UInt8] = []
    digests.reserveCapacity(documents.count * 32)
    for document in documents {
      var hash = SHA256()
      hash.update(document.text)
      digests += hash.finish()
    }
    return digests
  }
}
