import Glibc

/// Vectors that were paid for and are not in a vector file yet: a file that only grows, a batch at a time.
///
/// Whatever stops the program, all batches that were synced are there the next time; a record torn by the stop, or
/// changed since, is left out and made again. One process at a time holds it.
///
/// ```
/// header   8 magic "CITYVECP" · u32 version · u32 dimension · u32 bytes of the model's name · u32 zero
///          · the name, filled up to a multiple of 8 · u64 checksum of all before
/// record   16 key · Float scale · u32 zero · the vector, filled up · u64 checksum of all before in the record
/// ```
final class VectorJournal {
  static let magic: [UInt8] = Array("CITYVECP".utf8)

  let path: String
  private let model: String
  private let descriptor: Int32
  /// 0 until the first vector is known.
  private(set) var dimension = 0
  private(set) var vectors: [VectorKey: QuantisedVector] = [:]

  /// Opens or begins the journal of a model.
  /// - Throws: ``IndexError`` `.inUse`, `.unwritable`, `.otherVectors` for one of another model, `.notAnIndex`.
  init(_ path: String, model: String) throws(IndexError) {
    self.path = path
    self.model = model
    descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw IndexFileWriter.failure(path) }
    // Only if it still is the file of that name: whoever held it may have deleted it at its end.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, AbandonedFiles.isNamed(path, descriptor) else {
      throw IndexError(
        .inUse, "another process embeds these passages; wait for its end", path: path)
    }
    try read()
  }

  deinit { close(descriptor) }

  /// Keeps vectors of one dimension: returns when they are on the disk.
  func append(_ batch: [(key: VectorKey, vector: QuantisedVector)]) throws(IndexError) {
    guard let first = batch.first else { return }
    var bytes: [UInt8] = []
    if dimension == 0 {
      dimension = first.vector.numbers.count
      bytes = header
    }
    for (key, vector) in batch { append(key, vector, to: &bytes) }
    guard DurableFile.write(bytes, to: descriptor), fsync(descriptor) == 0 else {
      throw IndexFileWriter.failure(path)
    }
    for (key, vector) in batch { vectors[key] = vector }
  }

  /// Deletes the file: its vectors lie in a vector file now.
  func remove() { unlink(path) }

  // MARK: Reading

  private var header: [UInt8] {
    var bytes = Self.magic
    let name = Array(model.utf8)
    for number in [VectorIndex.formatVersion, dimension, name.count, 0] {
      bytes.appendLittle(UInt32(number))
    }
    bytes += name + [UInt8](repeating: 0, count: (8 - name.count % 8) % 8)
    bytes.appendLittle(bytes.withUnsafeBytes { Checksum64.sum($0) })
    return bytes
  }

  private func append(_ key: VectorKey, _ vector: QuantisedVector, to bytes: inout [UInt8]) {
    let start = bytes.count
    key.append(to: &bytes)
    bytes.appendLittle(vector.scale.bitPattern)
    bytes.appendLittle(UInt32(0))
    bytes += vector.filled
    bytes.appendLittle(bytes[start...].withUnsafeBytes { Checksum64.sum($0) })
  }

  private func read() throws(IndexError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw IndexFileWriter.failure(path) }
    var end = 0
    if status.st_size > 0 {
      let file = try MappedFile(path, populate: 0, isWhole: true)
      end = try read(file.view)
    }
    // What is behind the last whole record was torn; an empty journal gets its header with the first batch.
    guard ftruncate(descriptor, off_t(end)) == 0, lseek(descriptor, off_t(end), SEEK_SET) >= 0
    else { throw IndexFileWriter.failure(path) }
  }

  /// - Returns: where whole records end.
  private func read(_ view: ByteView) throws(IndexError) -> Int {
    let known = view.slice(0, min(view.count, Self.magic.count))?.bytes ?? []
    guard Self.magic.starts(with: known) else {
      throw IndexError(.notAnIndex, "this is no list of vectors; delete the file", path: path)
    }
    let length = Int(view.u32(16))
    let body = 24 + (length + 7) / 8 * 8
    // Killed before the header was whole: nothing was kept.
    guard view.count >= body + 8 else { return 0 }
    let (version, size) = (Int(view.u32(8)), Int(view.u32(12)))
    guard let head = view.slice(0, body), Checksum64.sum(head.raw) == view.u64(body),
      version == VectorIndex.formatVersion,
      (1...VectorHeader.greatestDimension).contains(size)
    else {
      throw IndexError(
        .damaged, "the beginning of these vectors has changed; delete the file", path: path)
    }
    let name = view.slice(24, length)?.string ?? ""
    guard name == model else {
      throw IndexError(
        .otherVectors,
        "these vectors are of the model “\(name)”, not “\(model)”; go on with that model, or delete the file",
        path: path)
    }
    dimension = size
    let stride = VectorKernel.stride(of: size)
    let width = 32 + stride
    var at = body + 8
    while let record = view.slice(at, width) {
      at += width
      let vector = record.slice(24, size)?.bytes.map { Int8(bitPattern: $0) } ?? []
      guard let sealed = record.slice(0, width - 8),
        Checksum64.sum(sealed.raw) == record.u64(width - 8)
      else { continue }
      vectors[VectorKey(record)] = QuantisedVector(
        numbers: vector, scale: Float(bitPattern: record.u32(16)))
    }
    return at
  }
}

extension QuantisedVector {
  /// Its bytes, filled up for the kernel.
  var filled: [UInt8] {
    numbers.map { UInt8(bitPattern: $0) }
      + [UInt8](repeating: 0, count: VectorKernel.stride(of: numbers.count) - numbers.count)
  }
}
