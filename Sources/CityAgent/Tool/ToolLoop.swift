import CityJSON

/// A model that may call tools before it writes: calls are checked, run, and their results put to it again.
///
/// Unknown tools, arguments that the schema does not allow, a call that was made before, and one more than a tool's or the
/// turn's limit are not run; the model is told why. Its text passes through as it comes.
struct ToolLoop: ModelBackend {
  let backend: any ModelBackend
  let tools: [any Tool]
  let budget: ModelBudget

  var name: String { backend.name }

  func generate(_ request: ModelRequest) -> AsyncThrowingStream<ModelEvent, any Error> {
    let run = ToolLoopRun(self, request)
    return AsyncThrowingStream { try await run.next() }
  }
}
