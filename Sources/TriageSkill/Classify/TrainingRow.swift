/// One labelled report that a classifier learns from or is judged by.
public struct TrainingRow: Sendable, Equatable {
  public var id: String
  /// Title and text in one, as ``Report/whole`` puts them.
  public var text: String
  public var label: String

  public init(id: String, text: String, label: String) {
    self.id = id
    self.text = text
    self.label = label
  }
}
