/// A classifier that was trained on labelled reports: what ``TriageTrainer`` makes and a model file holds.
///
/// A text is a set of weighted features (``FeatureScanner``, ``TermWeight``), a score is their weighted sum, and
/// ``ScoreCalibration`` makes probabilities of scores. ``TriageClassifier`` does it.
public struct TriageModel: Sendable {
  /// In byte order.
  public internal(set) var labels: [String]
  /// What it was trained on, and how well it did there on rows held out.
  public internal(set) var training: Summary
  /// Below this margin a person decides; above 1 where no margin reached the wanted accuracy.
  public internal(set) var threshold: Float
  /// What tells this model from others: 16 hex digits over all of it.
  public internal(set) var name: String = ""

  var calibration: ScoreCalibration
  var table: FeatureTable
  /// Rows of whole texts come first, those of openings from here on.
  var openingStart: Int
  /// Weight of each row's feature in a text.
  var featureWeights: [Float]
  /// Weights by row, then block of labels, in units of the row's ``unit``.
  var labelWeights: [SIMD8<Int8>]
  /// Of each row; the feature's own weight is in it.
  var units: [Float]
  /// By block of labels.
  var bias: [LabelBlock]
  var precedents: PrecedentTable

  /// What a model was trained on.
  public struct Summary: Sendable, Equatable {
    /// SHA-256 of ids, labels and texts, in order.
    public var digest: String
    /// Rows of each label, in the order of ``TriageModel/labels``.
    public var counts: [Int]
    /// The accuracy that the threshold was chosen for.
    public var wantedAccuracy: Double
    /// Share of held-out rows whose margin reaches the threshold, and how many of them are right.
    public var coverage: Double
    public var accuracy: Double
    /// How many of all held-out rows are right.
    public var overallAccuracy: Double

    public init(
      digest: String, counts: [Int], wantedAccuracy: Double, coverage: Double, accuracy: Double,
      overallAccuracy: Double
    ) {
      self.digest = digest
      self.counts = counts
      self.wantedAccuracy = wantedAccuracy
      self.coverage = coverage
      self.accuracy = accuracy
      self.overallAccuracy = overallAccuracy
    }
  }

  var blockCount: Int { bias.count }

  /// The class of one text; a ``TriageClassifier`` is faster for many.
  public func classify(_ text: String) -> Classification {
    var classifier = TriageClassifier(self)
    return classifier.classify(Array(text.utf8))
  }
}
