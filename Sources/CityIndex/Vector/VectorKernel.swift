/// A question's vector laid out for the kernel, and the kernel.
///
/// Kernel with unsafe reads (see ``ByteView``): every vector of a file passes through it.
struct VectorKernel: Sendable {
  /// Vectors are filled up with zeros to a multiple of this many numbers.
  static let block = 32

  /// Of each 16 numbers first those at even places, then those at odd ones, as the kernel meets them.
  private let numbers: [SIMD8<Int16>]
  /// Of the question's vector.
  let scale: Float
  /// Numbers of a filled vector, which are bytes too.
  let stride: Int

  init(_ vector: QuantisedVector) {
    let stride = Self.stride(of: vector.numbers.count)
    let filled =
      vector.numbers.map(Int16.init)
      + [Int16](repeating: 0, count: stride - vector.numbers.count)
    numbers = Swift.stride(from: 0, to: stride, by: 16).flatMap { start in
      (0...1).map { odd in
        SIMD8((0..<8).map { filled[start + 2 * $0 + odd] })
      }
    }
    scale = vector.scale
    self.stride = stride
  }

  static func stride(of dimension: Int) -> Int { (dimension + block - 1) / block * block }

  /// Runs `body` with a function that gives the inner product of the question and a filled vector of ``stride`` bytes.
  @inline(__always)
  func withProduct<Result>(_ body: ((UnsafeRawPointer) -> Int32) -> Result) -> Result {
    numbers.withUnsafeBytes { question in
      let question = question.baseAddress!
      return body { Self.product($0, question, stride) }
    }
  }

  /// The inner product: exact, so the same on every machine.
  ///
  /// Two products of numbers up to 127 fit 16 bits (2 · 128 · 127 = 32,512); so two of them are added before they are
  /// widened. Numbers at even places of a pair of bytes are cut out by two shifts, those at odd places by one, which
  /// costs half of what widening bytes in order does: 20 GB/s on a machine with SSE2 alone, against 9.
  @inline(__always)
  private static func product(
    _ vector: UnsafeRawPointer, _ question: UnsafeRawPointer, _ count: Int
  ) -> Int32 {
    var even = SIMD4<Int32>()
    var odd = SIMD4<Int32>()
    var i = 0
    while i < count {
      let a = vector.loadUnaligned(fromByteOffset: i, as: SIMD8<Int16>.self)
      let b = vector.loadUnaligned(fromByteOffset: i &+ 16, as: SIMD8<Int16>.self)
      let q = question + 2 &* i
      let evenA = q.load(as: SIMD8<Int16>.self)
      let oddA = q.load(fromByteOffset: 16, as: SIMD8<Int16>.self)
      let evenB = q.load(fromByteOffset: 32, as: SIMD8<Int16>.self)
      let oddB = q.load(fromByteOffset: 48, as: SIMD8<Int16>.self)
      even &+= sums(((a &<< 8) &>> 8) &* evenA &+ ((b &<< 8) &>> 8) &* evenB)
      odd &+= sums((a &>> 8) &* oddA &+ (b &>> 8) &* oddB)
      i &+= block
    }
    return (even &+ odd).wrappedSum()
  }

  /// Neighbours added, in 32 bits.
  @inline(__always)
  private static func sums(_ numbers: SIMD8<Int16>) -> SIMD4<Int32> {
    let pairs = unsafeBitCast(numbers, to: SIMD4<Int32>.self)
    return ((pairs &<< 16) &>> 16) &+ (pairs &>> 16)
  }
}
