/// Medians and distances from them.
public enum Spread {
  /// The middle value; the mean of the two middle ones where their number is even.
  /// - Precondition: there is a value, and none is NaN.
  /// - Complexity: O(n log n)
  public static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2
  }

  /// Median distance from the median, times 1.4826: the standard deviation, were the values normal.
  public static func robustDeviation(_ values: [Double]) -> Double {
    let centre = median(values)
    return 1.4826 * median(values.map { abs($0 - centre) })
  }
}
