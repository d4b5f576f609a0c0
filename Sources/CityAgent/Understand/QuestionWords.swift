public import CityText

/// Words that ask or are polite and say nothing of the matter; Chinese and English, folded.
///
/// A skill's card adds its own under `stopwords`.
public enum QuestionWords {
  public static let standard: [String] = split(
    """
    请问|你好|您好|我想问一下|我想问|我要问|想问一下|想问|想咨询|咨询一下|请教|麻烦|谢谢|帮我|告诉我|\
    一下|什么|怎么|怎样|如何|为什么|哪些|哪个|哪里|哪儿|哪|谁|多少|几|是否|是不是|能不能|可不可以|可以|能够|\
    需要|应该|应当|要不要|有没有|会不会|关于|对于|吗|呢|吧|啊|呀|嘛|么|的|了|是|在|有|我|你|您|他|她|我们|你们|\
    要|能|会|到|和|与|或|及|去|来|把|被|就|都|也|还|那|这|个|之|为|于|对|从|向|给|让|因|而|且|但|如果|的话|\
    现在|目前|一般|到底|究竟|具体|情况|进行|以及|其中|哪几|几样|想|说|做|办理|办|请|先|再|又|才|很|最|更
    """)

  public static let english: [String] = split(
    """
    what|which|who|whom|whose|when|where|why|how|is|are|was|were|be|been|being|do|does|did|can|could|may|\
    might|must|shall|should|will|would|a|an|the|of|to|in|on|at|by|for|from|with|about|as|and|or|but|if|\
    then|than|that|this|these|those|there|here|it|its|i|me|my|mine|we|our|us|you|your|he|she|they|their|\
    them|please|tell|know|want|need|have|has|had|get|any|some|much|many|hello|hi|thanks|thank|so|not|no|\
    also|just|am|into|out|up|s|don|t
    """)

  /// All of them, folded.
  public static let folded: [ArraySlice<UInt8>] = (standard + english).map {
    Folding.fold(Array($0.utf8))[...]
  }

  /// All of them as phrases to be found in a folded question.
  public static let phrases: PhraseTable = {
    var table = PhraseTable()
    for word in folded { table.insert(word) }
    return table
  }()

  private static func split(_ list: String) -> [String] {
    list.split(separator: "|").map(String.init)
  }
}
