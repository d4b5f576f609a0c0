/// A draft and what its sentences became when they were proved.
struct ProvedDraft {
  let draft: Draft
  /// By sentence; nil where it could not be proved.
  let sentences: [VerifiedSentence?]

  init(_ draft: Draft, by verifier: inout Verifier) {
    self.draft = draft
    sentences = draft.sentences.map { verifier.verified($0) }
  }

  var places: Range<Int> { sentences.indices }

  var isWhole: Bool { !sentences.contains { $0 == nil } }

  /// Whether anything proves it; a receipt needs nothing that does.
  var hasProof: Bool { draft.isReceipt || sentences.contains { $0?.isProof ?? false } }

  var hasLostCore: Bool {
    zip(draft.sentences, sentences).contains { $0.isCore && $1 == nil }
  }
}
