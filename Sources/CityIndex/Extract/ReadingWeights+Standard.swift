extension ReadingWeights {
  /// Fitted to 641 questions on policies and 2,053 on encyclopaedia passages (both Chinese), from the right document.
  ///
  /// The expected overlap with the marked answer under a softmax over the spans was raised by gradient ascent
  /// with an L2 penalty of 0.0001. Fitted to either half of the questions, the other half gives character F1
  /// 0.565 and 0.575 on passages, ROUGE-L 0.464 and 0.512 on policies.
  public static let standard: ReadingWeights = ReadingWeights(
    values: [
      9.69,  // nearBefore
      3.81,  // nearBehind
      -3.28,  // nearWrong
      12.95,  // around
      0.88,  // inside
      -3.35,  // density
      10.91,  // all
      1.27,  // startsSentence
      -0.13,  // startsClause
      -0.93,  // startsWeak
      0.96,  // startsAfterColon
      4.03,  // endsSentence
      2.15,  // endsClause
      1.33,  // cueBefore
      0.29,  // matchBefore
      1.33,  // matchBehind
      -2.45,  // endsWithJoint
      4.12,  // endsWithNoun
      3.94,  // isLiteral
      6.7,  // hasLiteral
      1.42,  // isList
      -2.94,  // cutsList
      -0.65,  // commas
      -1.12,  // stops
      3.96,  // isQuoted
      3.04,  // endsAsPlace
      1.94,  // beginsAsReason
      -2.56,  // position
    ],
    lengths: [
      (2.38, -0.964),  // literal
      (2.9, -0.742),  // name
      (2.98, -0.281),  // clause
      (3.3, -0.27),  // list
      (2.19, -0.053),  // run
    ])
}
