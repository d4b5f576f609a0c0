extension ReadingWeights {
  /// What is shipped, as `city-agent tune --reading policies passages -o WEIGHTS` writes it.
  ///
  /// Fitted to 641 questions on policies and 2,053 on encyclopaedia passages (both Chinese), read off the right
  /// document; what is reached on questions and sets left out stands in Benchmarks/README.md.
  public static let standard: ReadingWeights = ReadingWeights(
    values: [
      6.823,  // nearBefore
      2.768,  // nearBehind
      -2.87,  // nearWrong
      9.975,  // around
      0.657,  // inside
      -0.278,  // density
      8.682,  // all
      1.771,  // startsSentence
      0.166,  // startsClause
      -0.368,  // startsWeak
      1.17,  // startsAfterColon
      3.432,  // endsSentence
      0.911,  // endsClause
      1.252,  // cueBefore
      0.685,  // matchBefore
      0.941,  // matchBehind
      -0.949,  // endsWithJoint
      3.448,  // endsWithNoun
      4.36,  // isLiteral
      5.342,  // hasLiteral
      1.228,  // isList
      -2.168,  // cutsList
      -0.433,  // commas
      -0.898,  // stops
      2.912,  // isQuoted
      2.46,  // endsAsPlace
      2.005,  // beginsAsReason
      -2.746,  // repeated
      -0.554,  // joints
      -0.785,  // position
    ],
    lengths: [
      (0.509, -0.666),  // short
      (1.033, -0.414),  // clause
      (0.893, -0.19),  // run
    ],
    origin: "shipped: two sets of questions with answers, ascent of the expected overlap")
}
