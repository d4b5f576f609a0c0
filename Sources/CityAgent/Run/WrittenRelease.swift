/// Says a proved draft in a model's words, as far as they hold; where they do not, what was said of it is taken back.
struct WrittenRelease {
  private let proved: ProvedDraft
  private let writer: WriterStage?

  /// - Parameter writer: nil where no model is to write.
  init(_ proved: ProvedDraft, _ writer: WriterStage?) {
    self.proved = proved
    self.writer = writer
  }

  /// - Returns: false, and nothing changed but a notice, where the draft itself is to be said.
  func say(
    into said: inout SaidAnswer, emit: @Sendable (AgentEvent) async -> Void
  ) async -> Bool {
    let draft = proved.draft
    guard let writer, draft.outcome == .answered,
      var rewrite = writer.rewrite(draft.sentences, proved: proved.sentences)
    else { return false }
    let before = said
    // Who cannot take back what was shown is shown all of it at the end.
    func show(_ event: AgentEvent) async { if writer.canRetract { await emit(event) } }
    var next = 0
    while let group = await rewrite.next() {
      await said.add(proved, next..<group.source.place, emit: show)
      next = group.source.place + 1
      await add(group, to: &said, emit: show)
      if !group.isAsComposed { said.note(model: writer.name) }
    }
    if let fault = rewrite.fault {
      let hasShown = writer.canRetract && said.shown.count > before.shown.count
      said = before
      if hasShown {
        await emit(.restarted)
        for event in said.shown { await emit(event) }
      }
      said.notice(writer.notice(of: fault))
      return false
    }
    await said.add(proved, next..<proved.places.upperBound, emit: show)
    if !writer.canRetract {
      for event in said.shown[before.shown.count...] { await emit(event) }
    }
    return true
  }

  /// Says what stands in the place of one sentence: the model's sentences, or the sentence itself where there are none.
  private func add(
    _ group: Rewrite.Group, to said: inout SaidAnswer, emit: (AgentEvent) async -> Void
  ) async {
    let place = group.source.place
    guard !group.sentences.isEmpty else {
      return await said.add(proved, place..<place + 1, emit: emit)
    }
    for (at, text) in group.sentences.enumerated() {
      await said.add(
        VerifiedSentence(
          text: text, citations: proved.sentences[place]?.citations ?? [], isProof: true),
        endsLine: at + 1 < group.sentences.count || proved.draft.sentences[place].endsLine,
        emit: emit)
    }
  }
}
