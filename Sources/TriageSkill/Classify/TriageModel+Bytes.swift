import CityAgent
import CityIndex

/// The model file: magic, version and checksum, then columns.
///
///     0   8  "CITYTRIA"
///     8   4  version, little-endian as everything
///     12  4  0
///     16  8  number of bytes of the whole file
///     24  8  Checksum64 over the bytes from 32 on
///     32     columns of ColumnWriter: texts (labels, digest); numbers (rows of each label); numbers (summary and
///            calibration, as bits); numbers (hash slots); numbers (feature weights); numbers (units); keys (weights, eight
///            bytes each); numbers (biases); texts (ids); numbers (their labels); numbers (their features)
extension TriageModel {
  /// The version of the format that this program writes and reads; changes too when features are read differently.
  public static let version: UInt32 = 1

  private static let magic = Array("CITYTRIA".utf8)
  private static let headerLength = 32

  /// The model as a file.
  public var bytes: [UInt8] {
    let body = body
    var file = Self.magic
    append(Self.version, to: &file)
    append(UInt32(0), to: &file)
    append(UInt64(Self.headerLength + body.count), to: &file)
    append(body.withUnsafeBytes(Checksum64.sum), to: &file)
    return file + body
  }

  /// Reads a model file.
  ///
  /// - Throws: ``TriageError`` of the code `badModel`: no model, another version, cut short, damaged.
  public init(bytes: [UInt8], path: String? = nil) throws(TriageError) {
    guard bytes.starts(with: Self.magic) else {
      throw Self.bad("this is no triage model; make one with triage train", path)
    }
    guard bytes.count >= Self.headerLength else {
      throw Self.bad("the model is cut short; copy it again or train it again", path)
    }
    let version = Self.number(bytes, at: 8, as: UInt32.self)
    guard version == Self.version else {
      throw Self.bad(
        "the model is of version \(version), this program reads version \(Self.version); "
          + "train it again", path)
    }
    guard Self.number(bytes, at: 16, as: UInt64.self) == UInt64(bytes.count) else {
      throw Self.bad("the model is cut short; copy it again or train it again", path)
    }
    let sum = bytes.withUnsafeBytes {
      Checksum64.sum(UnsafeRawBufferPointer(rebasing: $0[Self.headerLength...]))
    }
    guard Self.number(bytes, at: 12, as: UInt32.self) == 0,
      Self.number(bytes, at: 24, as: UInt64.self) == sum,
      let model = Self.read(Array(bytes[Self.headerLength...]))
    else {
      throw Self.bad("the model is damaged; copy it again or train it again", path)
    }
    self = model
    name = Self.name(of: sum)
  }

  private static func bad(_ message: String, _ path: String?) -> TriageError {
    TriageError(.badModel, message, path: path)
  }

  /// This model under the name that its file has.
  func named() -> TriageModel {
    var model = self
    model.name = Self.name(of: body.withUnsafeBytes(Checksum64.sum))
    return model
  }

  private static func name(of sum: UInt64) -> String {
    let hex = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }

  private var body: [UInt8] {
    var columns = ColumnWriter()
    columns.write(labels + [training.digest])
    columns.write(training.counts.map { UInt32($0) })
    let shares = [
      training.wantedAccuracy, training.coverage, training.accuracy, training.overallAccuracy,
    ]
    columns.write(
      (shares.map { Float($0) } + [threshold, calibration.slope, calibration.offset])
        .map(\.bitPattern) + [UInt32(openingStart)])
    columns.write(table.buckets.flatMap { [$0[0], $0[1], $0[2], $0[3]] })
    columns.write(featureWeights.map(\.bitPattern))
    columns.write(units.map(\.bitPattern))
    columns.write(labelWeights.map { unsafeBitCast($0, to: UInt64.self).littleEndian })
    columns.write(bias.flatMap { block in block.indices.map { block[$0].bitPattern } })
    columns.write(precedents.ids)
    columns.write(precedents.labels)
    columns.write(precedents.entries)
    return columns.bytes
  }

  /// Reads the columns; nil where they do not fit together, so that no later step can go outside.
  private static func read(_ body: [UInt8]) -> TriageModel? {
    var columns = ColumnReader(body)
    guard var labels = columns.texts(), let digest = labels.popLast(), !labels.isEmpty,
      let counts = columns.numbers(), counts.count == labels.count,
      let numbers = columns.numbers(), numbers.count == 8,
      let slots = columns.numbers(), slots.count % 4 == 0,
      let featureWeights = columns.numbers(),
      let units = columns.numbers(), units.count == featureWeights.count,
      let labelWeights = columns.keys(),
      let biases = columns.numbers(),
      biases.count == LabelBlock.count(for: labels.count) * LabelBlock.width,
      labelWeights.count == units.count * LabelBlock.count(for: labels.count),
      let table = FeatureTable(buckets: buckets(slots), rows: units.count),
      numbers[7] <= units.count,
      let ids = columns.texts(),
      let precedentLabels = columns.numbers(), precedentLabels.count == ids.count,
      precedentLabels.allSatisfy({ $0 < labels.count }),
      let entries = columns.numbers(), entries.count == ids.count * PrecedentTable.width,
      entries.allSatisfy({ $0 == PrecedentTable.none || $0 & 0xFF_FFFF < units.count })
    else { return nil }
    let floats = numbers.map { Float(bitPattern: $0) }
    return TriageModel(
      labels: labels,
      training: Summary(
        digest: digest, counts: counts.map { Int($0) }, wantedAccuracy: Double(floats[0]),
        coverage: Double(floats[1]), accuracy: Double(floats[2]),
        overallAccuracy: Double(floats[3])),
      threshold: floats[4],
      calibration: ScoreCalibration(slope: floats[5], offset: floats[6]), table: table,
      openingStart: Int(numbers[7]),
      featureWeights: featureWeights.map { Float(bitPattern: $0) },
      labelWeights: labelWeights.map { unsafeBitCast($0.littleEndian, to: SIMD8<Int8>.self) },
      units: units.map { Float(bitPattern: $0) },
      bias: stride(from: 0, to: biases.count, by: LabelBlock.width).map { start in
        LabelBlock(biases[start..<(start + LabelBlock.width)].map { Float(bitPattern: $0) })
      },
      precedents: PrecedentTable(ids: ids, labels: precedentLabels, entries: entries))
  }

  private static func buckets(_ slots: [UInt32]) -> [FeatureTable.Bucket] {
    stride(from: 0, to: slots.count, by: 4).map {
      FeatureTable.Bucket(slots[$0], slots[$0 + 1], slots[$0 + 2], slots[$0 + 3])
    }
  }

  private func append(_ value: some FixedWidthInteger, to file: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { file.append(contentsOf: $0) }
  }

  private static func number<Value: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: [UInt8], at offset: Int, as type: Value.Type
  ) -> Value {
    bytes.withUnsafeBytes {
      Value(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: type))
    }
  }
}
