extension RankWeights {
  /// What is shipped: one setting for all collections.
  ///
  /// Trained by `city-agent tune` on the development halves of five public sets with judged questions: 641
  /// citizens' questions on 599 epidemic policies, 789 lay questions on 57,829 articles of law (STARD), 2,053
  /// questions on 1,104 encyclopaedia passages (CMRC 2018), 1,334 citizens' messages with 2,699 official
  /// replies, 114 English questions on 1,400 abstracts (Cranfield). Sets count alike. The six of a memory were fitted
  /// afterwards, by `city-agent tune --memory`, to the same but for the replies, the articles of law named three times.
  public static let standard: RankWeights = RankWeights(
    values: [
      0.867,  // score
      -0.056,  // secondScore
      -0.657,  // saturation
      0.367,  // characters
      0.406,  // characterSaturation
      0.227,  // characterWindow
      0.739,  // spreadPairs
      0.017,  // window
      0.128,  // order
      0.413,  // longestRun
      0.657,  // title
      0.431,  // titleNamed
      0.017,  // literals
      -0.1,  // length
      1.005,  // document
      1.358,  // work
      0.7,  // confirmed
      0.44,  // besideConfirmed
      0.27,  // similarWork
      0.3,  // askedNearby
      -0.3,  // unaskedWork
      -0.27,  // askedWorkSize
      // What the longest questions add.
      1.494,  // score
      -0.752,  // characters
      0.361,  // characterWindow
      0.619,  // window
      1.237,  // title
      0.68,  // literals
      -0.717,  // length
      -0.516,  // document
    ],
    origin: "shipped: five sets of judged questions, coordinate ascent on nDCG@10")
}
