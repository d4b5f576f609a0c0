/// Parts numbers into the greatest and the rest.
enum Selection {
  /// Moves the greatest `count` numbers to the front, the least of them last among these (Hoare 1961).
  ///
  /// `count` is 1 or more and at most how many there are.
  /// - Complexity: O(n) on average.
  @inline(__always)
  static func moveGreatest<Number: Comparable>(
    _ count: Int, toFrontOf numbers: UnsafeMutableBufferPointer<Number>
  ) {
    var (low, high) = (0, numbers.count - 1)
    while low < high {
      let pivot = middle(numbers[low], numbers[(low + high) / 2], numbers[high])
      var (i, j) = (low, high)
      while i <= j {
        while numbers[i] > pivot { i += 1 }
        while numbers[j] < pivot { j -= 1 }
        if i <= j {
          numbers.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if count - 1 <= j {
        high = j
      } else if count - 1 >= i {
        low = i
      } else {
        return
      }
    }
  }

  @inline(__always)
  private static func middle<Number: Comparable>(_ a: Number, _ b: Number, _ c: Number) -> Number {
    max(min(a, b), min(max(a, b), c))
  }
}
